import type { CompiledQuery, Kysely } from 'kysely';

/**
 * A statement whose text is made once in a process; what differs from call to call are its values, named as `build` names them. For what
 * is asked with every roll of a morning: making the text anew costs a tenth of a millisecond, as much as sending it. Conditions that
 * depend on a value cannot be told apart here, and a list goes in as one value, `= any(…)`.
 *
 * Statements that are asked at once are done in the order in which they were asked.
 */
export function once<Tables, Values extends Readonly<Record<string, unknown>>, Row>(
  build: (tables: Kysely<Tables>, values: Values) => { compile(): CompiledQuery<Row> },
): (tables: Kysely<Tables>, values: Values) => Promise<readonly Row[]> {
  const made = madeOnce(build);
  return async (tables, values) => (await tables.executeQuery<Row>(made(tables, values))).rows;
}

/** The same statement with its values, to be sent by whoever asks for it. */
export function madeOnce<Tables, Values extends Readonly<Record<string, unknown>>, Row>(
  build: (tables: Kysely<Tables>, values: Values) => { compile(): CompiledQuery<Row> },
): (tables: Kysely<Tables>, values: Values) => CompiledQuery<Row> {
  let made: CompiledQuery<Row> | undefined;
  return (tables, values) => {
    made ??= build(tables, places<Values>()).compile();
    const parameters = made.parameters.map((one) => (one instanceof Place ? values[one.name] : one));
    return { ...made, parameters };
  };
}

/** Where a value goes; the query builder takes it for the value itself. */
class Place {
  constructor(readonly name: string) {}
}

function places<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Place(String(name)) });
}

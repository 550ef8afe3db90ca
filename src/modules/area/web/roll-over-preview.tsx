import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import type { RollOverView } from '../contract';
import { leavingNames } from '../words';
import { rollOverPlace } from './places';
import { rollOverWords } from './words';
import './fields.css';
import './roll-over.css';

type PreviewProps = { readonly view: RollOverView; readonly school: string | undefined };

/** What a roll-over would do: the numbers, the classes that cannot move up, and then school by school, or class by class. */
export function RollOverPreview({ view, school }: PreviewProps) {
  const w = useWords(rollOverWords);
  return (
    <>
      <Numbers view={view} />
      {view.done > 0 ? <p className="area-quiet">{w.already(view.done)}</p> : null}
      {view.disappears.length > 0 ? <Trouble view={view} /> : null}
      {school === undefined ? <BySchool view={view} /> : <ByClass view={view} />}
    </>
  );
}

function Numbers({ view }: { readonly view: RollOverView }) {
  const w = useWords(rollOverWords);
  const numbers = [
    { says: w.moves, count: view.moves.length },
    { says: w.joins, count: view.joins.length },
    { says: w.finishes, count: view.finishes.length },
    { says: w.entrants, count: view.entrants.length },
    { says: w.disappears, count: view.disappears.length },
  ];
  return (
    <dl className="area-numbers">
      {numbers.map(({ says, count }) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function Trouble({ view }: { readonly view: RollOverView }) {
  const w = useWords(rollOverWords);
  const say = useSay();
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>{w.trouble}</h2>
        <span className="area-quiet">{w.troubleHint}</span>
      </div>
      <table className="area-rows">
        <thead>
          <tr>
            <th scope="col">{w.school}</th>
            <th scope="col">{w.class}</th>
            <th scope="col">{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {view.disappears.map(({ from, why }) => (
            <tr key={from.id}>
              <th scope="row">{from.school}</th>
              <td>{say(from.name)}</td>
              <td>{say(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type SchoolRow = { readonly id: string; readonly name: string; moves: number; joins: number; finishes: number; entrants: number };

function BySchool({ view }: { readonly view: RollOverView }) {
  const w = useWords(rollOverWords);
  const counts = ['moves', 'joins', 'finishes', 'entrants'] as const;
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>{w.bySchool}</h2>
      </div>
      <table className="area-rows area-rows-numbers">
        <thead>
          <tr>
            <th scope="col">{w.school}</th>
            {counts.map((count) => (
              <th key={count} scope="col">
                {w[count]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schoolRows(view).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Door href={hrefOf(rollOverPlace, {}, { from: view.from, school: row.id })}>{row.name}</Door>
              </th>
              {counts.map((count) => (
                <td key={count}>{row[count]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ByClass({ view }: { readonly view: RollOverView }) {
  const w = useWords(rollOverWords);
  const say = useSay();
  const rows = [
    ...view.moves.map(({ from, to }) => ({ key: from.id, name: say(from.name), kind: w.moves, becomes: say(to.name) })),
    ...view.joins.map(({ from, to }) => ({ key: from.id, name: say(from.name), kind: w.joins, becomes: say(to.name) })),
    ...view.finishes.map(({ from, grade, leaving }) => ({
      key: `${from.id}-${grade}`,
      name: say(from.name),
      kind: w.finishes,
      becomes: say(leavingNames[leaving]),
    })),
    ...view.entrants.map(({ name }) => ({ key: name.zh, name: '—', kind: w.entrants, becomes: say(name) })),
  ];
  return (
    <table className="area-rows area-part">
      <thead>
        <tr>
          <th scope="col">{w.class}</th>
          <th scope="col">{w.becomes}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>{row.becomes}</td>
            <td className="area-quiet">{row.kind}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The numbers of classes school by school, in the order in which the server names them. */
function schoolRows(view: RollOverView): readonly SchoolRow[] {
  const rows = new Map<string, SchoolRow>();
  const rowOf = (id: string, name: string): SchoolRow => {
    const row = rows.get(id) ?? { id, name, moves: 0, joins: 0, finishes: 0, entrants: 0 };
    rows.set(id, row);
    return row;
  };
  for (const { from } of view.moves) rowOf(from.schoolId, from.school).moves++;
  for (const { from } of view.joins) rowOf(from.schoolId, from.school).joins++;
  for (const { from } of view.finishes) rowOf(from.schoolId, from.school).finishes++;
  for (const entrant of view.entrants) rowOf(entrant.schoolId, entrant.school).entrants++;
  return [...rows.values()];
}

import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../access';

/** Everything below a path, as a range in byte order: every path ends in `/`, and `0` is the character after it. */
function pathRange(path: string): readonly [from: string, below: string] {
  return [path, `${path.slice(0, -1)}0`];
}

/** Rows at or below one of some places, by a column of paths that is sorted by bytes; none where no place is named. */
export function below(column: string, paths: readonly string[]): RawBuilder<boolean> {
  return anyOf(ranges(column, paths));
}

/** By which column a table is found in each of the two trees. */
export type PathColumns = { readonly area?: string; readonly school?: string };

/** Rows of a scope. Row-level security says the same of each row that is looked at; said here as well, an index finds them. */
export function withinScope(scope: Scope, { area, school }: PathColumns): RawBuilder<boolean> {
  if (scope.county) return sql<boolean>`true`;
  return anyOf([
    ...(area === undefined ? [] : ranges(area, scope.areas)),
    ...(school === undefined ? [] : ranges(school, scope.schools)),
  ]);
}

function ranges(column: string, paths: readonly string[]): readonly RawBuilder<boolean>[] {
  return paths.map((path) => {
    const [from, end] = pathRange(path);
    return sql<boolean>`(${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${end})`;
  });
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

import { levelOf } from './area-code';
import type { AreaRow } from './area-table';
import type { Area } from './area-tree';

/** What a new table would change, for a person to look at before it happens. */
export type AreaDifference = {
  readonly added: readonly AreaRow[];
  readonly renamed: readonly {
    readonly code: string;
    readonly from: string;
    readonly to: string;
    readonly otherNames: readonly string[];
  }[];
  /** other spellings that changed, and nothing else */ readonly respelled: readonly AreaRow[];
  /** one village of the name left its township and one came to another: the codes change, the place stays */
  readonly moved: readonly { readonly from: Area; readonly to: AreaRow }[];
  readonly closed: readonly Area[];
  /** codes that were closed before and would come back: never done, because old records would speak of a new place */
  readonly reused: readonly AreaRow[];
  readonly unchanged: number;
};

/** Compares the areas of the county, closed ones included, with a table that shall replace the open ones. */
export function differenceOfAreas(areas: readonly Area[], rows: readonly AreaRow[]): AreaDifference {
  const open = new Map(areas.filter(({ until }) => until === null).map((area) => [area.code, area]));
  const shut = new Set(areas.filter(({ until }) => until !== null).map(({ code }) => code));
  const wanted = new Map(rows.map((row) => [row.code, row]));
  const kept = rows.flatMap((row) => {
    const area = open.get(row.code);
    return area ? [{ row, area }] : [];
  });
  const fresh = rows.filter(({ code }) => !open.has(code) && !shut.has(code));
  // A table need not name the county itself.
  const gone = [...open.values()].filter(({ code, level }) => level !== 'county' && !wanted.has(code));
  const moved = movedAmong(gone, fresh);
  const left = new Set(moved.map(({ from }) => from.code));
  const come = new Set(moved.map(({ to }) => to.code));
  const renamed = kept.filter(({ row, area }) => row.name !== area.name);
  const respelled = kept.filter(({ row, area }) => row.name === area.name && !sameNames(row.otherNames, area.otherNames));
  return {
    added: fresh.filter(({ code }) => !come.has(code)),
    renamed: renamed.map(({ row, area }) => ({ code: area.code, from: area.name, to: row.name, otherNames: row.otherNames })),
    respelled: respelled.map(({ row }) => row),
    moved,
    closed: gone.filter(({ code }) => !left.has(code)),
    reused: rows.filter(({ code }) => !open.has(code) && shut.has(code)),
    unchanged: kept.length - renamed.length - respelled.length,
  };
}

/** How many places a difference touches; 0 says that the same table came again. */
export function countChanges(difference: AreaDifference): number {
  const { added, renamed, respelled, moved, closed } = difference;
  return added.length + renamed.length + respelled.length + moved.length + closed.length;
}

/** Only a name that left once and came once tells where a village went; of two 三家村 nobody knows which is which. */
function movedAmong(gone: readonly Area[], fresh: readonly AreaRow[]): readonly { from: Area; to: AreaRow }[] {
  return gone
    .filter(({ level }) => level === 'village')
    .flatMap((from) => {
      const leaving = gone.filter(({ name, level }) => name === from.name && level === 'village');
      const coming = fresh.filter(({ name, code }) => name === from.name && levelOf(code) === 'village');
      const [to] = coming;
      return to && leaving.length === 1 && coming.length === 1 ? [{ from, to }] : [];
    });
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BadRowChoice, CommitMode } from './batch-state';
import { type CommitPlan, type LayeredIndex, noRows, planCommit } from './commit-plan';
import { hashLength, overlapOf, type RowIndex, rowFlags, sortedIndex } from './row-index';

type Row = { readonly who: number; readonly what: number; readonly bad?: boolean };

/** What counts, as a person would write it down: batches without the rows that were taken out. */
type State = readonly { readonly rows: readonly Row[]; readonly dropped: ReadonlySet<number> }[];

function indexOf(rows: readonly Row[]): RowIndex {
  const hashes = (of: (row: Row) => number) =>
    Uint8Array.from(
      rows.flatMap((row) => Array.from({ length: hashLength }, (_, at) => (at === 0 ? of(row) : of(row) * 31) & 255)),
    );
  return sortedIndex({
    count: rows.length,
    keys: hashes(({ who }) => who),
    contents: hashes(({ what }) => what),
    seconds: new Uint8Array(rows.length * hashLength),
    rows: Uint32Array.from(rows, (_, at) => at),
    flags: Uint8Array.from(rows, ({ bad }) => (bad ? rowFlags.error : 0)),
  });
}

function layered(state: State): LayeredIndex {
  const all = state.flatMap(({ rows, dropped }, layer) =>
    rows.flatMap((row, at) => (dropped.has(at) ? [] : [{ row, layer, at }])),
  );
  return {
    index: indexOf(all.map(({ row }) => row)),
    layerOf: Uint16Array.from(all, ({ layer }) => layer),
    rowOf: Uint32Array.from(all, ({ at }) => at),
  };
}

type Terms = { readonly mode?: CommitMode; readonly badRows?: BadRowChoice; readonly mends?: ReadonlyMap<number, number> };

function plan(
  state: State,
  rows: readonly Row[],
  { mode = 'replace', badRows = 'take', mends = new Map() }: Terms = {},
): CommitPlan {
  const index = indexOf(rows);
  const repeated = new Set(overlapOf(index, () => 0).dropped);
  return planCommit(state.length === 0 ? noRows : layered(state), index, { mode, badRows, repeated, mends });
}

/** The state after a commit. */
function committed(state: State, rows: readonly Row[], terms: Terms = {}): State {
  const { baseDropped, ownDropped } = plan(state, rows, terms);
  const { layerOf, rowOf } = layered(state);
  const kept = state.map(({ rows: of, dropped }, layer) => {
    const more = [...baseDropped].filter((place) => layerOf[place] === layer).map((place) => rowOf[place]);
    return { rows: of, dropped: new Set([...dropped, ...more]) };
  });
  return [...kept, { rows, dropped: ownDropped }];
}

function rowsOf(state: State): string[] {
  const rows = state.flatMap(({ rows: of, dropped }) => of.filter((_, at) => !dropped.has(at)));
  return rows.map(({ who, what }) => `${who}=${what}`).sort();
}

function figures({ before, after: then, fresh, changed, unchanged, gone }: CommitPlan): number[] {
  return [before, then, fresh, changed.length, unchanged, gone];
}

const list = fc.uniqueArray(fc.record({ who: fc.integer({ min: 1, max: 30 }), what: fc.integer({ min: 1, max: 5 }) }), {
  selector: ({ who, what }) => `${who}=${what}`,
  maxLength: 20,
});

describe('a whole list', () => {
  it('takes the place of the one that counted', () => {
    fc.assert(
      fc.property(list, list, (first, second) => {
        const state = committed(committed([], first), second);
        expect(rowsOf(state)).toEqual(rowsOf([{ rows: second, dropped: new Set() }]));
        expect(plan(committed([], first), second).after).toBe(second.length);
      }),
    );
  });

  it('changes nothing when it comes again', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const state = committed([], rows);
        expect(figures(plan(state, rows))).toEqual([rows.length, rows.length, 0, 0, rows.length, 0]);
        expect(rowsOf(committed(state, rows))).toEqual(rowsOf(state));
        expect(rowsOf(committed(state, rows, { mode: 'add' }))).toEqual(rowsOf(state));
      }),
    );
  });

  it('is the same added in parts, in any order, with parts that overlap', () => {
    fc.assert(
      fc.property(list, fc.array(fc.array(fc.nat(), { maxLength: 12 }), { maxLength: 5 }), (rows, draws) => {
        const one = rows.filter((row, at) => rows.findIndex(({ who }) => who === row.who) === at);
        const parts = draws.map((draw) => draw.flatMap((n) => (one.length > 0 ? [one[n % one.length]] : [])));
        const state = [...parts, one].reduce<State>((sum, some) => committed(sum, some, { mode: 'add' }), []);
        expect(rowsOf(state)).toEqual(rowsOf([{ rows: one, dropped: new Set() }]));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a part of a list', () => {
  it('adds who is new, changes who is known, and takes nobody away', () => {
    const state = committed(
      [],
      [
        { who: 1, what: 1 },
        { who: 2, what: 1 },
      ],
    );
    const part = [
      { who: 2, what: 2 },
      { who: 3, what: 1 },
    ];
    expect(figures(plan(state, part, { mode: 'add' }))).toEqual([2, 3, 1, 1, 1, 0]);
    expect(rowsOf(committed(state, part, { mode: 'add' }))).toEqual(['1=1', '2=2', '3=1']);
    expect(figures(plan(state, part))).toEqual([2, 2, 1, 1, 0, 1]);
  });
});

describe('rows with errors', () => {
  const state = committed(
    [],
    [
      { who: 1, what: 1 },
      { who: 2, what: 1 },
    ],
  );
  const list2 = [
    { who: 1, what: 2, bad: true },
    { who: 2, what: 2 },
    { who: 3, what: 1, bad: true },
  ];

  it('that wait take no child off the list: it keeps the row it had', () => {
    expect(rowsOf(committed(state, list2, { badRows: 'wait' }))).toEqual(['1=1', '2=2']);
    expect(figures(plan(state, list2, { badRows: 'wait' }))).toEqual([2, 2, 0, 1, 1, 0]);
    expect(rowsOf(committed(state, list2, { badRows: 'wait', mode: 'add' }))).toEqual(['1=1', '2=2']);
  });

  it('that are taken count like others', () => {
    expect(rowsOf(committed(state, list2))).toEqual(['1=2', '2=2', '3=1']);
  });

  it('and come back mended take the place of the rows they mend, whatever was mended', () => {
    const taken = committed(state, list2);
    const mends = new Map([
      [0, 0],
      [1, 2],
    ]);
    const index = layered(taken);
    const places = [...index.index.rows].map((place) => `${taken[index.layerOf[place]].rows[index.rowOf[place]].who}`);
    const placeOf = (who: string) => index.index.rows[places.indexOf(who)];
    const byPlace = new Map([...mends.keys()].map((own, at) => [own, placeOf(['1', '3'][at])]));
    const mended = [
      { who: 9, what: 9 },
      { who: 3, what: 1 },
    ];
    expect(rowsOf(committed(taken, mended, { mode: 'mend', mends: byPlace }))).toEqual(['2=2', '3=1', '9=9']);
    expect(figures(plan(taken, mended, { mode: 'mend', mends: byPlace }))).toEqual([3, 3, 0, 1, 2, 0]);
  });

  it('that waited are added once they are mended, and those still bad go on waiting', () => {
    const waiting = committed(state, list2, { badRows: 'wait' });
    const mends = new Map([
      [0, -1],
      [1, -1],
    ]);
    const mended = [
      { who: 1, what: 3 },
      { who: 3, what: 9, bad: true },
    ];
    expect(rowsOf(committed(waiting, mended, { mode: 'mend', mends, badRows: 'wait' }))).toEqual(['1=3', '2=2']);
    expect(rowsOf(committed(waiting, mended, { mode: 'mend', mends }))).toEqual(['1=3', '2=2', '3=9']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSnapshots, hashLength, overlapOf, type RowIndex, rowFlags, sortedIndex } from './row-index';

/** A row of a made-up list: who, what, and a name with a birthday. */
type Row = { readonly who: number; readonly what: number; readonly second?: number; readonly weak?: boolean };

function indexOf(rows: readonly Row[]): RowIndex {
  const hashes = (of: (row: Row) => number) =>
    Uint8Array.from(
      rows.flatMap((row) => Array.from({ length: hashLength }, (_, at) => (at < hashLength - 1 ? of(row) * 7 : of(row)) & 255)),
    );
  return sortedIndex({
    count: rows.length,
    keys: hashes(({ who }) => who),
    contents: hashes(({ what }) => what),
    seconds: hashes(({ second = 0 }) => second),
    rows: Uint32Array.from(rows, (_, at) => at),
    flags: Uint8Array.from(rows, ({ weak }) => (weak ? rowFlags.weak : 0)),
  });
}

/** What a person would say: `new 3`, `gone 0`, `changed 1→2`, `same 4=5`, by the rows' own numbers. */
function saidOf(before: readonly Row[], after: readonly Row[]): string[] {
  const [b, a] = [indexOf(before), indexOf(after)];
  const change = compareSnapshots(b, a);
  return [
    ...change.fresh.map((at) => `new ${a.rows[at]}`),
    ...change.gone.map((at) => `gone ${b.rows[at]}`),
    ...change.changed.map(([from, to]) => `changed ${b.rows[from]}→${a.rows[to]}`),
    ...change.unchanged.map(([from, to]) => `same ${b.rows[from]}=${a.rows[to]}`),
  ].sort();
}

const list = fc.array(fc.record({ who: fc.integer({ min: 1, max: 12 }), what: fc.integer({ min: 1, max: 4 }) }), {
  maxLength: 25,
});

describe('two versions of a list', () => {
  it('differ in who came, who went and whose row says something else', () => {
    const before = [
      { who: 1, what: 1 },
      { who: 2, what: 1 },
      { who: 3, what: 1 },
    ];
    const after = [
      { who: 4, what: 1 },
      { who: 3, what: 2 },
      { who: 1, what: 1 },
    ];
    expect(saidOf(before, after)).toEqual(['changed 2→1', 'gone 1', 'new 0', 'same 0=2']);
  });

  it('are the same in whatever order the rows stand', () => {
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.nat()), (rows, order) => {
        const keys = rows.map((row) => ({ row, key: order.next().value ?? 0 }));
        const shuffled = keys.sort((one, other) => one.key - other.key).map(({ row }) => row);
        const { unchanged, ...rest } = compareSnapshots(indexOf(rows), indexOf(shuffled));
        expect(unchanged.length).toBe(rows.length);
        expect(rest).toEqual({ fresh: [], changed: [], gone: [] });
      }),
    );
  });

  it('agree with counting by hand: as many stay as are equal, and every row is spoken of once', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const [b, a] = [indexOf(before), indexOf(after)];
        const { fresh, changed, unchanged, gone } = compareSnapshots(b, a);
        expect([...gone, ...changed.map(([from]) => from), ...unchanged.map(([from]) => from)].sort((x, y) => x - y)).toEqual(
          before.map((_, at) => at),
        );
        expect([...fresh, ...changed.map(([, to]) => to), ...unchanged.map(([, to]) => to)].sort((x, y) => x - y)).toEqual(
          after.map((_, at) => at),
        );
        expect(unchanged.length).toBe(inCommon(before, after, ({ who, what }) => `${who}/${what}`));
        expect(unchanged.length + changed.length).toBe(inCommon(before, after, ({ who }) => `${who}`));
      }),
    );
  });

  it('know a child whose number was mended by name and birthday, and never where two children have them', () => {
    expect(saidOf([{ who: 1, what: 1, second: 9 }], [{ who: 2, what: 1, second: 9 }])).toEqual(['changed 0→0']);
    const twoCame = [
      { who: 2, what: 1, second: 9 },
      { who: 3, what: 1, second: 9 },
    ];
    expect(saidOf([{ who: 1, what: 1, second: 9 }], twoCame)).toEqual(['gone 0', 'new 0', 'new 1']);
    expect(saidOf([{ who: 1, what: 1 }], [{ who: 2, what: 1 }])).toEqual(['gone 0', 'new 0']);
  });

  it('keep apart two rows of one child: the one that stays, the one that changed, the one that went', () => {
    const before = [
      { who: 1, what: 1 },
      { who: 1, what: 2 },
      { who: 1, what: 3 },
    ];
    const after = [
      { who: 1, what: 2 },
      { who: 1, what: 4 },
    ];
    expect(saidOf(before, after)).toEqual(['changed 0→1', 'gone 2', 'same 1=0']);
  });
});

describe('rows of one list that stand in several files', () => {
  const [a, b] = [
    { who: 1, what: 1 },
    { who: 1, what: 2 },
  ];
  /** Rows of files that follow one another. */
  const overlap = (...files: readonly (readonly Row[])[]) => {
    const fileOf = files.flatMap((rows, file) => rows.map(() => file));
    return overlapOf(indexOf(files.flat()), (row) => fileOf[row]);
  };

  it('count once where they are alike, and both where they are not', () => {
    expect(overlap([a], [a], [a])).toEqual({ dropped: [1, 2], same: 2, repeated: 0, differ: 0 });
    expect(overlap([a, a], [{ who: 2, what: 1 }])).toEqual({ dropped: [1], same: 0, repeated: 1, differ: 0 });
    expect(overlap([a], [b])).toEqual({ dropped: [], same: 0, repeated: 0, differ: 1 });
    expect(overlap([a, b])).toEqual({ dropped: [], same: 0, repeated: 0, differ: 0 });
  });

  it('stay two children where two of one file have no number and one name', () => {
    const boy = { who: 1, what: 1, weak: true };
    expect(overlap([boy, boy]).dropped).toEqual([]);
    expect(overlap([boy], [boy, boy])).toEqual({ dropped: [0], same: 1, repeated: 0, differ: 0 });
    expect(overlap([boy], [{ ...boy, what: 2 }]).differ).toBe(0);
  });
});

function inCommon(before: readonly Row[], after: readonly Row[], of: (row: Row) => string): number {
  const left = before.map(of);
  return after.filter((row) => {
    const at = left.indexOf(of(row));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

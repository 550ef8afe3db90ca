import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../kernel/day';
import { endedByHandOver, faultsOfOwner, type Grid, type GridOwner, ownerOn, problemsOfOwners } from './grid-owner';

const grid: Grid = {
  kind: 'class',
  path: '211324/s1/c1/',
  name: { zh: '三年级2班', en: 'grade 3 class 2' },
  from: '2024-09-01',
  until: '2025-08-31',
};

function owner(id: string, from: string, until: string | null): GridOwner {
  return { id, path: grid.path, userId: null, name: `老师${id}`, duty: '班主任', from, until };
}

function problems(...owners: readonly GridOwner[]): readonly string[] {
  return problemsOfOwners([grid], owners, '2024-01-01', '2025-12-31').map(({ kind, from, until, owners: holding }) =>
    `${kind} ${from}..${until} ${holding.map(({ id }) => id).join('+')}`.trim(),
  );
}

describe('the owner of a grid', () => {
  it('is one person on every day of the grid', () => {
    expect(problems(owner('a', '2024-09-01', null))).toEqual([]);
    expect(problems(owner('a', '2024-08-01', '2025-02-28'), owner('b', '2025-03-01', '2025-09-30'))).toEqual([]);
    expect(ownerOn([owner('a', '2024-09-01', '2025-02-28')], grid.path, '2025-02-28')?.id).toBe('a');
    expect(ownerOn([owner('a', '2024-09-01', '2025-02-28')], grid.path, '2025-03-01')).toBeUndefined();
  });

  it('is missed where nobody holds it, and questioned where two do', () => {
    expect(problems()).toEqual(['gap 2024-09-01..2025-08-31']);
    expect(problems(owner('a', '2024-09-10', '2025-01-31'), owner('b', '2025-01-20', '2025-06-30'))).toEqual([
      'gap 2024-09-01..2024-09-09',
      'overlap 2025-01-20..2025-01-31 a+b',
      'gap 2025-07-01..2025-08-31',
    ]);
  });

  it('is told to the day, as going through the days one by one tells it', () => {
    const start = parseDay('2024-08-20') ?? 0;
    const day = fc.integer({ min: 0, max: 400 }).map((days) => formatDay(start + days));
    const anyOwner = fc
      .record({ from: day, days: fc.integer({ min: 0, max: 120 }), open: fc.boolean(), id: fc.uuid() })
      .map(({ from, days, open, id }) => owner(id, from, open ? null : formatDay((parseDay(from) ?? 0) + days)));
    fc.assert(
      fc.property(fc.array(anyOwner, { maxLength: 5 }), (owners) => {
        const found = problemsOfOwners([grid], owners, '2024-08-20', '2025-10-31');
        for (let number = start; number < start + 430; number++) {
          const on = formatDay(number);
          const holding = owners.filter(({ from, until }) => from <= on && (until === null || until >= on)).length;
          const expected = on < grid.from || on > '2025-08-31' || holding === 1 ? [] : [holding === 0 ? 'gap' : 'overlap'];
          const covering = found.filter(({ from, until }) => from <= on && (until === null || until >= on));
          expect(covering.map(({ kind }) => kind)).toEqual(expected);
        }
      }),
    );
  });
});

describe('giving a grid to somebody', () => {
  const before = owner('a', '2024-09-01', null);
  const faults = (owners: readonly GridOwner[], from: string, until: string | null = null) => {
    const ended = endedByHandOver(owners, grid.path, { from, until });
    const others = owners.filter((one) => one !== ended);
    return faultsOfOwner(grid, others, { from, until }).map(({ path, zh }) => `${path} ${zh}`);
  };

  it('ends the one before on the day before', () => {
    expect(faults([before], '2025-03-01')).toEqual([]);
    expect(endedByHandOver([before], grid.path, { from: '2025-03-01', until: null })).toBe(before);
    expect(endedByHandOver([before], grid.path, { from: '2024-09-01', until: null })).toBeUndefined();
  });

  it('fills a gap, but takes no day that somebody else has', () => {
    const first = owner('a', '2024-09-01', '2024-12-31');
    const second = owner('b', '2025-03-01', null);
    expect(faults([first, second], '2025-01-01', '2025-02-28')).toEqual([]);
    expect(faults([first, second], '2025-01-01', '2025-03-01')).toEqual([
      'from 2025-03-01 至 今 由老师b负责，请避开这些天，或先改那一条。',
    ]);
    expect(faults([first, second], '2024-12-31', '2025-01-05')[0]).toContain('由老师a负责');
    expect(faults([before], '2024-09-01')[0]).toContain('由老师a负责');
    expect(faults([first, second], '2025-02-01')[0]).toContain('由老师b负责');
  });

  it('keeps to the days of the grid', () => {
    expect(faults([], '2024-08-31')).toEqual(['from “三年级2班”的起止是 2024-09-01 至 2025-08-31，请改日期。']);
    expect(faults([], '2025-03-01', '2025-09-01')).toHaveLength(1);
    expect(faults([], '2025-03-01', '2025-02-01')).toEqual(['until 结束日早于开始日，请改正。']);
  });
});

import { describe, expect, it } from 'vitest';
import { type CalendarException, faultsOfException } from './exception';

const snow: CalendarException = {
  id: 'a',
  tree: 'county',
  path: '211324/',
  grades: [],
  from: '2025-03-05',
  until: '2025-03-07',
  kind: 'closed',
  reason: '大雪',
};
const years = ['2024-2025'];

function faults(change: Partial<CalendarException>, others: readonly CalendarException[] = []): readonly string[] {
  return faultsOfException({ ...snow, id: 'b', ...change }, others, years).map(({ path, zh }) => `${path} ${zh}`);
}

describe('a new exception', () => {
  it('has days in their order, within a school year that has terms, and not too many', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ until: '2025-03-04' })).toEqual(['until 结束日早于开始日，请改正。']);
    expect(faults({ from: '2025-3-5' })).toEqual(['from 日期要写成 2025-03-05 的形式。']);
    expect(faults({ until: '2025-07-11' })).toEqual(['until 一次最多 120 天；更长的停课请改学期起止。']);
    expect(faults({ from: '2025-08-31', until: '2025-09-01' })[0]).toContain('校历里还没有 2025-08-31 所在学年的学期');
  });

  it('does not contradict one of the same place', () => {
    const taught = { kind: 'taught', from: '2025-03-07', until: '2025-03-08' } as const;
    expect(faults(taught, [snow])).toEqual(['from 2025-03-05 至 2025-03-07 已定为停课（大雪）。请先撤销那一条。']);
    expect(faults({ ...taught, from: '2025-03-08' }, [snow])).toEqual([]);
    expect(faults({ ...taught, tree: 'school', path: '211324/s1/' }, [snow])).toEqual([]);
    expect(faults({ ...taught, grades: [9] }, [snow])).toEqual([]);
    expect(faults({ ...taught, grades: [8, 9] }, [{ ...snow, grades: [9] }])).toHaveLength(1);
    expect(faults({ from: '2025-03-07' }, [snow])).toEqual([]);
  });
});

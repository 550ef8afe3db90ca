import { describe, expect, it } from 'vitest';
import { resolvePlace } from '../index';
import { countChanges, differenceOfAreas } from './area-difference';
import type { AreaRow } from './area-table';
import { type Area, areaOf, areasAsOf, areasOfCounty, countyOfAreas } from './area-tree';
import { makeGazetteer } from './county';
import { kazuo } from './kazuo';

const shipped = areasOfCounty(kazuo(), '2023-06-30');
const rows: readonly AreaRow[] = shipped.map(({ code, name, otherNames }) => ({ code, name, otherNames }));

function without(code: string): readonly AreaRow[] {
  return rows.filter((row) => row.code !== code);
}

function differences(areas: readonly Area[], table: readonly AreaRow[]) {
  const { added, renamed, respelled, moved, closed, reused } = differenceOfAreas(areas, table);
  return {
    added: added.map(({ code }) => code),
    renamed: renamed.map(({ code, from, to }) => `${code} ${from} → ${to}`),
    respelled: respelled.map(({ code }) => code),
    moved: moved.map(({ from, to }) => `${from.code} → ${to.code}`),
    closed: closed.map(({ code }) => code),
    reused: reused.map(({ code }) => code),
  };
}

const nothing = { added: [], renamed: [], respelled: [], moved: [], closed: [], reused: [] };

describe('a new table beside the areas of the county', () => {
  it('changes nothing when it is the same, even without the county’s own line', () => {
    expect(differences(shipped, rows)).toEqual(nothing);
    expect(differences(shipped, without('211324'))).toEqual(nothing);
    expect(differenceOfAreas(shipped, rows).unchanged).toBe(227);
    expect(countChanges(differenceOfAreas(shipped, rows))).toBe(0);
  });

  it('shows what is added, closed, renamed and spelled otherwise', () => {
    const table = [...without('211324400503'), { code: '211324400504', name: '新分场生活区', otherNames: [] }].map((row) =>
      row.code === '211324113'
        ? { ...row, name: '甘召镇' }
        : row.code === '211324102'
          ? { ...row, otherNames: ['山咀子镇'] }
          : row,
    );
    expect(differences(shipped, table)).toEqual({
      ...nothing,
      added: ['211324400504'],
      closed: ['211324400503'],
      renamed: ['211324113 甘招镇 → 甘召镇'],
      respelled: ['211324102'],
    });
  });

  it('sees that a village moved where its name left one township and came to another', () => {
    const moved = [...without('211324104208'), { code: '211324105213', name: '桥子村', otherNames: [] }];
    expect(differences(shipped, moved)).toEqual({ ...nothing, moved: ['211324104208 → 211324105213'] });
  });

  it('does not guess which of two villages of one name moved', () => {
    const table = rows
      .filter(({ code }) => code !== '211324109205' && code !== '211324113202')
      .concat({ code: '211324105213', name: '三家村', otherNames: [] });
    expect(differences(shipped, table)).toEqual({
      ...nothing,
      added: ['211324105213'],
      closed: ['211324109205', '211324113202'],
    });
  });

  it('never takes up a code that was closed', () => {
    const past = shipped.map((area) => (area.code === '211324400503' ? { ...area, until: '2024-12-31' } : area));
    expect(differences(past, rows)).toEqual({ ...nothing, reused: ['211324400503'] });
  });
});

describe('the areas as of a day', () => {
  const old = { ...areaOf('211324003', '大城子镇', [], '2000-01-01'), until: '2010-12-31', successor: '211324001' };
  const areas = [...shipped, old];
  const names = [
    { code: '211324113', from: '2023-06-30', name: '甘召镇' },
    { code: '211324113', from: '2024-05-01', name: '甘招镇' },
  ];

  it('are those that existed on it, first and last day included, under the name of that day', () => {
    const nameOn = (code: string, day: string) => areasAsOf(areas, names, day).find((area) => area.code === code)?.name;
    expect(nameOn('211324003', '2010-12-31')).toBe('大城子镇');
    expect(nameOn('211324003', '2011-01-01')).toBeUndefined();
    expect(nameOn('211324001', '2023-06-29')).toBeUndefined();
    expect(nameOn('211324001', '2023-06-30')).toBe('大城子街道');
    expect(nameOn('211324113', '2024-04-30')).toBe('甘召镇');
    expect(nameOn('211324113', '2024-05-01')).toBe('甘招镇');
  });

  it('give a county in which old lists still find their places', () => {
    const county = countyOfAreas(areas, names, kazuo().above);
    expect(county.townships).toHaveLength(22);
    expect(makeGazetteer(county).codes).toEqual(makeGazetteer(kazuo()).codes);
    const place = resolvePlace(makeGazetteer(county), { address: '喀左县甘召镇三家村2组' });
    expect(place).toEqual({ township: '甘招镇', village: '三家' });
    expect(() => countyOfAreas([], [], [])).toThrow('hold no county');
  });
});

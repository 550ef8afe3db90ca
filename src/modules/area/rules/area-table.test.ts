import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentCodeOf, pathOfCode, plainCode } from './area-code';
import { areaHeaders, areaTableRows, areaText, readAreaTable } from './area-table';
import { type Area, areasOfCounty, treeOf } from './area-tree';
import { kazuo } from './kazuo';

const shipped = areasOfCounty(kazuo(), '2023-06-30');

/** The table of areas that exist, as text. */
function textOf(areas: readonly Area[]): string {
  return areaText([areaHeaders, ...areaTableRows(areas)].map((cells, place) => ({ row: place + 1, cells })));
}

function problems(...lines: readonly string[]): readonly string[] {
  const table = ['区划代码,名称,别名', '211324101,南公营子镇,', ...lines].join('\n');
  return readAreaTable(table, '211324').problems.map(({ row, code, zh }) => `${row} ${code} ${zh}`);
}

describe('a code', () => {
  it('is the same with and without the zeros of statistics', () => {
    expect(plainCode('211324101000')).toBe('211324101');
    expect(plainCode('211324000000')).toBe('211324');
    expect(plainCode('211324101200')).toBe('211324101200');
    expect(plainCode('211324 101')).toBe('211324101');
    for (const text of ['', '2113', '2.11324E+11', '21132410120', '二一一三二四']) expect(plainCode(text)).toBeUndefined();
  });

  it('says what is above and where it lies', () => {
    expect(pathOfCode('211324101201')).toBe('211324/211324101/211324101201/');
    expect(pathOfCode('211324')).toBe('211324/');
    expect(parentCodeOf('211324101')).toBe('211324');
  });
});

describe('the shipped areas', () => {
  it('are the county, its 22 townships and 204 villages, each below its own township', () => {
    const count = (level: Area['level']) => shipped.filter((area) => area.level === level).length;
    expect([count('county'), count('township'), count('village')]).toEqual([1, 22, 204]);
    const [county] = treeOf(shipped);
    expect(county?.area.name).toBe('喀喇沁左翼蒙古族自治县');
    expect(county?.below.map(({ below }) => below.length)).toEqual([
      10, 19, 10, 8, 16, 13, 7, 10, 7, 13, 10, 13, 8, 10, 9, 7, 5, 5, 6, 7, 7, 4,
    ]);
  });

  it('come back unchanged from the table they were written to', () => {
    const { rows, problems: found } = readAreaTable(textOf(shipped), '211324');
    expect(found).toEqual([]);
    expect(rows).toEqual(shipped.map(({ code, name, otherNames }) => ({ code, name, otherNames })));
  });
});

describe('a table of areas', () => {
  it('is taken as it is copied from a spreadsheet, with a title above and empty lines', () => {
    const table = '喀左县区划\t\n统计用区划代码\t单位名称\r\n\n211324101000\t 南公营子镇 \r\n211324101200\t"南村"\n\n';
    expect(readAreaTable(table, '211324')).toEqual({
      rows: [
        { code: '211324101', name: '南公营子镇', otherNames: [] },
        { code: '211324101200', name: '南村', otherNames: [] },
      ],
      problems: [],
    });
  });

  it('has its problems named with row and reason, and the other rows stand', () => {
    expect(problems('2.11E+11,某村')).toEqual([
      '3 code-unreadable 区划代码“2.11E+11”被表格软件变成了科学计数，请把这一列设为“文本”，重新填这一格。',
    ]);
    expect(problems('21132410,某村')).toEqual(['3 code-unreadable 区划代码“21132410”不是 6、9 或 12 位数字，请改正。']);
    expect(problems('211322101200,某村')).toEqual([
      '3 other-county 区划代码“211322101200”不属于本县（211324），请改正或删去这一行。',
    ]);
    expect(problems('211324101000,又一个镇')).toEqual(['3 code-twice 区划代码 211324101 在第 2 行已经有了，请删去一行。']);
    expect(problems('211324102200,山嘴子村')).toEqual([
      '3 parent-missing “山嘴子村”（211324102200）所属的乡镇 211324102 不在表里，请补上那一行。',
    ]);
    expect(problems('211324101200,')).toEqual(['3 name-missing 211324101200 没有名称，请补上。']);
    expect(problems('211324101200,南村', '211324101201,南村')).toEqual([
      '4 name-twice “南村”和第 3 行同名、又同属一处，请核对是否重复。',
    ]);
  });

  it('has its problems named with the header of its own column and what stands there', () => {
    const table = '统计用区划代码,单位名称\n211324101000,南公营子镇\n21132410120,南村\n211324101201,\n211324101000,某镇\n';
    expect(readAreaTable(table, '211324').problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, '统计用区划代码', '21132410120'],
      [4, '单位名称', ''],
      [5, '统计用区划代码', '211324101000'],
    ]);
    expect(readAreaTable('', '211324').problems).toMatchObject([{ row: 0, column: '', value: '' }]);
  });

  it('keeps the numbers of its rows as text, and no cell is parted', () => {
    const text = areaText([
      { row: 3, cells: ['代码', '名称', '别名'] },
      { row: 4, cells: ['211324101', '南公\n营子镇', ''] },
      { row: 7, cells: ['211324101200', '南\t村', ''] },
      { row: 9, cells: ['x', '', ''] },
    ]);
    const { rows, problems: found } = readAreaTable(text, '211324');
    expect(rows.map(({ name }) => name)).toEqual(['南公 营子镇', '南 村']);
    expect(found.map(({ row }) => row)).toEqual([9]);
  });

  it('may hold the province and the city above the county', () => {
    const table = '代码,名称\n210000000000,辽宁省\n211300000000,朝阳市\n211324000000,喀左县\n';
    expect(readAreaTable(table, '211324')).toEqual({ rows: [{ code: '211324', name: '喀左县', otherNames: [] }], problems: [] });
  });

  it('leaves out the villages of a township that it leaves out', () => {
    expect(problems('211324102,南公营子镇', '211324102200,山嘴子村').map((text) => text.slice(0, 16))).toEqual([
      '3 name-twice “南公',
      '4 parent-missing',
    ]);
  });

  it('without a header or without areas is no table', () => {
    expect(readAreaTable('211324101,南公营子镇', '211324').problems[0]?.zh).toContain('没有找到表头');
    expect(readAreaTable('代码,名称\n', '211324').problems[0]?.zh).toContain('没有一个区划');
    expect(readAreaTable('', '211324').problems).toHaveLength(1);
  });

  it('of any county comes back unchanged from its own writing', () => {
    const name = fc.stringMatching(/^[一-龥]{1,6}(镇|村)$/);
    const digits = fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0'));
    const village = fc.record({ code: digits, name });
    const township = fc.record({
      code: digits,
      name,
      otherNames: fc.uniqueArray(name, { maxLength: 2 }),
      villages: fc.uniqueArray(village, { maxLength: 5, selector: ({ code }) => code }),
    });
    const townships = fc.uniqueArray(township, { minLength: 1, maxLength: 5, selector: ({ code }) => code });
    fc.assert(
      fc.property(townships, (list) => {
        const areas = areasOfCounty({ code: '150430', name: '敖汉旗', otherNames: [], above: [], townships: list }, '2025-01-01');
        const { rows, problems: found } = readAreaTable(textOf(areas), '150430');
        // Two places of one name under one roof are the only thing such a table can be refused for.
        expect(found.every(({ code }) => code === 'name-twice')).toBe(true);
        expect(rows.length + found.length).toBe(areas.length);
        for (const row of rows) {
          const area = areas.find(({ code }) => code === row.code);
          expect(row).toEqual({ code: area?.code, name: area?.name, otherNames: area?.otherNames });
        }
      }),
    );
  });
});

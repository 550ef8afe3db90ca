import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cellText, type PackedColumn } from '../kernel/packed-column';
import { type PackedSheet, readSheets, writeWorkbook } from '../platform/sheets/index';
import {
  enrolmentRows,
  householdRows,
  idNumber,
  inFolder,
  nol,
  type TinyChild,
  tinyCounty,
  writeSheet,
} from './testing/tiny-county';

type Entry = {
  readonly row: number;
  readonly file?: string;
  readonly status: string;
  readonly enrolment: readonly {
    readonly row: number;
    readonly file?: string;
    readonly score: number;
    readonly evidence: string[];
  }[];
  readonly household: readonly number[];
  readonly attending?: string;
};
type Result = {
  readonly summary: { readonly household: Record<string, number>; readonly schoolYear: string };
  readonly household: readonly Entry[];
  readonly enrolment: readonly Entry[];
  readonly duplicates: readonly { readonly rows: number[]; readonly evidence: string[] }[];
  readonly attending?: readonly Entry[];
  readonly problems: readonly {
    readonly register: string;
    readonly row: number;
    readonly column: string;
    readonly code: string;
  }[];
};

type Lists = {
  readonly household: readonly TinyChild[];
  readonly enrolment: readonly TinyChild[];
  readonly attending?: readonly TinyChild[];
};

/** Compares tiny registers through the built command and gives back what it wrote. */
async function compared(lists: Lists, asOf = '2025-03-01'): Promise<Result> {
  return inFolder(async (at) => {
    const household = await writeSheet(at('h.xlsx'), householdRows(lists.household));
    const enrolment = await writeSheet(at('e.csv'), enrolmentRows(lists.enrolment));
    const args = ['compare', '--as-of', asOf, '--household', household, '--enrolment', enrolment, '--json', at('r.json')];
    if (lists.attending) args.push('--attending', await writeSheet(at('a.csv'), enrolmentRows(lists.attending)));
    const ran = await nol(args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    return JSON.parse(await readFile(at('r.json'), 'utf8'));
  });
}

describe('result.json', () => {
  it('has one entry for every data row, under the number Excel shows, with reasons', async () => {
    const children = tinyCounty();
    const result = await compared({ household: children, enrolment: [...children].reverse() });
    expect(result.household.map(({ row }) => row)).toEqual(children.map((_, at) => at + 2));
    expect(result.household[0]).toMatchObject({ row: 2, status: 'enrolled', enrolment: [{ row: 41 }] });
    expect(result.household[0].enrolment[0].evidence).toContain('身份证号相同');
    expect(result.household[0].enrolment[0].score).toBeGreaterThan(0.99);
    expect(result.household[0].enrolment[0].score).toBeLessThan(1);
    expect(result.enrolment[0]).toEqual({ row: 2, status: 'matched', household: [41] });
    expect(result.household[0].file).toBeUndefined();
    expect(result.summary.household).toMatchObject({ rows: 40, enrolled: 40, review: 0 });
  });

  it('tells who is on no roll, and who is on a roll only', async () => {
    const children = tinyCounty();
    const result = await compared({ household: children.slice(1), enrolment: children.slice(0, -1) });
    expect(result.household.at(-1)).toEqual({ row: 40, status: 'not-enrolled', enrolment: [] });
    expect(result.enrolment[0]).toEqual({ row: 2, status: 'no-household', household: [] });
  });

  it('compares a row whose number is missing or cannot be read', async () => {
    const [first, second, ...rest] = tinyCounty();
    const spoilt = `${second.id?.slice(0, 17)}${second.id?.endsWith('1') ? '2' : '1'}`;
    const result = await compared({
      household: [first, second, ...rest],
      enrolment: [{ ...first, id: undefined }, { ...second, id: spoilt }, ...rest],
    });
    expect(result.household[0]).toMatchObject({ status: 'enrolled', enrolment: [{ row: 2 }] });
    expect(result.household[1]).toMatchObject({ status: 'enrolled', enrolment: [{ row: 3 }] });
    expect(result.household[1].enrolment[0].evidence).toContain('身份证号只差一处');
    expect(result.problems).toContainEqual(expect.objectContaining({ register: 'enrolment', row: 3, column: '身份证件号码' }));
  });

  it('calls a row invalid only where it names nobody', async () => {
    const children = tinyCounty();
    const result = await compared({
      household: [{ ...children[0], name: undefined, id: undefined }, ...children.slice(1)],
      enrolment: children,
    });
    expect(result.household[0]).toEqual({ row: 2, status: 'invalid', enrolment: [] });
    expect(result.household.filter(({ status }) => status === 'invalid')).toHaveLength(1);
  });

  it('keeps the link of a child who is not of school age', async () => {
    const [first, ...rest] = tinyCounty();
    const small: TinyChild = { ...first, birth: '2019-05-05', id: idNumber('211324', '20190505', '101') };
    const lists = { household: [small, ...rest], enrolment: [small, ...rest] };
    expect((await compared(lists)).household[0]).toMatchObject({ status: 'out-of-age', enrolment: [{ row: 2 }] });
    const nextYear = await compared(lists, '2025-09-01');
    expect(nextYear.household[0]).toMatchObject({ status: 'enrolled' });
    expect(nextYear.summary.schoolYear).toBe('2025-2026');
  });

  it('finds two enrolments of one child', async () => {
    const children = tinyCounty();
    const result = await compared({ household: children, enrolment: [...children, { ...children[4], className: '二年级1班' }] });
    expect(result.duplicates).toHaveLength(1);
    expect(result.duplicates[0].rows).toEqual([6, 42]);
    expect(result.duplicates[0].evidence).toContain('身份证号相同');
    expect(result.household[4].enrolment.map(({ row }) => row).sort()).toEqual([42, 6]);
  });

  it('asks a person where the household list says that the child is gone', async () => {
    const [first, ...rest] = tinyCounty();
    const result = await compared({ household: [{ ...first, changeReason: '死亡' }, ...rest], enrolment: rest });
    expect(result.household[0]).toMatchObject({ status: 'review', enrolment: [] });
  });

  it('tells who is enrolled and not there, and who is there without enrolment', async () => {
    const children = tinyCounty();
    const result = await compared({ household: children, enrolment: children.slice(1), attending: children.slice(0, -1) });
    expect(result.enrolment.at(-1)).toMatchObject({ row: 40, status: 'matched', attending: 'absent' });
    expect(result.enrolment[0]).toMatchObject({ row: 2, attending: 'present' });
    expect(result.attending?.[0]).toEqual({ row: 2, status: 'no-match', enrolment: [] });
  });

  it('says of which file a row is where several were given', async () => {
    const children = tinyCounty();
    await inFolder(async (at) => {
      const household = await writeSheet(at('h.csv'), householdRows(children));
      const one = await writeSheet(at('e1.csv'), enrolmentRows(children.slice(0, 20)));
      const two = await writeSheet(at('e2.xlsx'), [['2025年春季学期'], ...enrolmentRows(children.slice(20))]);
      // Two files after one option, as a shell writes them for e*.
      const ran = await nol([
        'compare',
        '--as-of',
        '2025-03-01',
        '--household',
        household,
        '--enrolment',
        one,
        two,
        '--json',
        at('r.json'),
      ]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      const result: Result = JSON.parse(await readFile(at('r.json'), 'utf8'));
      expect(result.household[0].enrolment[0]).toMatchObject({ row: 2, file: one });
      expect(result.household[20].enrolment[0]).toMatchObject({ row: 3, file: two });
      expect(result.enrolment[20]).toMatchObject({ row: 3, file: two, household: [22] });
    });
  });

  it('says of which sheet a row is where a file has several', async () => {
    const children = tinyCounty();
    await inFolder(async (at) => {
      const household = await writeSheet(at('h.csv'), householdRows(children));
      const [header, ...rows] = enrolmentRows(children);
      const columns = header.map((title) => ({ header: title, width: 12 }));
      const classes = [
        { name: '一班', columns, rows: rows.slice(0, 20) },
        { name: '二班', columns, rows: rows.slice(20) },
      ];
      await writeWorkbook(at('e.xlsx'), classes);
      const lists = ['--household', household, '--enrolment', at('e.xlsx')];
      await nol(['compare', '--as-of', '2025-03-01', ...lists, '--json', at('r.json'), '--out', at('r.xlsx')]);
      const result: Result = JSON.parse(await readFile(at('r.json'), 'utf8'));
      expect(result.household[20].enrolment[0]).toMatchObject({ row: 2, sheet: '二班' });
      expect(result.enrolment[19]).toMatchObject({ row: 21, sheet: '一班', household: [21] });
      const sheets = await everySheet(at('r.xlsx'));
      expect(recordsOf(sheets.get('适龄儿童'))[20]).toMatchObject({ 学籍行号: '2', 学籍来源文件: '〔二班〕' });
    });
  });
});

describe('result.xlsx', () => {
  it('has its nine sheets, each row with its reasons, its row numbers and the ID number as text', async () => {
    const children = tinyCounty();
    await inFolder(async (at) => {
      const household = await writeSheet(at('h.csv'), householdRows(children));
      const enrolment = await writeSheet(at('e.csv'), enrolmentRows(children.slice(1)));
      const attending = await writeSheet(at('a.csv'), enrolmentRows(children.slice(2)));
      const lists = ['--household', household, '--enrolment', enrolment, '--attending', attending];
      const ran = await nol(['compare', '--as-of', '2025-03-01', ...lists, '--out', at('r.xlsx'), '--json', at('r.json')]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect((await readdir(at('.'))).sort()).toEqual(['a.csv', 'e.csv', 'h.csv', 'r.json', 'r.xlsx']);
      const sheets = await everySheet(at('r.xlsx'));
      expect([...sheets.keys()]).toEqual([
        ...['汇总', '适龄儿童', '未入学', '在籍不在校', '在校无籍', '重复学籍', '待核实', '不在适龄', '数据问题'],
      ]);
      const second = recordsOf(sheets.get('适龄儿童'))[1];
      expect(second).toMatchObject({ 姓名: children[1].name, 就学状态: '已入学', 户籍行号: '3', 学籍行号: '2' });
      expect(second).toMatchObject({ 身份证号: children[1].id, 学校: '公营子镇中心小学', 村: '十家子' });
      expect(second.依据).toMatch(/^身份证号相同\(\+13\)；/);
      expect(recordsOf(sheets.get('未入学'))).toMatchObject([{ 序号: '1', 姓名: children[0].name, 户籍行号: '2' }]);
      expect(recordsOf(sheets.get('在籍不在校'))).toMatchObject([{ 姓名: children[1].name, 学籍行号: '2', 户籍行号: '3' }]);
      const counts = recordsOf(sheets.get('汇总'));
      expect(counts).toContainEqual(expect.objectContaining({ 项目: '适龄儿童（户籍）', 数量: '40', 其中已入学: '39' }));
      expect(counts).toContainEqual(expect.objectContaining({ 项目: '　公营子镇', 数量: '40', 其中未入学: '1' }));
      expect(counts).toContainEqual(expect.objectContaining({ 项目: '残疾人名册', 依据与说明: '未提供残疾人名册，未比对' }));
    });
  });

  it('says of a register that was not given that nothing was compared with it', async () => {
    const children = tinyCounty();
    await inFolder(async (at) => {
      const household = await writeSheet(at('h.csv'), householdRows(children));
      const enrolment = await writeSheet(at('e.csv'), enrolmentRows(children));
      await nol(['compare', '--as-of', '2025-03-01', '--household', household, '--enrolment', enrolment, '--out', at('r.xlsx')]);
      const sheets = await everySheet(at('r.xlsx'));
      expect(recordsOf(sheets.get('在籍不在校'))).toEqual([{ 说明: '未提供在校名册，未比对' }]);
    });
  });
});

/** Sheet name → its header and its cells, read back by our own reader. */
async function everySheet(file: string): Promise<Map<string, PackedSheet>> {
  const sheets = await readSheets(file, (preview) =>
    preview.sheets.map(({ name, rows }) => ({ sheet: name, fromRow: 1, columns: rows[0].cells.map((_, at) => at) })),
  );
  return new Map(sheets.map((sheet) => [sheet.sheet, sheet]));
}

function recordsOf(sheet: PackedSheet | undefined): Record<string, string>[] {
  if (!sheet) throw new Error('no such sheet');
  const cells = (column: PackedColumn) => Array.from(column.codes, (_, row) => cellText(column, row));
  const columns = sheet.columns.map(cells);
  return columns[0].slice(1).map((_, row) => Object.fromEntries(columns.map(([header, ...body]) => [header, body[row]])));
}

describe('the summary on the terminal', () => {
  it('says so when a file was given as the wrong register', async () => {
    await inFolder(async (at) => {
      const children = tinyCounty();
      const household = await writeSheet(at('h.xlsx'), householdRows(children));
      const enrolment = await writeSheet(at('e.xlsx'), [
        ['公民身份号码', '姓名', '户号', '与户主关系', '变动原因', '住址详址', '监护人一姓名'],
        ...children.map((child) => [child.id ?? '', child.name ?? '', '1', '子', '', '', '']),
      ]);
      const ran = await nol(['compare', '--as-of', '2025-03-01', '--household', household, '--enrolment', enrolment]);
      expect(ran.code).toBe(0);
      expect(ran.out).toMatch(/注意：“e\.xlsx”：.*户籍名册.*请确认没有选错文件/);
    });
  });
});

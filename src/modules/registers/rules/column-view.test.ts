import { describe, expect, it } from 'vitest';
import { anIdNumber, packedColumn } from '../testing/sheets';
import { recogniseColumns } from './column-view';
import { type ColumnMapping, columnKeys, layoutOf, type SheetFacts, sourceText } from './layout';
import { maskCell } from './mask';
import type { RegisterKind } from './register';
import { missingColumns } from './required';

function facts(headers: string, more: Partial<SheetFacts> = {}): SheetFacts {
  const named = headers.split('|').map((header, index) => ({ index, header }));
  return { headerRow: 1, fromRow: 2, headers: named, mergedDown: [], titleClass: '', titleSchool: '', ...more };
}

const ids = Array.from({ length: 8 }, (_, at) => anIdNumber('20120305', `00${at}`));
const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'];
const days = names.map((_, at) => `2012-03-0${at + 1}`);

function view(kind: RegisterKind, headers: string, cells: readonly (readonly string[])[], mapping: ColumnMapping = {}) {
  return recogniseColumns(kind, facts(headers), cells.map(packedColumn), mapping);
}

describe('what is shown of a column', () => {
  it('is what it is taken for by its name, with masked examples', () => {
    const [name, id, day] = view('household', '姓名|身份证号|出生日期', [names, ids, days]);
    expect(name).toMatchObject({ key: '姓名', role: 'name', why: 'name', suggestion: undefined, fits: undefined });
    expect(name.examples).toEqual(['吴*', '周*', '孙*']);
    expect(id).toMatchObject({ role: 'idNumber', why: 'name', fits: 1, examples: ['2113**************'] });
    expect(day).toMatchObject({ role: 'birth', why: 'name', fits: 1, examples: ['2012******'] });
  });

  it('is a guess where nobody knows the name but the cells all look like one thing', () => {
    const cells = [names, ids, days, names.map((_, at) => (at % 2 ? '男' : '女')), names.map((_, at) => `1390000000${at}`)];
    const columns = view('household', '甲|乙|丙|丁|戊', cells);
    expect(columns.map(({ role, why, suggestion }) => [role, why, suggestion])).toEqual([
      [undefined, 'unknown', undefined],
      [undefined, 'looks-like', 'idNumber'],
      [undefined, 'looks-like', 'birth'],
      [undefined, 'looks-like', 'sex'],
      [undefined, 'looks-like', 'phone'],
    ]);
    expect(columns[0].examples).toEqual(['吴○', '周○', '孙○']);
  });

  it('is doubt where the cells are nothing of what the name says', () => {
    const [, id] = view('household', '姓名|身份证号', [ids, names]);
    expect(id).toMatchObject({ role: 'idNumber', why: 'unlike', fits: 0 });
    expect(view('household', '姓名|性别', [names, days])[1]).toMatchObject({ role: 'sex', why: 'unlike', suggestion: 'birth' });
  });

  it('never shows a person: not a name, not the end of a number, not a house, and no two cells of one row together', () => {
    const rows = names.map((name, at) => [
      name,
      ids[at],
      `139${at}0000001`,
      `公营子镇桥子村${at}组12号`,
      days[at],
      `${name}的爷爷`,
    ]);
    const cells = rows[0].map((_, column) => rows.map((row) => row[column]));
    const shown = view('attending', '姓名|身份证号|家长电话|家庭住址|出生日期|备注', cells).flatMap(({ examples }) => examples);
    for (const row of rows) for (const cell of row) expect(shown).not.toContain(cell);
    for (const id of ids) expect(shown.join()).not.toContain(id.slice(-4));
    expect(shown.join()).not.toMatch(/组|[一二三四五六七]的/);
    expect(maskCell('guardian1Phone', '13912345678')).toBe('139******78');
    expect(maskCell('name', '欧阳小花')).toBe('欧阳**');
    expect(maskCell('name', '图门·巴雅尔')).toBe('图门·***');
    expect(maskCell('homeAddress', '公营子镇桥子村3组')).toBe('公营子镇…');
  });
});

describe('what a person says of columns', () => {
  it('is followed against the names, and the column that lost its meaning shows why', () => {
    const mapping = { 备注2: 'name', 姓名: 'unused' } as const;
    const columns = view('attending', '姓名|备注2|性别', [days, names, names.map(() => '男')], mapping);
    expect(columns.map(({ role, why }) => [role, why])).toEqual([
      ['unused', 'person'],
      ['name', 'person'],
      ['sex', 'name'],
    ]);
    const two = view('attending', '姓名|联系人|性别', [names, names, names.map(() => '男')], { 联系人: 'name' });
    expect(two.map(({ role, why }) => [role, why])).toEqual([
      ['name', 'repeated'],
      ['name', 'person'],
      ['sex', 'name'],
    ]);
  });

  it('decides whether the class of the title is used', () => {
    const sheet = facts('姓名|编班', { titleClass: '三年级2班' });
    expect(layoutOf('attending', sheet).className).toBe('三年级2班');
    expect(layoutOf('attending', sheet, { 编班: 'className' }).className).toBe('');
  });

  it('is remembered by the header, and by which of equal headers it is', () => {
    expect(columnKeys(facts('姓 名|联系电话|联系电话|（1）姓名').headers)).toEqual(['姓名', '联系电话', '联系电话#2', '姓名#2']);
    const layout = layoutOf('attending', facts('姓名|联系电话|联系电话'), { '联系电话#2': 'guardian1Phone' });
    expect(layout.columns.map(({ role }) => role)).toEqual(['name', 'phone', 'guardian1Phone']);
  });

  it('belongs to a source: the same headers in whatever order, for one kind of list', () => {
    const source = sourceText('household', facts('姓名|性别|*民族'));
    expect(sourceText('household', facts('民族|姓 名|性别'))).toBe(source);
    expect(sourceText('household', facts('民族|姓名'))).not.toBe(source);
    expect(sourceText('enrolment', facts('姓名|性别|民族'))).not.toBe(source);
    expect(sourceText('household', facts('问题|姓名|性别|民族|班级(表题)|行标识'))).toBe(source);
  });
});

describe('a list must tell', () => {
  const lacks = (kind: RegisterKind, headers: string, more: Partial<SheetFacts> = {}) =>
    missingColumns(kind, layoutOf(kind, facts(headers, more))).map(({ anyOf, severity }) => `${severity} ${anyOf[0]}`);

  it('who it speaks of, their age or number, and where they belong', () => {
    expect(lacks('household', '姓名|身份证号|户籍地址')).toEqual([]);
    expect(lacks('household', '姓名|性别')).toEqual(['stop idNumber', 'ask township']);
    expect(lacks('household', '身份证号|性别|村')).toEqual(['stop name']);
    expect(lacks('enrolment', '姓名|学籍号')).toEqual(['ask school']);
    expect(lacks('disability', '姓名|性别')).toEqual(['stop disabilityCard']);
  });

  it('of a class list only the names, and the title may tell the school', () => {
    expect(lacks('attending', '姓名|班级')).toEqual(['ask idNumber']);
    expect(lacks('enrolment', '姓名|出生日期', { titleSchool: '公营子镇中心小学' })).toEqual([]);
  });
});

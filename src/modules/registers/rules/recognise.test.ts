import { describe, expect, it } from 'vitest';
import { sheetTop } from '../testing/sheets';
import type { Layout } from './layout';
import { recognise, type SheetTop } from './recognise';
import type { RegisterKind } from './register';

function layoutOf(kind: RegisterKind, sheet: SheetTop): Layout {
  const found = recognise(kind, sheet);
  if (!found.ok) throw new Error(found.reason);
  return found.layout;
}

function rolesOf(layout: Layout): Record<string, number> {
  const read = layout.columns.filter(({ role, repeated }) => role !== undefined && role !== 'unused' && !repeated);
  return Object.fromEntries(read.map(({ role, index }) => [role, index]));
}

describe('finding the header', () => {
  it('finds it in the first row', () => {
    const layout = layoutOf('household', sheetTop(['姓名|性别|公民身份号码', '张三|男|211324201203050015']));
    expect([layout.headerRow, layout.fromRow]).toEqual([1, 2]);
    expect(rolesOf(layout)).toEqual({ name: 0, sex: 1, idNumber: 2 });
  });

  it('finds it under titles, notes and blank lines, with the row numbers of the file', () => {
    const lines = [
      '喀左县2025年春季学生花名册',
      '',
      '填表单位：某校||填表日期：2025年3月1日',
      '',
      '序号|姓名|性别|出生日期',
      '1|张三|男|2012-03-05',
    ];
    expect(layoutOf('attending', sheetTop(lines))).toMatchObject({ headerRow: 5, fromRow: 6 });
  });

  it('reads columns by their names, whatever their order and whatever stands between them', () => {
    const layout = layoutOf('attending', sheetTop(['审核|身份证号||性别|本校自编|姓名', '|211324201203050015||男|7|张三']));
    expect(rolesOf(layout)).toEqual({ idNumber: 1, sex: 3, name: 5 });
    expect(layout.columns.filter(({ role }) => role === undefined).map(({ header }) => header)).toEqual(['审核', '本校自编']);
  });

  it('joins a header of two rows: 成员1 merged over 姓名 and 联系电话', () => {
    const merges = [
      { row: 1, column: 0, lastRow: 2, lastColumn: 0 },
      { row: 1, column: 2, lastRow: 1, lastColumn: 3 },
      { row: 1, column: 4, lastRow: 1, lastColumn: 5 },
    ];
    const lines = ['姓名|性别|家庭成员一||成员2|', '||姓名|联系电话|姓名|联系电话', '张三|男|张父|13900000000|张母|13900000001'];
    const layout = layoutOf('enrolment', sheetTop(lines, { merges }));
    expect(layout).toMatchObject({ headerRow: 2, fromRow: 3 });
    expect(rolesOf(layout)).toEqual({
      name: 0,
      sex: 1,
      guardian1Name: 2,
      guardian1Phone: 3,
      guardian2Name: 4,
      guardian2Phone: 5,
    });
  });

  it('joins a header of two rows in a text file, where nothing is merged', () => {
    const lines = ['姓名,性别,父亲,,母亲,', ',,姓名,电话,姓名,电话', '张三,男,张父,13900000000,张母,13900000001'].map((line) =>
      line.replaceAll(',', '|'),
    );
    expect(rolesOf(layoutOf('attending', sheetTop(lines)))).toMatchObject({ name: 0, guardian1Name: 2, guardian2Phone: 5 });
  });

  it('does not take 姓名 under 班主任 or 紧急联系人 for the child', () => {
    const lines = ['紧急联系人||学生信息||', '姓名|电话|姓名|性别|身份证号', '李四|13900000000|张三|男|211324201203050015'];
    const layout = layoutOf('attending', sheetTop(lines));
    expect(rolesOf(layout)).toMatchObject({ name: 2, sex: 3, idNumber: 4 });
    expect(layout.columns[0].role).toBeUndefined();
  });

  it('does not take a note above the header, such as the class teacher, for a head over columns', () => {
    const layout = layoutOf('attending', sheetTop(['三年级2班|班主任：王某|', '姓名|性别|联系电话', '张三|男|13900000000']));
    expect(rolesOf(layout)).toEqual({ name: 0, sex: 1, phone: 2 });
  });

  it('does not join a header of one row with the first person under it', () => {
    const layout = layoutOf(
      'attending',
      sheetTop(['姓名|性别|出生日期|班级', '张三|男|2012-03-05|1班', '李四|女|2012-03-06|1班']),
    );
    expect(layout).toMatchObject({ headerRow: 1, fromRow: 2 });
  });

  it('reads the better of two columns that say the same, and shows the other as repeated', () => {
    const layout = layoutOf('attending', sheetTop(['姓名|班级编号|班级名称|联系电话|联系电话', '张三|0101|一年级1班|1|2']));
    expect(rolesOf(layout)).toEqual({ name: 0, className: 2, phone: 3 });
    expect(layout.columns.filter(({ repeated }) => repeated).map(({ index }) => index)).toEqual([1, 4]);
  });

  it('steps over a row of column numbers and a sample', () => {
    expect(layoutOf('household', sheetTop(['姓名|性别|民族', '1|2|3', '张三|男|汉族'])).fromRow).toBe(3);
    expect(layoutOf('household', sheetTop(['序号|姓名|性别', '例：|王某|男', '1|张三|男'])).fromRow).toBe(3);
    expect(layoutOf('household', sheetTop(['序号|姓名|性别', '示例（导入时跳过）|王某|男', '1|张三|男'])).fromRow).toBe(3);
    // A school may be called so.
    expect(layoutOf('attending', sheetTop(['学校|姓名|性别', '示例小学|张三|男', '示例小学|李四|男'])).fromRow).toBe(2);
    expect(layoutOf('household', sheetTop(['序号|姓名|性别', '1|张三|男'])).fromRow).toBe(2);
  });

  it('finds none in notes, dictionaries, empty sheets and lists of something else', () => {
    const noHeader = { ok: false, reason: 'noHeader' };
    expect(recognise('enrolment', sheetTop(['填写说明', '1. 姓名须与户口簿一致', '2. 出生日期写成 20110101']))).toEqual(noHeader);
    expect(recognise('enrolment', sheetTop(['字段|说明', '姓名|必填', '性别|男或女']))).toEqual(noHeader);
    expect(recognise('enrolment', sheetTop(['张三|男|211324201203050015', '李四|女|211324201203050023']))).toEqual(noHeader);
    expect(recognise('enrolment', sheetTop(['学校名称|地址|联系电话', '某校|某路|0421']))).toEqual(noHeader);
    expect(recognise('enrolment', sheetTop([]))).toEqual({ ok: false, reason: 'noRows' });
  });
});

describe('what the title and the sheet name tell', () => {
  it('is the class, where no column says it', () => {
    const lines = ['姓名|性别', '张三|男'];
    const classOf = (name: string, title: string) => layoutOf('attending', sheetTop([title, ...lines], { name })).className;
    expect(classOf('三年级2班', '')).toBe('三年级2班');
    expect(classOf('Sheet1', '公营子镇中心小学七（3）班花名册')).toBe('七（3）班');
    expect(classOf('3.2班', '')).toBe('3.2班');
    expect(classOf('初一4班', '')).toBe('初一4班');
    expect(classOf('2019级3班', '')).toBe('2019级3班');
    expect(classOf('Sheet1', '全县学生花名册')).toBe('');
    expect(layoutOf('attending', sheetTop(['姓名|班级', '张三|2班'], { name: '三年级2班' })).className).toBe('');
  });

  it('is the school, where no column says it', () => {
    const schoolOf = (title: string) => layoutOf('attending', sheetTop([title, '姓名|性别', '张三|男'])).school;
    expect(schoolOf('公营子镇中心小学三年级2班学生名单')).toBe('公营子镇中心小学');
    expect(schoolOf('喀左县第三中学花名册')).toBe('喀左县第三中学');
    expect(schoolOf('喀左县中小学生学籍信息')).toBe('');
    expect(schoolOf('喀左县中小学花名册')).toBe('');
  });

  it('fills a class down that is merged over its pupils', () => {
    const merges = [{ row: 2, column: 0, lastRow: 3, lastColumn: 0 }];
    const layout = layoutOf('attending', sheetTop(['班级|姓名|性别', '1班|张三|男', '|李四|女'], { merges }));
    expect(layout.fillDown).toEqual([0]);
  });
});

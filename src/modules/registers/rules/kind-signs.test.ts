import { describe, expect, it } from 'vitest';
import { templateColumns } from '../server/template-columns';
import { publishedLayouts } from '../testing/published-layouts';
import { kindVerdict } from './kind-signs';
import { layoutOf } from './layout';
import { type RegisterKind, registerKinds } from './register';

function verdict(kind: RegisterKind, headers: readonly string[], title: { school?: string; className?: string } = {}) {
  const facts = { headerRow: 1, fromRow: 2, mergedDown: [], titleClass: title.className ?? '', titleSchool: title.school ?? '' };
  return kindVerdict(kind, layoutOf(kind, { ...facts, headers: headers.map((header, index) => ({ index, header })) }));
}
const of = (kind: RegisterKind, headers: string) => verdict(kind, headers.split('|'));
const schoolKinds: readonly RegisterKind[] = ['attending', 'enrolment'];

describe('the published layouts and our templates', () => {
  const layouts = [
    ...publishedLayouts,
    ...registerKinds.map((kind) => ({ name: `模板 ${kind}`, kind, headers: templateColumns[kind].map(({ header }) => header) })),
  ];

  it.each(layouts)('fit the kind they are of: $name', ({ kind, headers }) => {
    expect(verdict(kind, headers)).toEqual({ says: 'fits' });
  });

  // A fragment of columns that stand beside a list is no list.
  it.each(layouts.filter(({ name }) => name !== '省平台扩展列'))('are told from every other kind: $name', ({ kind, headers }) => {
    for (const other of registerKinds.filter((one) => one !== kind)) {
      const bothOfSchools = schoolKinds.includes(kind) && schoolKinds.includes(other);
      if (bothOfSchools) continue;
      expect(verdict(other, headers), other).toMatchObject({ says: 'other', clear: true });
    }
  });
});

describe('a list given as another kind', () => {
  it('is told by the columns that only its own kind has', () => {
    expect(of('household', '学校|年级|班级|姓名|性别|出生日期|身份证号')).toEqual({
      says: 'other',
      looks: 'attending',
      clear: true,
      columns: ['学校', '年级', '班级'],
    });
    expect(of('household', '学籍接续标识|学校标识码|姓名|性别')).toMatchObject({ looks: 'enrolment', clear: true });
    expect(of('enrolment', '户号|姓名|与户主关系|变动原因|公民身份号码')).toMatchObject({ looks: 'household', clear: true });
    expect(of('household', '户编号|姓名|证件号码|与户主关系|脱贫属性')).toMatchObject({ looks: 'poverty', clear: true });
    expect(of('enrolment', '姓名|残疾人证号|残疾类别|残疾等级')).toMatchObject({ looks: 'disability', clear: true });
    expect(of('poverty', '学校|年级|班级|姓名|性别|村')).toMatchObject({ looks: 'attending', clear: true });
  });

  it('is told by a class in the title as well', () => {
    const told = verdict('household', ['姓名', '性别', '家长电话'], { className: '三年级2班' });
    expect(told).toMatchObject({ looks: 'attending', clear: true, columns: ['家长电话', '三年级2班'] });
  });

  it('is doubtful where one column alone speaks for the other', () => {
    expect(of('household', '姓名|性别|身份证号|班级')).toMatchObject({ says: 'other', looks: 'attending', clear: false });
    expect(of('attending', '姓名|性别|身份证号|户号')).toMatchObject({ says: 'other', looks: 'household', clear: false });
    expect(of('enrolment', '学校|年级|班级|姓名|性别|身份证号')).toMatchObject({ says: 'other', looks: 'attending' });
  });
});

describe('a list with columns of two kinds', () => {
  it('is what it was given as, where its own are there', () => {
    expect(of('household', '姓名|身份证号|户籍地址|乡镇|村|就读学校|年级|班级')).toEqual({ says: 'fits' });
    expect(of('attending', '学校|年级|班级|姓名|性别|残疾类别|残疾等级')).toEqual({ says: 'fits' });
    expect(of('attending', '学校|年级|班级|姓名|户主姓名|与户主关系|村')).toEqual({ says: 'fits' });
    expect(of('poverty', '户编号|姓名|与户主关系|户号|在校生状况|脱贫属性')).toEqual({ says: 'fits' });
  });
});

describe('a list with too little to tell', () => {
  it('is unclear, and one that names villages is of households', () => {
    expect(of('household', '姓名|性别|公民身份号码')).toEqual({ says: 'unclear' });
    expect(of('poverty', '姓名|身份证号|乡|村')).toEqual({ says: 'unclear' });
    expect(of('attending', '姓名|性别|身份证号')).toEqual({ says: 'unclear' });
    expect(of('household', '姓名|身份证号|乡|村')).toEqual({ says: 'fits' });
    expect(of('enrolment', '姓名|性别|出生日期|学校名称|监护人姓名')).toEqual({ says: 'fits' });
  });
});

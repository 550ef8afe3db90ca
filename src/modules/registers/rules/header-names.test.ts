import { describe, expect, it } from 'vitest';
import { publishedLayouts } from '../testing/published-layouts';
import { type ColumnRole, meaningOf } from './header-names';
import type { RegisterKind } from './register';

function roleOf(kind: RegisterKind, header: string): ColumnRole | undefined {
  return meaningOf(kind, header)?.role;
}

describe('header names', () => {
  it.each(publishedLayouts)('every header of the layout $name is known', ({ kind, headers }) => {
    expect(headers.filter((header) => roleOf(kind, header) === undefined)).toEqual([]);
  });

  it('are known whatever blanks, marks, numbers, brackets and line breaks stand in them', () => {
    const written = [
      '姓  名',
      '*姓名',
      '姓名★',
      '１姓名',
      '（1）姓名',
      '姓名（必填）',
      '姓\n名',
      '姓名：',
      '\u200b姓名',
      '学生姓名(与户口簿一致)',
    ];
    expect(written.map((header) => roleOf('attending', header))).toEqual(written.map(() => 'name'));
    expect(roleOf('enrolment', '家庭成员（一）姓名')).toBe('guardian1Name');
    expect(roleOf('household', '乡镇（街道）')).toBe('township');
    expect(roleOf('household', '村（居）委会')).toBe('village');
    expect(roleOf('enrolment', '教育ID')).toBe('studentNumber');
  });

  it('mean the child and never somebody of the family', () => {
    expect(roleOf('household', '户主姓名')).toBe('headName');
    expect(roleOf('household', '户主公民身份号码')).toBe('headId');
    expect(roleOf('household', '监护人一姓名')).toBe('guardian1Name');
    expect(roleOf('household', '监护人二公民身份号码')).toBe('guardian2Id');
    expect(roleOf('enrolment', '成员1身份证件号')).toBe('guardian1Id');
    expect(roleOf('enrolment', '成员2现住址')).toBe('unused');
    expect(roleOf('attending', '家长电话')).toBe('guardian1Phone');
    expect(roleOf('enrolment', '学校名称')).toBe('school');
  });

  it('mean what the kind of register means by them', () => {
    expect(roleOf('poverty', '户类型')).toBe('povertyKind');
    expect(roleOf('household', '户类型')).toBe('unused');
    expect(roleOf('disability', '行政区划')).toBe('hukouArea');
    expect(roleOf('enrolment', '行政区划')).toBeUndefined();
    expect(roleOf('disability', '联系人姓名')).toBe('guardian1Name');
  });

  it('that nobody knows are not guessed', () => {
    for (const header of ['', '审核意见', '紧急联系人', '班主任姓名与电话', '姓名拼音首字母']) {
      expect(roleOf('enrolment', header)).toBeUndefined();
    }
  });

  it('prefer the fuller of two columns for one thing', () => {
    const rank = (header: string) => meaningOf('attending', header)?.rank ?? Number.NaN;
    expect(rank('班级名称')).toBeLessThan(rank('班级编号'));
    expect(rank('身份证件号')).toBeLessThan(rank('证件号码'));
  });
});

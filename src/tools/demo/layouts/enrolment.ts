import type { County } from '../county';
import type { Draft, Guardian } from '../draft';
import type { Child } from '../people';
import { addressOf, disabilityWords, headersOf, type Layout, placeCode, sexText } from './layout';

const members = [1, 2].map((n) =>
  '姓名,关系,关系说明,现住址,户口所在地行政区划,联系电话,是否监护人,身份证件类型,身份证件号,民族,工作单位,职务'
    .split(',')
    .map((part) => `成员${n}${part}`)
    .join(','),
);

/** 学籍, the second generation of the import form, 73 columns, below a title. */
export const enrolmentLayout: Layout = {
  kind: 'enrolment',
  sheet: '学生信息',
  title: '中小学生学籍信息（2024—2025学年度第二学期）',
  headers: headersOf(
    '学籍接续标识,学校标识码,姓名,性别,出生日期,身份证件类型,身份证件号码,出生地行政区划代码,民族,国籍/地区,港澳台侨外,户口性质,户口所在地行政区划,' +
      '现住址,残疾类型,是否独生子女,是否留守儿童,是否进城务工人员随迁子女,是否孤儿,籍贯,健康状况,政治面貌,班号,入学年月,入学方式,就读方式,通信地址,' +
      '家庭地址,联系电话,邮政编码,是否受过学前教育,是否需要申请资助,是否享受一补,是否烈士或优抚子女,上下学距离,上下学方式,是否需要乘坐校车,曾用名,' +
      '身份证件有效期,血型,特长,学籍辅号,班内学号,学生来源,电子信箱,主页地址,是否由政府购买学位,随班就读,隐藏,' +
      members.join(','),
  ),
  cells: (draft, county) => {
    const { child } = draft;
    return child
      ? [...basics(draft, child, county), ...study(draft, child, county), ...extras(draft, child), ...family(draft)]
      : [];
  },
};

function basics(draft: Draft, child: Child, county: County): string[] {
  const school = county.schools.list[draft.copy === 1 ? child.secondSchool : child.school];
  const code = child.kind === 'resident' ? otherCounty(child) : placeCode(draft.place);
  const left = child.id % 4 === 0 ? '单亲留守儿童' : '非留守儿童';
  return [
    ...['', school.code, draft.name, sexText(draft.sex), draft.birth, draft.idNumber ? '居民身份证' : '其他', draft.idNumber],
    ...['211324000000', draft.family.ethnicity, '中国', '否', child.id % 5 === 0 ? '非农业户口' : '农业户口', code],
    ...[addressOf(draft), disabilityWords[child.disability], yes(draft.family.children.length === 1), left],
    ...[yes(child.kind === 'resident'), '否', '辽宁省朝阳市', child.disability > 0 ? '残疾' : '健康或良好'],
  ];
}

function study(draft: Draft, child: Child, county: County): string[] {
  const junior = child.grade > 6;
  const entered = 2024 - (child.grade - (junior ? 7 : 1));
  const how = child.kind === 'homeTeaching' ? '送教上门' : junior && child.id % 2 === 0 ? '住校' : '走读';
  return [
    ...[junior ? '共青团员' : '群众', `${entered}${String(child.classNo).padStart(2, '0')}`, `${entered}09`, '就近入学', how],
    ...[addressOf(draft), addressOf(draft), draft.phone, '122300', '是', yes(draft.family.poor), yes(draft.family.poor), '否'],
    ...[String(1 + ((county.seed + child.id) % 9)), '家长自行接送', '否'],
  ];
}

function extras(draft: Draft, child: Child): string[] {
  const inclusive = child.disability > 0 && child.kind === 'enrolled';
  const kind = ['其他', '视力', '听力', '其他', '其他', '智力', '其他', '其他'][child.disability];
  return [
    ...[
      draft.formerName,
      '',
      '未知血型',
      '',
      String(child.id + 10_000_000),
      String(1 + (child.id % 45)),
      '正常入学',
      '',
      '',
      '否',
    ],
    ...[inclusive ? `${kind}残疾随班就读` : '非随班就读', ''],
  ];
}

function family(draft: Draft): string[] {
  return [...member(draft, draft.first), ...member(draft, draft.second)];
}

function member(draft: Draft, guardian: Guardian | undefined): string[] {
  if (!guardian) return new Array(12).fill('');
  return [
    ...[guardian.name, guardian.relation, '', addressOf(draft), placeCode(draft.place), guardian.phone, '是', '居民身份证'],
    ...[guardian.idNumber, draft.family.ethnicity, '', ''],
  ];
}

function yes(value: boolean): string {
  return value ? '是' : '否';
}

function otherCounty(child: Child): string {
  return `${['211381', '211382', '211322', '150429', '130828'][child.family.id % 5]}000000`;
}

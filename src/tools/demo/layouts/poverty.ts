import type { Draft } from '../draft';
import type { Child } from '../people';
import { cardNumber, dashed, headersOf, type Layout, sexText } from './layout';

/** 脱贫户和监测对象, all fields of the newer form; a household's grown-ups stand in it too. */
export const povertyLayout: Layout = {
  kind: 'poverty',
  sheet: '人员信息',
  title: '',
  headers: headersOf(
    '县,乡,村,户编号,人口编号,姓名,证件号码,与户主关系,户内序号,性别,证件类型,出生日期,民族,家庭成员联系电话,文化程度,在校生状况,劳动技能,务工时间（月）,' +
      '健康状况,政治面貌,是否参加城乡居民基本医疗保险,是否参加城乡居民基本养老保险,是否会讲普通话,义务教育阶段未上学原因,是否享受人身意外保险补贴,' +
      '是否参加商业补充医疗保险,是否国外务工,是否接受医疗救助,是否接受其他健康扶贫,是否参加城镇职工基本医疗保险,大专或本科毕业生未就业原因,户主证件号码,户主姓名',
  ),
  cells: (draft, county, row) => {
    const { family, child } = draft;
    const place = draft.place ?? county.places[family.village];
    const position = child ? family.children.indexOf(child) + 3 : draft.sex;
    const number = child && child.disability > 0 && child.id % 2 === 0 ? cardNumber(draft) : draft.idNumber;
    const healthy = child && child.disability > 0 ? '残疾' : '健康';
    return [
      ...['喀喇沁左翼蒙古族自治县', place.township, place.village, `2113${String(family.id + 100_000_000_000)}`],
      ...[`21${String(row + 1_000_000_000)}`, draft.name, number, relation(draft), position, sexText(draft.sex)],
      ...['居民身份证', dashed(draft.birth), family.ethnicity, draft.phone, child ? '' : '初中', child ? schooling(child) : ''],
      ...[child ? '' : '普通劳动力', child ? '' : 6, healthy, '群众', '是', child ? '否' : '是', '是', reason(child), '否', '否'],
      ...['否', '否', '否', '否', '', family.father.idNumber, family.father.name],
    ];
  },
};

function relation(draft: Draft): string {
  if (draft.child) return draft.sex === 1 ? '之子' : '之女';
  return draft.sex === 1 ? '户主' : '配偶';
}

// The village fills this in once a year and by age: it says little about whether the child is in school.
function schooling(child: Child): string {
  if (child.kind === 'tooYoung') return '学前教育';
  if (child.kind === 'tooOld') return '普通高中';
  const junior = child.grade > 6 || (child.grade === 0 && child.birth < 15_584);
  return junior ? '初中' : '小学';
}

function reason(child: Child | undefined): string {
  if (child?.kind === 'homeTeaching') return '因病因残';
  return child?.kind === 'outOfSchool' && child.id % 5 === 0 ? '厌学' : '';
}

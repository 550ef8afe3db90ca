import type { Kind } from '../people';
import { cardNumber, disabilityWords, headersOf, type Layout, levelOf, placeCode } from './layout';

const levels = ['', '一级', '二级', '三级', '四级'];

/** 残联 基本状况与需求调查: the seven exported columns first, then those of its database. */
export const disabilityLayout: Layout = {
  kind: 'disability',
  sheet: '残疾人基本状况',
  title: '',
  headers: headersOf(
    '年度,行政区划,姓名,身份证号,残疾类别,残疾等级,需求类别,残疾人证号,户口性质,致残原因,生活自理,最高学历,就读学校类型,未入学原因,义务教育需求,' +
      '教育资金资助,联系人姓名,固话,手机,户口号码,一户多残编码,核查状态,送教上门需求',
  ),
  cells: (draft) => {
    const { child } = draft;
    if (!child) return [];
    const contact = draft.first?.name ?? '';
    return [
      ...['2024', placeCode(draft.place), draft.name, draft.idNumber, disabilityWords[child.disability].slice(0, 2)],
      ...[levels[levelOf(draft)], '教育', cardNumber(draft), '农业', '先天', '部分自理', child.grade > 6 ? '小学' : '未上学'],
      ...[schoolKind(child.kind), child.kind === 'outOfSchool' ? '残疾程度较重' : '', '是', '否', contact, '', draft.phone],
      ...[String(child.family.id + 1), '', '已核查', child.kind === 'homeTeaching' ? '是' : '否'],
    ];
  },
};

function schoolKind(kind: Kind): string {
  if (kind === 'specialSchool') return '特殊教育机构';
  return kind === 'enrolled' || kind === 'enrolledElsewhere' ? '普通教育机构' : '';
}

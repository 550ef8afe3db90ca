import type { County } from '../county';
import type { Draft } from '../draft';
import { addressOf, headersOf, type Layout, sexText } from './layout';

/** 常住人口查询, 25 columns, as the police hand it over. */
export const householdLayout: Layout = {
  kind: 'household',
  sheet: '常住人口',
  title: '',
  headers: headersOf(
    '编号,户号,公民身份号码,姓名,性别,民族,出生日期,出生地省市县区,住址派出所,住址详址,服务处所,文化程度,婚姻状况,籍贯省市县区,变动原因,' +
      '住址省市县区,与户主关系,职业类别,监护人一公民身份号码,监护人一姓名,监护人一监护关系,监护人二公民身份号码,监护人二姓名,监护人二监护关系,联系电话',
  ),
  cells: (draft, county, row) => {
    const { family, first, second } = draft;
    const birthplace = draft.idNumber.startsWith('211324') ? '辽宁省喀喇沁左翼蒙古族自治县' : '';
    return [
      ...[String(row + 1), householdNumber(draft, county), draft.idNumber, draft.name, sexText(draft.sex), family.ethnicity],
      ...[draft.birth, birthplace, policeStation(draft), addressOf(draft), '', '', '未婚', birthplace, changeReason(draft)],
      ...['辽宁省喀喇沁左翼蒙古族自治县', relation(draft), '', first?.idNumber ?? '', first?.name ?? '', first?.relation ?? ''],
      ...[second?.idNumber ?? '', second?.name ?? '', second?.relation ?? '', draft.phone],
    ];
  },
};

function householdNumber(draft: Draft, county: County): string {
  const place = county.places[draft.family.village];
  return `${place.code.slice(0, 9)}${String(draft.family.id + (draft.copy === 1 ? 7_000_000 : 1)).padStart(7, '0')}`;
}

function policeStation(draft: Draft): string {
  return draft.place ? `${draft.place.township.replace(/(街道|镇|乡)$/, '')}派出所` : '';
}

function relation(draft: Draft): string {
  const male = draft.sex === 1;
  if (draft.family.grandparentHeads) return male ? '孙子' : '孙女';
  const sameSex = draft.family.children.filter((child) => child.sex === draft.sex);
  if (draft.child && sameSex.indexOf(draft.child) === 1) return male ? '次子' : '次女';
  return male ? '长子' : '长女';
}

// Most rows keep the reason of the last entry; of the dead nobody told the police, which is why they are still listed.
function changeReason(draft: Draft): string {
  const { child } = draft;
  if (!child) return '';
  if (child.kind === 'studyingOutside' && child.id % 12 === 0) return '迁往市外';
  if (draft.copy === 1) return child.id % 3 === 0 ? '补录' : '出生';
  return child.id % 9 === 0 ? '市内迁入' : '出生';
}

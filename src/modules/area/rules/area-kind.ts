import { levelOf } from './area-code';

/** What a place is by its code: a street, a town, a village, a community … */
export type AreaKind =
  | 'county'
  | 'street'
  | 'town'
  | 'rural-township'
  | 'township-like'
  | 'community'
  | 'village'
  | 'village-like';

/** The first three digits below the level above say the kind; each with the last number of its range. */
const townships = [
  ['street', 99],
  ['town', 199],
  ['rural-township', 399],
  ['township-like', 999],
] as const;
const villages = [
  ['community', 199],
  ['village', 399],
  ['village-like', 999],
] as const;

/** The kind of a place. Source: 国家统计局 统计用区划代码和城乡划分代码编制规则: 001—099 街道, 100—199 镇, 200—399 乡; 001—199 居委会, 200—399 村委会. */
export function areaKindOf(code: string): AreaKind {
  const level = levelOf(code);
  if (level === 'county') return 'county';
  const number = Number(code.slice(-3));
  const ranges: readonly (readonly [AreaKind, number])[] = level === 'township' ? townships : villages;
  return ranges.find(([, last]) => number <= last)?.[0] ?? ranges[0][0];
}

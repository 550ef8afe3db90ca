import type { Sentence } from '../../kernel/refusal';
import type { AreaLevel } from './rules/area-code';
import type { AreaKind } from './rules/area-kind';
import type { GridKind } from './rules/grid-owner';
import type { Leaving } from './rules/roll-over';

/** What things of this module are called in refusals, with their measure word. */
export const things = {
  area: { zh: '个行政区划', en: 'place' },
  school: { zh: '所学校', en: 'school' },
  class: { zh: '个班级', en: 'class' },
  grid: { zh: '个网格', en: 'grid' },
  owner: { zh: '条责任人记录', en: 'record of an owner' },
} as const satisfies Record<string, Sentence>;

/** The levels of places. */
export const levelNames: Readonly<Record<AreaLevel, Sentence>> = {
  county: { zh: '县（市、区、旗）', en: 'County' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
};

/** The kinds of places, as their codes tell them. */
export const areaKindNames: Readonly<Record<AreaKind, Sentence>> = {
  county: { zh: '县', en: 'County' },
  street: { zh: '街道', en: 'Street office' },
  town: { zh: '镇', en: 'Town' },
  'rural-township': { zh: '乡', en: 'Rural township' },
  'township-like': { zh: '农场等', en: 'Farm or the like' },
  community: { zh: '社区', en: 'Community' },
  village: { zh: '村', en: 'Village' },
  'village-like': { zh: '类似村', en: 'Like a village' },
};

/** The kinds of grids. */
export const gridNames: Readonly<Record<GridKind, Sentence>> = {
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
  school: { zh: '学校', en: 'School' },
  class: { zh: '班级', en: 'Class' },
};

/** Why the rule of one owner a grid is broken. */
export const ownerProblemNames: Readonly<Record<'gap' | 'overlap', Sentence>> = {
  gap: { zh: '没有责任人', en: 'Nobody answers for it' },
  overlap: { zh: '责任人不止一个', en: 'More than one person answers for it' },
};

/** Where the children of a highest grade go. */
export const leavingNames: Readonly<Record<Leaving, Sentence>> = {
  'to-junior': { zh: '升入初中', en: 'Go on to junior middle school' },
  'to-parent-school': { zh: '回到所属学校', en: 'Go on at the school the teaching point belongs to' },
  graduated: { zh: '初中毕业', en: 'Finish junior middle school' },
};

import type { ItemState, Kind, Owner, Reason } from './rules/kinds';

type Words = { readonly zh: string; readonly en: string };

/** The kinds of differences in the words of formats.md §3.3. */
export const kindSays: { readonly [K in Kind]: Words } = {
  absent: { zh: '在籍不在校', en: 'registered, not in class' },
  extra: { zh: '在校不在籍', en: 'in class, not registered' },
  guest: { zh: '借读', en: 'in class, registered elsewhere' },
  hollow: { zh: '空挂', en: 'registered here, at another school' },
  wrong: { zh: '资料有误', en: 'data wrong' },
};

/** Why it differs. */
export const reasonSays: { readonly [R in Reason]: Words } = {
  suspended: { zh: '休学（有手续）', en: 'suspended (with papers)' },
  'home-teaching': { zh: '送教', en: 'taught at home' },
  'long-leave': { zh: '长时间请假', en: 'on long leave' },
  'no-papers': { zh: '转走没办手续', en: 'moved without papers' },
  leaving: { zh: '转出在途', en: 'moving out' },
  follow: { zh: '没来，要跟进', en: 'away, to be followed up' },
  'in-class': { zh: '人在校，点名有误', en: 'in class, the roll was wrong' },
  arriving: { zh: '刚转来在办', en: 'just come, papers on the way' },
  guest: { zh: '借读', en: 'guest of another school' },
  'same-name': { zh: '同名不同人', en: 'another of the same name' },
  'wrong-data': { zh: '资料有误', en: 'data wrong' },
  other: { zh: '其他', en: 'other' },
};

/** Who follows a difference. */
export const ownerSays: { readonly [O in Owner]: Words } = {
  teacher: { zh: '班主任', en: 'class teacher' },
  registrar: { zh: '学籍员', en: 'registrar' },
  principal: { zh: '校长', en: 'principal' },
};

/** How far it has been followed. */
export const itemStateSays: { readonly [S in ItemState]: Words } = {
  following: { zh: '跟踪中', en: 'followed' },
  persuading: { zh: '劝学中', en: 'being persuaded' },
  visiting: { zh: '家访中', en: 'being visited' },
  back: { zh: '已返校', en: 'back' },
  confirmed: { zh: '已确认', en: 'confirmed' },
};

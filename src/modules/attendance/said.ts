import type { Promised, Reached, Reason, Way } from './rules/contact';

type Says = { readonly zh: string; readonly en: string };

/** How somebody was reached about a child that is away. */
export const waySays: { readonly [W in Way]: Says } = {
  phone: { zh: '打电话', en: 'By phone' },
  visit: { zh: '上门', en: 'A visit' },
  village: { zh: '托村里上门', en: 'The village went' },
  message: { zh: '发消息', en: 'A message' },
  met: { zh: '见面', en: 'In person' },
};

/** Who was reached. */
export const reachedSays: { readonly [R in Reached]: Says } = {
  guardian: { zh: '联系上监护人', en: 'The guardian' },
  child: { zh: '联系上孩子', en: 'The child' },
  relative: { zh: '联系上亲属', en: 'A relative' },
  nobody: { zh: '没联系上', en: 'Nobody' },
  'wrong-number': { zh: '停机或换号', en: 'Number no longer valid' },
};

/** Why the child is away, as it was said. */
export const reasonSays: { readonly [R in Reason]: Says } = {
  sick: { zh: '生病', en: 'Ill' },
  unwilling: { zh: '不想上学', en: 'Does not want to' },
  family: { zh: '家里有事', en: 'Family' },
  work: { zh: '外出打工', en: 'Working' },
  away: { zh: '随家人外出', en: 'Away with the family' },
  unclear: { zh: '说不清', en: 'Not clear' },
};

/** What was said of coming back. */
export const promiseSays: { readonly [P in Promised]: Says } = {
  day: { zh: '说好回来', en: 'A day was named' },
  none: { zh: '没说', en: 'Nothing said' },
  refused: { zh: '不肯回来', en: 'Will not come' },
};

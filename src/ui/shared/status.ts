import type { Says } from './words';

/** How much a mark asks for attention; each has its ink, ground and edge among the tokens. */
export type Tone = 'calm' | 'watch' | 'urgent' | 'alarm' | 'info' | 'quiet';

/** A mark is a shape and a word before it is a colour: a grey printout says the same (design, §6.2). */
export type Shape = 'dot' | 'triangle' | 'square' | 'diamond' | 'half' | 'ring' | 'tick' | 'bang' | 'clock';

/** Shape, tone and word of a mark. */
export type Mark = { readonly shape: Shape; readonly tone: Tone; readonly says: Says };

/** The marks of where a child stands. The words are the policy's; a page adds no others. */
export const statusMarks = {
  inSchool: { shape: 'dot', tone: 'calm', says: { zh: '在校', en: 'In school' } },
  watched: { shape: 'triangle', tone: 'watch', says: { zh: '需关注', en: 'Needs attention' } },
  suspected: { shape: 'square', tone: 'urgent', says: { zh: '疑似辍学', en: 'Suspected dropout' } },
  dropout: { shape: 'diamond', tone: 'alarm', says: { zh: '辍学', en: 'Dropout' } },
  observed: { shape: 'half', tone: 'info', says: { zh: '复学观察', en: 'Returned, observed' } },
  suspended: { shape: 'ring', tone: 'quiet', says: { zh: '休学', en: 'Suspended' } },
  homeTaught: { shape: 'ring', tone: 'quiet', says: { zh: '送教', en: 'Taught at home' } },
  deferred: { shape: 'ring', tone: 'quiet', says: { zh: '缓学', en: 'Deferred' } },
  closed: { shape: 'tick', tone: 'quiet', says: { zh: '已销号', en: 'Closed' } },
} as const satisfies Record<string, Mark>;

/** The marks of a task by its deadline; the words come with the number of days (`dueWords`). */
export function dueMark(daysLeft: number): Pick<Mark, 'shape' | 'tone'> {
  if (daysLeft < 0) return { shape: 'bang', tone: 'urgent' };
  return daysLeft === 0 ? { shape: 'clock', tone: 'watch' } : { shape: 'dot', tone: 'quiet' };
}

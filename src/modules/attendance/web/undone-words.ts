import { defineWords, type Says } from '../../../ui/shared/words';
import type { UndoneLine } from '../undone-contract';

export const toSays: { readonly [T in UndoneLine['to']]: Says } = {
  present: { zh: '改成到校', en: 'there' },
  leave: { zh: '改成请假', en: 'on leave' },
  'not-called': { zh: '没再点到', en: 'not called' },
};

/** Words of absences that were taken back. */
export const undoneWords = defineWords({
  title: { zh: '改过的缺课', en: 'Absences taken back' },
  since: { zh: (day: string) => `${day}以来`, en: (day: string) => `since ${day}` },
  more: {
    zh: '改过的太多，只列最近 500 次点名里的，更早的没有列出来。',
    en: 'So many that only those of the newest 500 rolls are listed; earlier ones are not.',
  },
  none: { zh: '没有改过的缺课。', en: 'None was taken back.' },
  help: {
    zh: '点名记了没来，后来重新点名改成到校或请假的，都在这里：谁改的、什么时候、为什么。原来的点名留着，不会消失。',
    en: 'Whoever was called away and was there or on leave by a later roll: who said so, when and why. Earlier rolls stay.',
  },
  clause: { zh: '方案 三（四） 缺课学生登记、追踪、报告制度', en: 'Plan 三(四): absence is registered, followed and reported' },
  name: { zh: '姓名', en: 'Name' },
  school: { zh: '学校、班级', en: 'School, class' },
  day: { zh: '哪天的点名', en: 'Day' },
  to: { zh: '改成', en: 'Now' },
  by: { zh: '谁改的', en: 'By whom' },
  reason: { zh: '原因', en: 'Why' },
  sameDay: { zh: '当天重新点名', en: 'called again the same day' },
});

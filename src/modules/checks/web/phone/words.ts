import { defineWords } from '../../../../ui/shared/words';

/** Words of the monthly check on the phone alone. */
export const phoneWords = defineWords({
  door: {
    zh: (month: string, n: number) => `${month}月核 · ${n} 个班没签`,
    en: (month: string, n: number) => `Check of ${month} · ${n} to sign`,
  },
  toSign: { zh: '要签的', en: 'To sign' },
  done: { zh: '签过的', en: 'Signed' },
  none: { zh: '没有要您签的班。', en: 'You have no class to sign.' },
  noneWhy: { zh: '请学校管理员在“学校与班级”里设班主任。', en: 'Ask the school to name you its teacher.' },
});

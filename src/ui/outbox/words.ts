import { defineWords } from '../shared/words';

/** What the title bar says of the box. */
export const signWords = defineWords({
  synced: { zh: '已同步', en: 'All sent' },
  stored: { zh: (count: number) => `先存手机 ${count} 条`, en: (count: number) => `${count} on this phone` },
  sending: { zh: '正在发送', en: 'Sending' },
  look: { zh: (count: number) => `有 ${count} 条要您看`, en: (count: number) => `${count} for you to look at` },
  nothingKept: { zh: '手机不留存', en: 'Nothing kept here' },
});

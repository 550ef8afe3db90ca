import { defineWords } from '../../../../ui/shared/words';

/** Words of the phone pages. */
export const phoneExportWords = defineWords({
  title: { zh: '导出审批', en: 'Exports to decide' },
  count: { zh: (n: number) => `${n} 件等您审批`, en: (n: number) => `${n} wait for your word` },
  nothingWhy: { zh: '有人申请导出，会出现在这里。', en: 'When somebody asks for one, it appears here.' },
  more: { zh: '再看一些', en: 'Show more' },
  what: { zh: (what: string, people: string) => `${what} ${people}`, en: (what: string, people: string) => `${what}: ${people}` },
  asks: { zh: (who: string, when: string) => `${who} 申请 · ${when}`, en: (who: string, when: string) => `${who} asks, ${when}` },
  until: { zh: (when: string) => `最晚 ${when} 审批`, en: (when: string) => `to be decided by ${when}` },
  about: { zh: '要什么、做什么用', en: 'What it is, and what for' },
  masked: { zh: '号码打码', en: 'numbers masked' },
  whole: { zh: '完整号码', en: 'whole numbers' },
  contact: { zh: '电话住址', en: 'phone, address' },
  care: { zh: '特殊情况', en: 'special situations' },
  approve: { zh: (people: string) => `批准：${people}`, en: (people: string) => `Approve: ${people}` },
  approved: {
    zh: (number: string) => `已批准 ${number}，正在生成文件，由申请人下载一次。`,
    en: (number: string) => `Approved: ${number}. The file is being written; the one who asked takes it once.`,
  },
  refuseWhy: { zh: '为什么不批准', en: 'Why it is refused' },
  refused: {
    zh: (number: string) => `没有批准 ${number}，申请人会看到理由。`,
    en: (number: string) => `Refused: ${number}. The one who asked sees why.`,
  },
  closed: { zh: '这份申请不用您再审批了。', en: 'There is nothing more to decide here.' },
  back: { zh: '回到待审批', en: 'Back to what waits' },
});

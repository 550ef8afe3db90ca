import type { SheetFault } from './rules/sheet';

type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  class: { zh: '个班', en: 'class' },
  school: { zh: '所学校', en: 'school' },
  sheet: { zh: '份班级月核', en: 'check of the class' },
  account: { zh: '本月核账', en: 'account' },
  item: { zh: '条差异', en: 'difference' },
  child: { zh: '名儿童', en: 'child' },
  month: { zh: '个月的核对', en: 'month' },
} as const satisfies Record<string, Words>;

/** Why something was not signed or saved: what happened, why, what now. */
export const refusals = {
  notOpen: (month: string, day: string): Words => ({
    zh: `没有签：${month} 的核对 ${day} 才开启。到那天再签，需要提前请找县教育局。`,
    en: `Not signed: the check of ${month} opens on ${day}. Sign then, or ask the bureau to open it earlier.`,
  }),
  noMonth: (month: string): Words => ({
    zh: `${month} 没有上课日，或者那时还没有导入名册，不用核对。请换一个月。`,
    en: `${month} has no school days, or no list was known by then. Choose another month.`,
  }),
  notOfMonth: {
    zh: '没有签：核对那天还没有这个班，或者这个班已经结束。',
    en: 'Not signed: the class did not exist on the day of the check, or no longer.',
  },
  before: {
    zh: '没有签：这个月的核对在导入名册以前，那时的名单这里没有，只能查看。',
    en: 'Not signed: this month was checked before the lists came in; it can only be looked at.',
  },
  onlySee: {
    zh: '您可以看，签字由班主任来做，班主任不便时由学籍员代签。',
    en: 'You can look; the class teacher signs, or the registrar in his stead.',
  },
  moved: {
    zh: '没有签：您看的时候名单变了。变化已经标出来，请核对后再签。',
    en: 'Not signed: the list changed while you looked at it. What changed is marked; check it and sign again.',
  },
  frozen: {
    zh: '没有签：学校已经签字，账已经冻结。要改请写一句原因，改动会另记一版。',
    en: 'Not signed: the school has signed and the account is frozen. Say why in a sentence; the change becomes a version of its own.',
  },
  again: {
    zh: '学校已经签过这个月的账。要再签一版，请写一句原因。',
    en: 'The school has signed this month. To sign another version, say why in a sentence.',
  },
  nothingNew: {
    zh: '没有签：和已经冻结的账一样，没有可签的变化。',
    en: 'Not signed: nothing differs from the account that is frozen.',
  },
  missing: (names: string, count: number): Words => ({
    zh: `没有签：还有 ${count} 个班没有核完（${names}）。请先催办；一定要先签，请写一句原因，账上会标明缺班。`,
    en: `Not signed: ${count} classes are not ready (${names}). Remind them; to sign without them say why, and the account will say so.`,
  }),
  notFrozen: {
    zh: '没有找到这一版账：学校还没有签到这一版。请核对月份和版次。',
    en: 'There is no such version: the school has not signed it. Check month and version.',
  },
  noSheets: { zh: '没有签：还没有一个班签过。', en: 'Not signed: no class has signed yet.' },
  closed: {
    zh: '没有保存：这条差异已经办结。还有问题的话，下个月核对时会重新列出。',
    en: 'Not saved: the difference is closed. If something is still wrong the next check finds it.',
  },
  note: { zh: '办结要写明依据，比如“3 月 12 日起正常到校”。', en: 'To close it, say what shows it.' },
  dueDay: { zh: '期限不能早于今天。', en: 'The day cannot lie before today.' },
  openDay: {
    zh: '开启的日子要在这个月里，不能晚于今天，也不能早于开学。',
    en: 'The day must lie in the month, not after today, and not before lessons began.',
  },
  isOpen: { zh: '没有保存：这个月已经开启，不能再改。', en: 'Not saved: the month is open already.' },
  broken: (version: number): Words => ({
    zh: `第 ${version} 版账的封签对不上，内容可能被改过，不能下载打印。请报告县教育局核查。`,
    en: `Version ${version} of the account does not match its seal and may have been altered; it cannot be taken out. Report it to the bureau.`,
  }),
} as const;

/** What is wrong with the answers of a sheet. */
export const faultSays: { readonly [F in SheetFault['fault']]: (names: string) => Words } = {
  unanswered: (names) => ({
    zh: `没有签：还没有说明的有 ${names}。请逐个选原因。`,
    en: `Not signed: say why of each: ${names}.`,
  }),
  stranger: () => ({
    zh: '没有签：说到的孩子不在这个班的名单上。请刷新名单再核。',
    en: 'Not signed: a child that is spoken of is not on the list of this class. Reload it and check again.',
  }),
  twice: () => ({ zh: '没有签：有孩子说了两次。请只留一次。', en: 'Not signed: something is said of a child twice.' }),
  odd: (names) => ({
    zh: `没有签：${names} 的说明和名单对不上。请刷新名单，重新选。`,
    en: `Not signed: what is said of ${names} does not fit the list. Reload it and choose again.`,
  }),
  words: (names) => ({
    zh: `没有签：${names} 选了“其他”，请写一句说明。`,
    en: `Not signed: “other” needs a few words: ${names}.`,
  }),
};

type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  class: { zh: '个班', en: 'class' },
  roll: { zh: '次点名', en: 'roll' },
  child: { zh: '名儿童', en: 'child' },
  report: { zh: '份报告', en: 'report' },
} as const satisfies Record<string, Words>;

/** Why a class cannot be called on a day: shown before anybody says anything of it, and the reason where somebody did. */
export const bars = {
  future: (day: string): Words => ({
    zh: `${day} 还没到，不能提前点名。`,
    en: `${day} is still to come. A roll cannot be called before its day.`,
  }),
  noSchool: (why: Words): Words => ({
    zh: `这一天不上课（${why.zh}）。要是上课，请学校先改校历。`,
    en: `There are no lessons that day (${why.en}). If there are, the school calendar must say so first.`,
  }),
  noClass: {
    zh: '这一天还没有这个班，或者这个班已经结束。请核对日期。',
    en: 'The class did not exist that day, or no longer. Check the day.',
  },
  noAfternoon: {
    zh: '全县每天只点一次名，记在上午；下午点名、下午刷卡都不记。',
    en: 'The county calls once a day, for the morning; afternoon rolls and what a gate noted in the afternoon are not taken.',
  },
  tooLate: (who: Words): Words => ({
    zh: `这一天已经过了您能补点的日子，请找${who.zh}补录。`,
    en: `That day is too long ago for you. Ask ${who.en} to enter it.`,
  }),
  onlySee: { zh: '您可以看，点名由班主任和学籍员来做。', en: 'You can look; class teachers and registrars call the roll.' },
} as const;

/** The same of something that was sent. */
export function notSaved({ zh, en }: Words): Words {
  return { zh: `没有保存：${zh}`, en: `Not saved: ${en}` };
}

/** Why something was not taken: what happened, why, what now. */
export const refusals = {
  reason: { zh: '改以前的点名，请写一句原因。', en: 'To change an earlier roll, say why in a sentence.' },
  answerEach: (names: string): Words => ({
    zh: `没有保存：上次没来或者有假条的 ${names} 要逐个回答今天来没来。`,
    en: `Not saved: say of each who was away last time or has a leave whether they are here: ${names}.`,
  }),
  strangers: (count: number): Words => ({
    zh: `没有保存：名单里有 ${count} 人不在这个班。请刷新名单再点。`,
    en: `Not saved: ${count} on the list are not of this class. Reload the list and call again.`,
  }),
  contactDay: { zh: '联系的日子要在缺课以后、今天以前（含今天）。', en: 'A contact lies between the first day away and today.' },
  backDay: {
    zh: '说好哪天回来，请填那一天，不早于联系的日子。',
    en: 'Name the day on which it is to be back, not before the contact.',
  },
  notAway: {
    zh: '没有保存：这名孩子现在不是“没来”。已经回来的话，不用再记。',
    en: 'Not saved: the child is not away now. If it is back there is nothing to note.',
  },
  notYet: {
    zh: '没有保存：还没到写这份报告的天数。',
    en: 'Not saved: the child has not been away for long enough for this.',
  },
  reportFirst: {
    zh: '没有保存：先写缺课报告，再提请县局认定。',
    en: 'Not saved: the report comes first, then it is put to the county.',
  },
  written: {
    zh: '没有保存：这次缺课的这份报告已经写过了，请看已有的那份。',
    en: 'Not saved: it was written already for this absence. Look at the one that is there.',
  },
  brokenReport: {
    zh: '没有打开：这份报告的封签对不上，内容或编号可能被改过，不能签收、下载和打印。请报告县教育局核查。',
    en: 'Not opened: this report does not match its seal and may have been altered; it cannot be received or taken out. Tell the bureau.',
  },
  notYours: {
    zh: '没有保存：这份报告不用您签收。',
    en: 'Not saved: this report is not addressed to you.',
  },
  received: {
    zh: '没有保存：这份报告已经签收过了，请刷新后看是谁签收的。',
    en: 'Not saved: it was acknowledged before. Reload to see by whom.',
  },
  nothingOfClass: ({ zh, en }: Words, file: string): Words => ({
    zh: `没有读：“${file}”里没有${zh}孩子的考勤。请核对是不是选错了文件，或姓名和系统里的不一样。`,
    en: `Not read: "${file}" says nothing of the children of ${en}. Check whether it is the right file, and whether the names are those of the system.`,
  }),
  cameOrNot: (file: string): Words => ({
    zh: `没有读：“${file}”有姓名和日期，看不出记的是来了的还是没来的。请加一列“考勤情况”，每人写明到、没来、病假、事假、迟到或早退。刷卡机导出的，只留姓名、刷卡时间，文件名和标题里不要写缺勤、未到。`,
    en: `Not read: "${file}" has names and days, and nothing says whether these children came or were away. Add a column 考勤情况 with 到, 没来, 病假, 事假, 迟到 or 早退 for each. Of what a gate has noted keep 姓名 and 刷卡时间, with no 缺勤 or 未到 in its titles.`,
  }),
  nobody: { zh: '没有保存：名单是空的。请刷新名单再点。', en: 'Not saved: the list is empty. Reload it and call again.' },
} as const;

/** Who may still enter a day that the asker may not. */
export const laterHands = {
  school: { zh: '学籍员', en: 'the registrar' },
  bureau: { zh: '县教育局', en: 'the bureau' },
} as const satisfies Record<string, Words>;

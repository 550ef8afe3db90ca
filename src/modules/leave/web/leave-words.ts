import type { Tone } from '../../../ui/shared/status';
import type { Language } from '../../../ui/shared/words';
import { defineWords, type Says } from '../../../ui/shared/words';
import type { LeaveLine, StepView, WatchView } from '../contract';
import type { Phase } from '../rules/states';
import { phaseNames } from '../said';

/** How a leave stands, and how loud that is. */
export const phaseSays: { readonly [P in Phase]: Says & { readonly tone: Tone } } = {
  asked: { ...phaseNames.asked, tone: 'watch' },
  coming: { ...phaseNames.coming, tone: 'info' },
  running: { ...phaseNames.running, tone: 'info' },
  overdue: { ...phaseNames.overdue, tone: 'urgent' },
  refused: { ...phaseNames.refused, tone: 'quiet' },
  withdrawn: { ...phaseNames.withdrawn, tone: 'quiet' },
  ended: { ...phaseNames.ended, tone: 'calm' },
};

/** What was done about a leave. */
export const actSays: { readonly [A in StepView['act']]: Says } = {
  ask: { zh: '登记', en: 'Asked' },
  approve: { zh: '批准', en: 'Approved' },
  refuse: { zh: '不批', en: 'Refused' },
  withdraw: { zh: '撤回', en: 'Withdrew' },
  end: { zh: '销假', en: 'Ended' },
  reopen: { zh: '恢复假条', en: 'Ran again' },
};

/** Why a child's leave is looked at. */
export const watchSays: { readonly [K in WatchView['key']]: { readonly [L in Language]: (value: number) => string } } = {
  sum: { zh: (value) => `本学期共 ${value} 天`, en: (value) => `${value} days this term` },
  stretch: { zh: (value) => `这次已 ${value} 天`, en: (value) => `${value} days at a stretch` },
  times: { zh: (value) => `本学期 ${value} 次`, en: (value) => `${value} times this term` },
};

/** Words of the pages of leave, desktop and phone. */
export const leaveWords = defineWords({
  title: { zh: '请假', en: 'Leave' },
  clause: { zh: '方案三（四）：请销假', en: 'Plan 3(4): asking for leave and ending it' },
  days: { zh: (days: number) => `${days} 天`, en: (days: number) => (days === 1 ? '1 day' : `${days} days`) },
  due: { zh: '今天该返校', en: 'due back today' },
  late: { zh: (days: number) => `该返校已 ${days} 天`, en: (days: number) => `due back ${days} school days ago` },
  byGuardian: { zh: '家长用链接请的', en: 'asked by the guardian’s link' },
  guardian: { zh: '家长', en: 'Guardian' },
  reason: { zh: '原因', en: 'Reason' },
  noReason: { zh: '没有写', en: 'Not said' },
  hidden: { zh: '只有班主任和学校看得到', en: 'For the class teacher and the school only' },
  byRoll: { zh: '点名时来了', en: 'by the roll' },
  rollCorrected: { zh: '点名更正', en: 'the roll was put right' },
  back: { zh: (day: string) => `${day} 返校`, en: (day: string) => `back ${day}` },
  school: { zh: '学校', en: 'the school' },
  teacher: { zh: '班主任', en: 'the class teacher' },
  level: { zh: (who: string) => `由${who}批`, en: (who: string) => `decided by ${who}` },
  approve: { zh: '批准', en: 'Approve' },
  approveOne: { zh: (days: number) => `批准 ${days} 天`, en: (days: number) => `Approve ${days} days` },
  refuse: { zh: '不批', en: 'Refuse' },
  refuseTitle: { zh: (name: string) => `不批${name}的假`, en: (name: string) => `Refuse the leave of ${name}` },
  withdraw: { zh: '撤回假条', en: 'Withdraw' },
  end: { zh: '销假：已经回来了', en: 'End: the child is back' },
  backDay: { zh: '哪天回来的', en: 'Back on which day' },
  why: { zh: '为什么不批', en: 'Why not' },
  steps: { zh: '经过', en: 'Steps' },
  done: { zh: '已保存', en: 'Saved' },
  watch: { zh: '需要留意', en: 'To be looked at' },
  watchWhy: {
    zh: (days: number) => `一学期累计 ${days} 天、一次 10 天、或者一学期 4 次，会提醒学校看一看。`,
    en: (days: number) => `From ${days} days over a term, 10 at a stretch, or 4 leaves in a term the school is asked to look.`,
  },
  checkFirst: { zh: '批准以前请先和家长核实。', en: 'Speak with the guardian before you approve.' },
  levels: {
    zh: (days: number, months: number) => `${days} 个上课日以内班主任批，更长的学籍员或校长批，满 ${months} 个月办休学。`,
    en: (days: number, months: number) =>
      `Up to ${days} school days the class teacher decides, longer the school; from ${months} months on it is a suspension.`,
  },
});

/** From when until when, as people say it: 3月10日 – 3月12日, 3月10日下午. */
export function spanWords({ fromDay, fromHalf, untilDay, untilHalf }: Span, language: Language): string {
  const from = dateWords(fromDay, language);
  const half = (name: 'am' | 'pm') => (language === 'zh' ? (name === 'am' ? '上午' : '下午') : name === 'am' ? ' am' : ' pm');
  if (fromDay === untilDay) return fromHalf === untilHalf ? `${from}${half(fromHalf)}` : from;
  const begin = fromHalf === 'pm' ? `${from}${half('pm')}` : from;
  const end = `${dateWords(untilDay, language)}${untilHalf === 'am' ? half('am') : ''}`;
  return `${begin} – ${end}`;
}

type Span = Pick<LeaveLine, 'fromDay' | 'fromHalf' | 'untilDay' | 'untilHalf'>;

/** A day without its weekday: 3月10日. */
function dateWords(day: string, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return language === 'zh' ? `${month}月${date}日` : `${date}/${month}`;
}

/** The rules that a child has come to, in words. */
export function watchWords(watch: readonly WatchView[], language: Language): string {
  return watch.map(({ key, value }) => watchSays[key][language](value)).join('，');
}

import { defineWords, type Says } from '../../../ui/shared/words';
import type { Mark } from '../rules/marks';

/** What a roll says of a child, short enough for a chip. */
export const markSays: { readonly [M in Mark]: Says } = {
  absent: { zh: '没来', en: 'Away' },
  sick: { zh: '病假', en: 'Sick' },
  personal: { zh: '事假', en: 'Leave' },
  late: { zh: '迟到', en: 'Late' },
  early: { zh: '早退', en: 'Left early' },
  back: { zh: '来了', en: 'Here' },
};

/** A day in as little room as a cell of names has: 3/10. */
function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}

/** Words that pages of the desktop and the phone share. */
export const attendanceWords = defineWords({
  title: { zh: '今天到校', en: 'Here today' },
  notYet: { zh: '还没点', en: 'Not called' },
  here: { zh: (here: number, all: number) => `到 ${here}/${all}`, en: (here: number, all: number) => `${here} of ${all}` },
  am: { zh: '上午', en: 'Morning' },
  pm: { zh: '下午', en: 'Afternoon' },
  part: { zh: '上午还是下午', en: 'Morning or afternoon' },
  callOther: { zh: (part: string) => `改点${part}`, en: (part: string) => `Call the ${part.toLowerCase()} instead` },
  away: { zh: (count: number) => `没来 ${count}`, en: (count: number) => `${count} away` },
  onLeave: { zh: (count: number) => `请假 ${count}`, en: (count: number) => `${count} on leave` },
  late: { zh: (days: number) => `补录，晚 ${days} 天`, en: (days: number) => `entered ${days} days late` },
  by: {
    zh: (who: string, when: string) => `${who} ${when} 点的`,
    en: (who: string, when: string) => `called by ${who}, ${when}`,
  },
  noSchool: { zh: (why: string) => `这一天不上课：${why}`, en: (why: string) => `No lessons that day: ${why}` },
});

/** Words of the phone. */
export const rollWords = defineWords({
  none: { zh: '没有要点名的班。', en: 'No class to call.' },
  noneWhy: { zh: '班级由学校在“学校与班级”里设；设好以后这里会有。', en: 'Schools set up their classes; they appear here then.' },
  slip: {
    zh: (from: string, until: string) => `假条 ${shortDay(from)}–${shortDay(until)}`,
    en: (from: string, until: string) => `on leave ${shortDay(from)}–${shortDay(until)}`,
  },
  slipDays: {
    zh: (from: string, until: string) => `${shortDay(from)}–${shortDay(until)}`,
    en: (from: string, until: string) => `${shortDay(from)}–${shortDay(until)}`,
  },
  slipOver: {
    zh: (until: string) => `假条到 ${shortDay(until)}，没销假`,
    en: (until: string) => `leave ran out ${shortDay(until)}`,
  },
  daysAway: { zh: (days: number) => `已 ${days} 天没来`, en: (days: number) => `away ${days} days` },
  morningAway: { zh: '上午没来', en: 'away this morning' },
  list: { zh: '点名字：谁没来', en: 'Tap who is not here' },
  notCalled: { zh: (list: string) => `不用点：${list}`, en: (list: string) => `Not called: ${list}` },
  allHere: { zh: (count: number) => `全班到齐 ${count} 人，提交`, en: (count: number) => `All ${count} are here: send` },
  someAway: {
    zh: (away: number, others: number) => `提交：${away} 人没到齐，其余 ${others} 人到`,
    en: (away: number, others: number) => `Send: ${away} not wholly here, ${others} are`,
  },
  answerFirst: { zh: (count: number) => `先回答上面 ${count} 人`, en: (count: number) => `Answer for ${count} above first` },
  sent: { zh: '已提交', en: 'Sent' },
  sentHere: {
    zh: (here: number, all: number) => `已提交：到 ${here}/${all}`,
    en: (here: number, all: number) => `Sent: ${here} of ${all} are here`,
  },
  why: { zh: '为什么改', en: 'Why it is changed' },
  clash: {
    zh: (who: string, when: string) => `${who} ${when} 刚点过这个班`,
    en: (who: string, when: string) => `${who} called this class ${when}`,
  },
  clashSays: { zh: (list: string) => `对方点的：${list}`, en: (list: string) => `As called: ${list}` },
  clashMine: { zh: (list: string) => `我点的：${list}`, en: (list: string) => `As I called: ${list}` },
  clashAll: { zh: '全班到齐', en: 'everybody here' },
  takeTheirs: { zh: '用对方点的', en: 'Keep theirs' },
  takeMine: { zh: '用我点的', en: 'Use mine' },
  fromPhone: {
    zh: '没连上服务器，这是手机里存的名单。点好先存手机，有网自动发送。',
    en: 'The server could not be reached: this is the list kept on the phone. What you say is stored here and sent once there is a network.',
  },
  stored: {
    zh: (here: number, all: number) => `已存手机，等网络：到 ${here}/${all}`,
    en: (here: number, all: number) => `On this phone, waits for a network: ${here} of ${all} are here`,
  },
  sending: {
    zh: (here: number, all: number) => `正在发送：到 ${here}/${all}`,
    en: (here: number, all: number) => `Sending: ${here} of ${all} are here`,
  },
  overnight: {
    zh: (day: string, today: string) => `这是${day}的点名，今天已经是${today}。现在提交，记在${day}，算补录。`,
    en: (day: string, today: string) =>
      `This is the roll of ${day}, and it is ${today} by now. Sent now it counts for ${day}, entered late.`,
  },
  callToday: { zh: '不提交，点今天的', en: 'Leave it and call today' },
  onPhone: { zh: '存在手机', en: 'On this phone' },
  lookAt: { zh: '要您看', en: 'Look at it' },
  entryAll: { zh: (_: number, all: number) => `全班到齐 ${all} 人`, en: (_: number, all: number) => `all ${all} are here` },
  entrySome: {
    zh: (away: number, all: number) => `${away} 人没到齐，其余 ${all - away} 人到`,
    en: (away: number, all: number) => `${away} not wholly here, ${all - away} are`,
  },
  newcomers: {
    zh: (count: number) => `名单里新来 ${count} 人，还没点`,
    en: (count: number) => `${count} new on the list, not called yet`,
  },
});

/** Why a class cannot be called without a network. */
export const offlineSays = {
  called: {
    zh: '这个班今天已经点过。没有网络时看不到点的是什么，也不能改，有网络再打开。',
    en: 'This class was called today. Without a network it can be neither seen nor changed; open it again with one.',
  },
} as const satisfies Record<string, Says>;

/** Words of the desktop. */
export const deskWords = defineWords({
  help: {
    zh: '每个班由班主任点名，没来的逐个标出来；没点的班不算到齐。点名当天写入全县点名。',
    en: 'Class teachers call their classes and name who is away; a class that was not called counts as unknown. What they say is in the county’s roll call at once.',
  },
  clause: { zh: '方案 三（四） 缺课学生登记、追踪、报告制度', en: 'Plan 三(四): absence is registered, followed and reported' },
  day: { zh: '哪一天', en: 'Day' },
  called: {
    zh: (called: number, classes: number) => `已点 ${called} 个班，共 ${classes} 个班`,
    en: (called: number, classes: number) => `${called} of ${classes} classes called`,
  },
  onlyOpen: { zh: '只看没点的', en: 'Only those not called' },
  schools: { zh: '各校点名', en: 'Rolls by school' },
  classList: { zh: '各班点名', en: 'Rolls by class' },
  school: { zh: '学校', en: 'School' },
  class: { zh: '班级', en: 'Class' },
  state: { zh: '点名', en: 'Roll' },
  open: { zh: '没点的班', en: 'Not called' },
  classes: { zh: '班数', en: 'Classes' },
  present: { zh: '到校', en: 'Here' },
  absent: { zh: '没来', en: 'Away' },
  leave: { zh: '请假', en: 'On leave' },
  late: { zh: '补录', en: 'Entered late' },
  allCalled: { zh: '每个班都点了。', en: 'Every class was called.' },
  noClasses: { zh: '您负责的范围里没有班级。', en: 'There is no class in your places.' },
});

/** Words of the month of a child. */
export const monthWords = defineWords({
  title: { zh: '考勤', en: 'Attendance' },
  month: { zh: (year: number, month: number) => `${year}年${month}月`, en: (year: number, month: number) => `${year}-${month}` },
  before: { zh: '上个月', en: 'The month before' },
  after: { zh: '下个月', en: 'The month after' },
  weekdays: { zh: '一 二 三 四 五 六 日', en: 'Mon Tue Wed Thu Fri Sat Sun' },
  here: { zh: '到', en: 'Here' },
  none: { zh: '这个月没有点名记录。', en: 'No roll was called in this month.' },
  sum: {
    zh: (called: number, absent: number, leave: number) => `点名 ${called} 次：没来 ${absent}，请假 ${leave}。`,
    en: (called: number, absent: number, leave: number) => `Called ${called} times: away ${absent}, on leave ${leave}.`,
  },
});

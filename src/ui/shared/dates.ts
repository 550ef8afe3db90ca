import { type Day, formatDay, parseDay } from '../../kernel/day';
import { defineWords, type Language, speak } from './words';

const words = defineWords({
  today: { zh: '今天', en: 'today' },
  yesterday: { zh: '昨天', en: 'yesterday' },
  tomorrow: { zh: '明天', en: 'tomorrow' },
  dueToday: { zh: '今天到期', en: 'due today' },
  dueTomorrow: { zh: '明天到期', en: 'due tomorrow' },
  dueWithin: { zh: (days: number) => `${days} 天内`, en: (days: number) => `within ${days} days` },
  dueOn: { zh: (day: string) => `${day} 到期`, en: (day: string) => `due ${day}` },
  overdue: {
    zh: (days: number) => `超期 ${days} 天`,
    en: (days: number) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  },
});

const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Up to a week ahead a day is said as a number of days; our choice. */
const nearDays = 7;
const chinaOffsetMs = 8 * 3_600_000;

/** The day in China at a moment (milliseconds since 1970): the county's day, whatever the clock of the computer shows. */
export function chinaDay(moment: number): Day {
  return formatDay(Math.floor((moment + chinaOffsetMs) / 86_400_000));
}

/** The hour of China's clock at a moment (milliseconds since 1970), 0 to 23. */
export function chinaHour(moment: number): number {
  return Math.floor((moment + chinaOffsetMs) / 3_600_000) % 24;
}

/** A day in words: 今天, 昨天, 明天, `3月7日 周五`, with the year where it is another one. What is no day comes back as it is. */
export function dayWords(day: Day, today: Day, language: Language): string {
  const [number, now] = [parseDay(day), parseDay(today)];
  if (number === undefined || now === undefined) return day;
  const said = speak(words, language);
  if (number === now) return said.today;
  if (number === now - 1) return said.yesterday;
  if (number === now + 1) return said.tomorrow;
  return calendarWords(day, today, language);
}

/** A day as the calendar calls it, `3月7日 周五`, never 今天; with the year where it is another than today's. */
export function calendarWords(day: Day, today: Day, language: Language): string {
  const number = parseDay(day);
  if (number === undefined) return day;
  const [year, month, date] = day.split('-').map(Number);
  const weekday = weekdays[language][(number + 4) % 7];
  const otherYear = day.slice(0, 4) !== today.slice(0, 4);
  if (language === 'zh') return `${otherYear ? `${year}年` : ''}${month}月${date}日 周${weekday}`;
  return `${weekday} ${date} ${months[(month ?? 1) - 1]}${otherYear ? ` ${year}` : ''}`;
}

/** Where a deadline stands: 超期 2 天, 今天到期, 3 天内, `3月28日 周五 到期`. */
export function dueWords(due: Day, today: Day, language: Language): string {
  const [number, now] = [parseDay(due), parseDay(today)];
  if (number === undefined || now === undefined) return due;
  const said = speak(words, language);
  const left = number - now;
  if (left < 0) return said.overdue(-left);
  if (left === 0) return said.dueToday;
  if (left === 1) return said.dueTomorrow;
  return left <= nearDays ? said.dueWithin(left) : said.dueOn(calendarWords(due, today, language));
}

/** A moment (ISO text with zone) in words of China's clock: `今天 10:12`, `3月7日 周五 10:12`. */
export function momentWords(moment: string, today: Day, language: Language): string {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) return moment;
  const clock = new Date(ms + chinaOffsetMs).toISOString().slice(11, 16);
  return `${dayWords(chinaDay(ms), today, language)} ${clock}`;
}

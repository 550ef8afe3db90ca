import { dayNumber } from '../../../kernel/day';
import { cleanText } from './clean';
import { MISSING_DAY } from './register';

/** A day as a sheet gives it; without a problem an empty cell or a day, otherwise MISSING_DAY and why. */
export type DateCell = { readonly day: number; readonly problem?: DateProblem };

export type DateProblem = 'birthUnreadable' | 'birthImpossible' | 'birthMonthOnly';

const empty: DateCell = { day: MISSING_DAY };

/**
 * A birthday in any of the ways lists write it: 20110101, 2011-1-1, 2011/1/1, 2011.1.1, 2011年1月1日, 二〇一一年一月一日, with a
 * time after it, as an Excel date, as the number Excel keeps for a date; 201101 and 2011年1月 give the month only.
 */
export function readDate(raw: string): DateCell {
  const text = westernDigits(cleanText(raw))
    .replace(/^['`’]/, '')
    .replace(/[T ]*(上午|下午|AM|PM)? *\d{1,2}:\d{2}.*$/i, '')
    .replace(/(?<=\d{5})\.0*$/, '')
    .trim();
  if (text === '' || /^(无|不详|未知|-|\/|0+)$/.test(text)) return empty;
  if (/^\d+$/.test(text)) return readDigits(text);
  const parts = /^(\d{4}) ?[-/.年,、。\s] ?(\d{1,2})(?: ?[-/.月,、。\s] ?(\d{1,2}) ?[日号]?)?[月.]?$/.exec(text);
  if (parts) return parts[3] ? asDay(parts[1], parts[2], parts[3]) : asMonth(parts[1], parts[2]);
  const short = /^(\d{2})[-.年](\d{1,2})[-.月](\d{1,2})[日号]?$/.exec(text);
  if (short) return asDay(withCentury(short[1]), short[2], short[3]);
  return /^\d{4}年$/.test(text)
    ? { day: MISSING_DAY, problem: 'birthMonthOnly' }
    : { day: MISSING_DAY, problem: 'birthUnreadable' };
}

/** Excel counts days from 1899-12-30, so that its 1900 has a 29 February. */
const excelEpoch = 25_569;
/** Serials from 1927 to 2064; a bare number outside is something else. */
const [firstSerial, lastSerial] = [10_000, 60_000];
const firstYear = 1900;
const lastYear = 2100;

/** 12.3.5 in a class list is 2012: two digits up to this year are of this century, our choice. With / it could be a US date. */
const lastShortYear = 40;

function withCentury(year: string): string {
  return (Number(year) <= lastShortYear ? '20' : '19') + year;
}

function readDigits(text: string): DateCell {
  if (text.length === 8 || text.length === 14) return asDay(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8));
  if (text.length === 6) return asMonth(text.slice(0, 4), text.slice(4));
  const number = Number(text);
  if (text.length === 5 && number >= firstSerial && number <= lastSerial) return { day: number - excelEpoch };
  if (text.length === 4 && isYear(text)) return { day: MISSING_DAY, problem: 'birthMonthOnly' };
  return { day: MISSING_DAY, problem: 'birthUnreadable' };
}

function asDay(year: string, month: string, date: string): DateCell {
  const day = isYear(year) ? dayNumber(Number(year), Number(month), Number(date)) : undefined;
  return day === undefined ? { day: MISSING_DAY, problem: 'birthImpossible' } : { day };
}

function asMonth(year: string, month: string): DateCell {
  const possible = isYear(year) && Number(month) >= 1 && Number(month) <= 12;
  return { day: MISSING_DAY, problem: possible ? 'birthMonthOnly' : 'birthUnreadable' };
}

function isYear(text: string): boolean {
  return Number(text) >= firstYear && Number(text) <= lastYear;
}

const numerals = '〇一二三四五六七八九';

/** 二〇一一年十二月三十一日 → 2011年12月31日. */
function westernDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) => {
      return String((tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0));
    })
    .replace(/[〇一二三四五六七八九]/g, (numeral) => String(numerals.indexOf(numeral)));
}

import { type Day, dayNumber, formatDay } from '../../../kernel/day';

/** A day as sheets write it: in full or without the year, with a time after it or none; or, above a column, the date alone. */
const time = /(?:[T ]*(?<hour>\d{1,2}):\d{2}(?::\d{2})?)?/.source;
const full = new RegExp(`^(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<date>\\d{1,2})日?${time}$`);
const short = new RegExp(`^(?<month>\\d{1,2})[-/.月](?<date>\\d{1,2})[日号]?${time}$`);
const dateAlone = /^(?<date>\d{1,2})[日号]?(?: *[(]?(?:周|星期)?[一二三四五六日天]?[)]?)?$/;

/** A day and, where it is told, the hour (0–23). */
export type Moment = { readonly day: Day; readonly hour?: number };

/** The day a cell names; without a year that of the month `2025-03` that is looked at. Undefined for what is no day. */
export function momentOf(cell: string, month: string): Moment | undefined {
  const text = cell.normalize('NFKC').trim();
  const said = (full.exec(text) ?? short.exec(text))?.groups;
  if (said === undefined) return undefined;
  const number = dayNumber(Number(said.year ?? month.slice(0, 4)), Number(said.month), Number(said.date));
  const hour = Number(said.hour ?? 0);
  if (number === undefined || hour > 23) return undefined;
  return { day: formatDay(number), ...(said.hour === undefined ? {} : { hour }) };
}

/** The day a column is headed with: as above, or the date alone, of the month that is looked at. */
export function dayOfHead(cell: string, month: string): Day | undefined {
  const said = momentOf(cell, month);
  if (said !== undefined) return said.day;
  const date = dateAlone.exec(cell.normalize('NFKC').trim())?.groups?.date;
  const number = date === undefined ? undefined : dayNumber(Number(month.slice(0, 4)), Number(month.slice(5)), Number(date));
  return number === undefined ? undefined : formatDay(number);
}

/** The hour of a time of day alone, written out or as the part of a day that workbooks keep; undefined for what is none. */
export function hourOf(cell: string): number | undefined {
  const text = cell.normalize('NFKC').trim();
  const said = /^(?:(\d{1,2}):\d{2}(?::\d{2})?|(0?\.\d+))$/.exec(text);
  if (said === null) return undefined;
  // Half a second more: 14:00 is kept as 0.583333333.
  const hour = said[1] === undefined ? Math.floor(Number(said[2]) * 24 + 0.5 / 3600) : Number(said[1]);
  return hour > 23 ? undefined : hour;
}

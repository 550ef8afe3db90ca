const dayMs = 86_400_000;
const lastSerial = 2_958_466; // the day after 9999-12-31

/**
 * The day a serial number stands for, as `2012-03-05`, and with a time of day as `2012-03-05 14:02`; nothing for what is no day (60 is
 * Excel's 1900-02-29).
 */
export function dateOfSerial(serial: number, dates1904: boolean): string | undefined {
  // To the second, for a time is kept as a part of a day and 14:02 comes a little below itself.
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400) + (dates1904 ? 1462 : 0);
  if (!(days >= 1 && days < lastSerial) || days === 60) return undefined;
  // Excel counts 1900 as a leap year, so its first two months lie one day off.
  const text = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayMs + (seconds % 86_400) * 1000).toISOString();
  return seconds % 86_400 < 60 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** The same of a date as text, `2012-03-05T14:02:00Z`: what was written, in no zone. */
export function dateOfIso(text: string): string {
  const time = text.slice(11, 16);
  return /^\d\d:\d\d$/.test(time) && time !== '00:00' ? `${text.slice(0, 10)} ${time}` : text.slice(0, 10);
}

const dayMs = 86_400_000;
const lastSerial = 2_958_466; // the day after 9999-12-31

/** The day a serial number stands for, as `2012-03-05`; nothing for what is no day (60 is Excel's 1900-02-29). */
export function dayOfSerial(serial: number, dates1904: boolean): string | undefined {
  const days = Math.floor(serial) + (dates1904 ? 1462 : 0);
  if (!(days >= 1 && days < lastSerial) || days === 60) return undefined;
  // Excel counts 1900 as a leap year, so its first two months lie one day off.
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayMs).toISOString().slice(0, 10);
}

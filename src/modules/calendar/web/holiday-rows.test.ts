import { expect, it } from 'vitest';
import { daysOfHolidayRows, emptyHolidayRows, holidayRowsOf } from './holiday-rows';

const springFestival = ['2027-02-05', '2027-02-06', '2027-02-07'];
const year = [
  { day: '2027-01-01', name: '元旦', off: true },
  { day: '2027-01-30', name: '春节', off: false },
  ...springFestival.map((day) => ({ day, name: '春节', off: true })),
  { day: '2027-02-20', name: '春节', off: false },
];

it('writes days off of one name as one row, with the weekends worked instead', () => {
  expect(holidayRowsOf(year)).toEqual([
    { name: '元旦', from: '2027-01-01', until: '2027-01-01', worked: ['', ''] },
    { name: '春节', from: '2027-02-05', until: '2027-02-07', worked: ['2027-01-30', '2027-02-20'] },
  ]);
});

it('gives back the same days from the rows', () => {
  const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : 1);
  expect([...(daysOfHolidayRows(holidayRowsOf(year)) ?? [])].sort(byDay)).toEqual([...year].sort(byDay));
});

it('leaves out holidays that were not filled in, and refuses half a row or one that ends before it begins', () => {
  expect(daysOfHolidayRows(emptyHolidayRows())).toEqual([]);
  const row = { name: '国庆节', from: '2027-10-01', until: '', worked: ['', ''] as const };
  expect(daysOfHolidayRows([row])).toBeUndefined();
  expect(daysOfHolidayRows([{ ...row, until: '2027-09-30' }])).toBeUndefined();
  expect(daysOfHolidayRows([{ ...row, until: '2207-10-07' }])).toBeUndefined();
});

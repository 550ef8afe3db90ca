import { expect, test } from 'vitest';
import { dayByName, kindByName } from './name-clues';

test('the name of a file tells which list it is', () => {
  expect(kindByName(['公安局户籍人口（6-15岁）.xlsx'])).toBe('household');
  expect(kindByName(['全国学籍系统导出.csv'])).toBe('enrolment');
  expect(kindByName(['六官营子中学七年级在校学生.xls', '八年级花名册.xls'])).toBe('attending');
  expect(kindByName(['脱贫户学籍核对.xlsx'])).toBe('poverty');
  expect(kindByName(['残疾儿童在校情况.xlsx'])).toBe('disability');
});

test('a name that tells nothing, or files that tell different things, leave the choice to the person', () => {
  expect(kindByName(['Sheet1.xlsx'])).toBeUndefined();
  expect(kindByName(['户籍.xlsx', '学籍.xlsx'])).toBeUndefined();
  expect(kindByName([])).toBeUndefined();
});

test('the day in the name of a file is the day of the list', () => {
  const today = '2025-03-10';
  expect(dayByName('户籍名册2025-03-01.xlsx', today)).toBe('2025-03-01');
  expect(dayByName('户籍_20250301_终版.xlsx', today)).toBe('2025-03-01');
  expect(dayByName('学籍2025年3月1日.csv', today)).toBe('2025-03-01');
  expect(dayByName('学籍2025.3.1.csv', today)).toBe('2025-03-01');
});

test('a number that is no day, a day to come or a part of a longer number is not taken', () => {
  const today = '2025-03-10';
  expect(dayByName('学籍2025-02-30.csv', today)).toBeUndefined();
  expect(dayByName('学籍2025-03-11.csv', today)).toBeUndefined();
  expect(dayByName('120250301.csv', today)).toBeUndefined();
  expect(dayByName('2024-2025学年学籍.csv', today)).toBeUndefined();
});

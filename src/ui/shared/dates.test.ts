import { expect, test } from 'vitest';
import { calendarWords, chinaDay, dayWords, dueWords, momentWords } from './dates';

const today = '2025-03-10';

test('a day near now is said in words, every other one with its weekday', () => {
  expect(dayWords('2025-03-10', today, 'zh')).toBe('今天');
  expect(dayWords('2025-03-09', today, 'zh')).toBe('昨天');
  expect(dayWords('2025-03-11', today, 'zh')).toBe('明天');
  expect(dayWords('2025-03-07', today, 'zh')).toBe('3月7日 周五');
  expect(dayWords('2025-03-07', today, 'en')).toBe('Fri 7 Mar');
});

test('the year is said where it is another one', () => {
  expect(dayWords('2024-02-29', today, 'zh')).toBe('2024年2月29日 周四');
  expect(calendarWords('2024-12-31', today, 'en')).toBe('Tue 31 Dec 2024');
});

test('the day before New Year is yesterday, though the year is another one', () => {
  expect(dayWords('2024-12-31', '2025-01-01', 'zh')).toBe('昨天');
});

test('what is no day is shown as it came', () => {
  expect(dayWords('2025-02-30', today, 'zh')).toBe('2025-02-30');
});

test('a deadline says how many days are left or lost', () => {
  expect(dueWords('2025-03-08', today, 'zh')).toBe('超期 2 天');
  expect(dueWords('2025-03-10', today, 'zh')).toBe('今天到期');
  expect(dueWords('2025-03-13', today, 'zh')).toBe('3 天内');
  expect(dueWords('2025-03-28', today, 'zh')).toBe('3月28日 周五 到期');
  expect(dueWords('2025-03-09', today, 'en')).toBe('1 day overdue');
});

test('a moment is told by the clock of China, also across midnight', () => {
  expect(momentWords('2025-03-09T16:12:00Z', today, 'zh')).toBe('今天 00:12');
  expect(momentWords('2025-03-09T15:59:00Z', today, 'zh')).toBe('昨天 23:59');
  expect(chinaDay(Date.parse('2025-03-09T16:00:00Z'))).toBe('2025-03-10');
});

import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { type Contact, dueStep, ladderOf, stepOf } from './ladder';

const on = (day: string, change: Partial<Contact> = {}): Contact => ({
  ...{ day, way: 'phone', reached: 'guardian', promise: 'none', backDay: null },
  ...change,
});
const away = (days: number, today: string, ...contacts: readonly Contact[]) =>
  dueStep({ since: '2025-03-10', days, today, contacts }, defaultPolicy);

describe('what is due for a child that is away', () => {
  it('is a contact on the first day, and then nothing more that day', () => {
    expect(away(1, '2025-03-10')).toBe('contact');
    expect(away(1, '2025-03-10', on('2025-03-10'))).toBeUndefined();
    expect(away(1, '2025-03-10', on('2025-03-10', { reached: 'nobody' }))).toBeUndefined();
  });

  it('is not settled by what was done about an earlier absence', () => {
    expect(away(1, '2025-03-10', on('2025-02-28'))).toBe('contact');
  });

  it('is a visit from the second day on, once, and again a contact while nobody was reached', () => {
    expect(away(2, '2025-03-11', on('2025-03-10'))).toBe('visit');
    expect(away(2, '2025-03-11', on('2025-03-10'), on('2025-03-11', { way: 'visit' }))).toBeUndefined();
    expect(away(1, '2025-03-11', on('2025-03-10', { reached: 'wrong-number' }))).toBe('contact');
    expect(away(3, '2025-03-12', on('2025-03-11', { way: 'visit', reached: 'nobody' }))).toBe('visit');
  });

  it('is another contact when the promised day has come without the child', () => {
    const visited = on('2025-03-11', { way: 'visit', promise: 'day', backDay: '2025-03-12' });
    expect(away(3, '2025-03-12', visited)).toBeUndefined();
    expect(away(4, '2025-03-13', visited)).toBe('contact');
  });
});

describe('the ladder', () => {
  it('climbs by school days and names the source of each step; another province is never a basis', () => {
    const ladder = ladderOf(defaultPolicy);
    expect([0, 1, 2, 3, 5, 6, 19, 20, 99].map((days) => stepOf(ladder, days)?.key ?? '-')).toEqual([
      ...['-', 'contact', 'visit', 'report', 'report', 'suspected', 'suspected', 'dropout', 'dropout'],
    ]);
    for (const { label, confirmed, source } of ladder)
      if (/外省|云南|福建/.test(source.zh)) expect([label, confirmed]).toEqual(['suggested', false]);
  });

  it('climbs by what the county has set', () => {
    const set = { ...defaultPolicy, visitDays: { ...defaultPolicy.visitDays, value: 3 } };
    expect(ladderOf(set).map(({ from }) => from)).toEqual([1, 3, 3, 6, 20]);
    expect(dueStep({ since: '2025-03-10', days: 2, today: '2025-03-11', contacts: [on('2025-03-10')] }, set)).toBeUndefined();
  });
});

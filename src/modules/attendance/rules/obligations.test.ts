import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { ladderOf } from './ladder';
import { type Absence, type Contact, isFor, obligationsOf, type Report, writableOf } from './obligations';

const ladder = ladderOf(defaultPolicy);
/** Monday 3 March on, weekends left out. */
const weekdays = Array.from({ length: 35 }, (_, at) => new Date(Date.UTC(2025, 2, 3 + at)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));
const dayAt = (at: number) => weekdays[at] ?? '2025-12-31';

type Story = {
  readonly contacts?: readonly Contact[];
  readonly reports?: readonly Report[];
  readonly leave?: readonly number[];
  readonly excused?: Absence['excused'];
};
/** Away on so many days on end, as it is known on the last of them. */
const away = (length: number, { contacts = [], reports = [], leave = [], excused = [] }: Story = {}): Absence => ({
  days: weekdays.slice(0, length).filter((day, at) => !leave.includes(at) && !excused.some((one) => one.day === day)),
  excused,
  schoolDays: weekdays.slice(0, length),
  today: dayAt(length - 1),
  contacts,
  reports,
});
const contact = (at: number, change: Partial<Contact> = {}): Contact => ({
  ...{ day: dayAt(at), noted: dayAt(at), way: 'phone', reached: 'guardian', reason: null, promise: 'none', backDay: null },
  ...change,
});
const report = (at: number, change: Partial<Report> = {}): Report => ({
  ...{ kind: 'report', day: dayAt(at), toTownship: true, received: { bureau: null, township: null } },
  ...change,
});
const said = (absence: Absence) =>
  obligationsOf(absence, ladder).map(({ duty, due, done, lifted, late, holder }) =>
    [
      duty,
      due.slice(5),
      holder ?? (done === null ? (lifted === null ? 'nobody' : `lifted ${lifted.slice(5)}`) : 'done'),
      ...(late > 0 ? [`+${late}`] : []),
    ].join(' '),
  );

describe('what is due', () => {
  it('is a call on the first day, which goes to the school and then to the bureau while nobody makes it', () => {
    expect(said(away(1))).toEqual(['contact 03-03 teacher']);
    expect(said(away(2))).toEqual(['contact 03-03 school +1', 'visit 03-04 teacher']);
    expect(said(away(3))).toEqual(['contact 03-03 bureau +2', 'visit 03-04 school +1', 'report 03-05 school']);
    expect(said(away(4))).toEqual(['contact 03-03 bureau +3', 'visit 03-04 bureau +2', 'report 03-05 bureau +1']);
  });

  it('is done on time, or late and then says by how much', () => {
    const own = { contacts: [contact(0), contact(3, { way: 'visit' })], reports: [report(2)] };
    expect(said(away(4, own))).toEqual([
      ...['contact 03-03 done', 'visit 03-04 done +2', 'report 03-05 done', 'receipt 03-06 bureau', 'township 03-06 township'],
    ]);
  });

  it('counts no day on leave', () => {
    expect(said(away(3, { contacts: [contact(0)], leave: [1] }))).toEqual(['contact 03-03 done', 'visit 03-05 teacher']);
  });

  it('stays due on its day when a leave is entered afterwards, and is taken away where too few days are left', () => {
    const on = (at: number, ...days: readonly number[]) => days.map((day) => ({ day: dayAt(day), on: dayAt(at) }));
    expect(said(away(4))).toEqual(['contact 03-03 bureau +3', 'visit 03-04 bureau +2', 'report 03-05 bureau +1']);
    const one = said(away(4, { excused: on(3, 1) }));
    expect(one, 'three days are left').toEqual(said(away(4)));
    expect(said(away(4, { excused: on(3, 0, 1) })), 'two are left').toEqual([
      ...['contact 03-03 bureau +3', 'visit 03-04 bureau +2', 'report 03-05 lifted 03-06 +1'],
    ]);
    expect(said(away(4, { excused: on(3, 0, 1, 2), leave: [3] })), 'none is left').toEqual([
      ...['contact 03-03 lifted 03-06 +3', 'visit 03-04 lifted 03-06 +2', 'report 03-05 lifted 03-06 +1'],
    ]);
    expect(said(away(8, { contacts: [contact(0)], excused: [...on(3, 1), ...on(5, 2, 3, 4, 5, 6, 7)] }))[1]).toBe(
      'visit 03-04 lifted 03-10 +4',
    );
  });

  it('is another call on the next school day when nobody was reached, and after a promised day without the child', () => {
    const nobody = contact(0, { reached: 'nobody' });
    expect(said(away(1, { contacts: [nobody] }))).toEqual(['contact 03-03 done']);
    expect(said(away(2, { contacts: [nobody] }))).toContain('again 03-04 teacher');
    const promised = contact(0, { promise: 'day', backDay: dayAt(2) });
    expect(said(away(2, { contacts: [promised] }))).toEqual(['contact 03-03 done']);
    expect(said(away(3, { contacts: [promised] }))).toEqual(['contact 03-03 done', 'visit 03-05 teacher', 'report 03-05 school']);
    expect(said(away(4, { contacts: [promised] }))).toContain('again 03-06 teacher');
  });

  it('is a visit at once where somebody says that the child will not come', () => {
    const closer = ladderOf({ ...defaultPolicy, visitDays: { ...defaultPolicy.visitDays, value: 5 } });
    const visit = (contacts: readonly Contact[]) =>
      obligationsOf(away(3, { contacts }), closer).find(({ duty }) => duty === 'visit')?.due;
    expect(visit([contact(0)])).toBeUndefined();
    expect(visit([contact(0, { promise: 'refused' })])).toBe(dayAt(1));
    expect(visit([contact(1, { reason: 'work' })])).toBe(dayAt(2));
  });

  it('is put off by a promise, but never beyond the report, and not by one that is noted when the visit is due', () => {
    const visit = (at: number, back: number, length: number) =>
      obligationsOf(away(length, { contacts: [contact(at, { promise: 'day', backDay: dayAt(back) })] }), ladder).find(
        ({ duty }) => duty === 'visit',
      )?.due;
    expect([visit(0, 2, 5), visit(0, 9, 5), visit(1, 3, 5), visit(3, 4, 5)]).toEqual([dayAt(2), dayAt(2), dayAt(1), dayAt(1)]);
  });

  it('is done on the day on which it was written down, whatever day it names', () => {
    const own = { contacts: [contact(0, { noted: dayAt(2) })] };
    expect(said(away(3, own))[0]).toBe('contact 03-03 done +2');
  });

  it('is for whoever owes it and for whom it has come up to', () => {
    const whose = (length: number) =>
      (['teacher', 'school', 'bureau'] as const).map((who) =>
        obligationsOf(away(length), ladder)
          .filter((one) => isFor(one, who))
          .map(({ duty }) => duty)
          .join(' '),
      );
    expect(whose(1)).toEqual(['contact', '', '']);
    expect(whose(3)).toEqual(['contact visit', 'contact visit report', 'contact']);
    expect(whose(4)).toEqual(['contact visit', 'contact visit report', 'contact visit report']);
  });

  it('may be written once, the proposal after the report', () => {
    expect([2, 3, 20].map((length) => writableOf(away(length), ladder))).toEqual([[], ['report'], ['report']]);
    expect(writableOf(away(20, { reports: [report(2)] }), ladder)).toEqual(['proposal']);
    expect(writableOf(away(20, { reports: [report(2), report(19, { kind: 'proposal' })] }), ladder)).toEqual([]);
  });

  it('asks bureau and township for a receipt, the township only where one is known', () => {
    expect(said(away(4, { contacts: [contact(0)], reports: [report(2, { toTownship: false })] }))).not.toContain('township');
    const both = { bureau: dayAt(3), township: null };
    expect(said(away(5, { reports: [report(2, { received: both })] })).slice(-2)).toEqual([
      ...['receipt 03-06 done', 'township 03-06 bureau +1'],
    ]);
  });

  it('is put to the county on the twentieth day', () => {
    expect(said(away(20)).at(-1)).toBe('proposal 03-28 school');
    expect(said(away(19)).at(-1)).toMatch(/^report/);
  });
});

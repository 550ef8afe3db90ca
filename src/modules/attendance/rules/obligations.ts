import type { Day } from '../../../kernel/day';
import { isReached, isVisit, type Promised, type Reached, type Reason, type Way } from './contact';
import type { Duty, Holder, ReportKind } from './duties';
import { comeTo, type Excused, liftedOn } from './known-days';
import type { StepKey } from './steps';

/** From how many school days away on a step is due. */
export type Rung = { readonly key: StepKey; readonly from: number };

/** A contact as far as it moves the ladder. */
export type Contact = {
  readonly day: Day;
  /** the day on which it was written down: what nobody had written down, nobody above could know */ readonly noted: Day;
  readonly way: Way;
  readonly reached: Reached;
  readonly reason: Reason | null;
  readonly promise: Promised;
  readonly backDay: Day | null;
};

/** A report of the school, and on which day bureau and township have said that they have it. */
export type Report = {
  readonly kind: ReportKind;
  readonly day: Day;
  /** false: nobody knows in which township the child lives */ readonly toTownship: boolean;
  readonly received: { readonly bureau: Day | null; readonly township: Day | null };
};

/** An absence as it is known on a day; contacts and reports in the order in which they were noted. */
export type Absence = {
  /** school days away, oldest first, leave left out; today only once it was called */ readonly days: readonly Day[];
  /** days that were away until a leave was entered for them afterwards, oldest first */ readonly excused: readonly Excused[];
  /** every school day from the first day that ever was away to today */ readonly schoolDays: readonly Day[];
  readonly today: Day;
  readonly contacts: readonly Contact[];
  readonly reports: readonly Report[];
};

/** One duty: since when it is due, who owes it first, and, while it is not done, with whom it lies by now. */
export type Obligation = {
  readonly duty: Duty;
  readonly due: Day;
  readonly by: Holder;
  readonly done: Day | null;
  /** on which day a leave, entered afterwards, has taken it away; what was due stays on record */ readonly lifted: Day | null;
  /** school days between its day and the day it was done or taken away, or today */ readonly late: number;
  /** null: done or taken away */ readonly holder: Holder | null;
};

type Draft = Pick<Obligation, 'duty' | 'by'> & {
  readonly due: Day | undefined;
  readonly done: Day | undefined;
  /** from how many days away on it is owed */ readonly from: number;
};

/**
 * What is and was due about an absence, in the order of the ladder. Follows from the days, the contacts and the reports alone: a
 * duty that is not done goes from the teacher to the school after a school day and to the bureau after another, whatever anybody
 * notes; only doing it, or the child being back or on leave, ends it. A leave that is entered afterwards moves nothing that was due. After how many days it goes up is our proposal (no notice names one).
 */
export function obligationsOf(absence: Absence, ladder: readonly Rung[]): readonly Obligation[] {
  const since = comeTo(absence, 1);
  if (since === undefined) return [];
  const contacts = absence.contacts.filter(({ day }) => day >= since);
  const reports = absence.reports.filter(({ day }) => day >= since);
  const fromOf = (key: StepKey) => ladder.find((step) => step.key === key)?.from ?? Number.POSITIVE_INFINITY;
  const dayOf = (key: StepKey) => comeTo(absence, fromOf(key));
  const report = reports.find(({ kind }) => kind === 'report');
  const acknowledged = report && nextSchoolDay(absence, report.day);
  const drafts: readonly Draft[] = [
    { duty: 'contact', by: 'teacher', due: since, done: contacts[0]?.noted, from: 1 },
    { duty: 'again', by: 'teacher', due: askedAgain(absence, contacts), done: undefined, from: 1 },
    {
      ...{ duty: 'visit', by: 'teacher', due: visitDue(absence, contacts, dayOf), done: contacts.find(isVisit)?.noted },
      from: contacts.some(isAlarm) ? 1 : fromOf('visit'),
    },
    { duty: 'report', by: 'school', due: dayOf('report'), done: report?.day, from: fromOf('report') },
    { duty: 'receipt', by: 'bureau', due: acknowledged, done: report?.received.bureau ?? undefined, from: 1 },
    {
      ...{ duty: 'township', by: 'township', from: 1 },
      ...{ due: report?.toTownship ? acknowledged : undefined, done: report?.received.township ?? undefined },
    },
    {
      ...{ duty: 'proposal', by: 'school', due: dayOf('dropout'), from: fromOf('dropout') },
      done: reports.find(({ kind }) => kind === 'proposal')?.day,
    },
  ];
  return drafts.flatMap((draft) => settled(absence, draft) ?? []);
}

/** What a school may write about an absence and has not: the report from its step on, the proposal after it from the last one on. */
export function writableOf(absence: Absence, ladder: readonly Rung[]): readonly ReportKind[] {
  const written = (kind: ReportKind) => absence.reports.some((report) => report.kind === kind);
  const come = (key: StepKey) => ladder.some((step) => step.key === key && absence.days.length >= step.from);
  const report = come('report') && !written('report');
  const proposal = come('dropout') && written('report') && !written('proposal');
  return [...(report ? (['report'] as const) : []), ...(proposal ? (['proposal'] as const) : [])];
}

/** Whether a duty that is not done is one for somebody to see to: the teacher's own, for the school all of its own, above what has come up. */
export function isFor({ by, holder }: Obligation, who: 'teacher' | 'school' | 'bureau'): boolean {
  if (holder === null) return false;
  if (who === 'bureau') return holder === 'bureau';
  return who === 'teacher' ? by === 'teacher' : by === 'school' || (by === 'teacher' && holder !== 'teacher');
}

/** What has to be done next of some duties: that which is due the longest; undefined when all is done. */
export function nextOf(obligations: readonly Obligation[]): Obligation | undefined {
  let next: Obligation | undefined;
  for (const one of obligations) if (one.holder !== null && (next === undefined || one.due < next.due)) next = one;
  return next;
}

function settled(absence: Absence, { duty, by, due, done, from }: Draft): Obligation | undefined {
  const { schoolDays, today } = absence;
  if (due === undefined || due > today)
    return done === undefined ? undefined : { duty, by, due: done, done, lifted: null, late: 0, holder: null };
  const lifted = done === undefined ? (liftedOn(absence, from) ?? null) : null;
  // It would have come due only after the leave.
  if (lifted !== null && lifted < due) return undefined;
  const until = done ?? lifted ?? today;
  const late = schoolDays.filter((day) => day > due && day <= until).length;
  const open = done === undefined && lifted === null;
  return { duty, by, due, done: done ?? null, lifted, late, holder: open ? escalated(by, late) : null };
}

/** After a school day a duty lies one higher, and after two with the bureau. */
function escalated(by: Holder, late: number): Holder {
  if (late >= 2 || (late === 1 && by !== 'teacher')) return 'bureau';
  return late === 1 ? 'school' : by;
}

/**
 * A visit is due by the ladder, at once when somebody was told that the child will not come or works, and later while a promised
 * day is still to come; never later than the report. A promise that is noted when the visit is due already puts nothing off.
 */
function visitDue(absence: Absence, contacts: readonly Contact[], dayOf: (key: StepKey) => Day | undefined): Day | undefined {
  const alarm = contacts.find(isAlarm);
  const atOnce = alarm && nextSchoolDay(absence, alarm.noted);
  const usual = earliest(dayOf('visit'), atOnce);
  if (usual === undefined || atOnce !== undefined) return usual;
  const before = contacts.filter(({ noted }) => noted < usual);
  const last = before[before.length - 1];
  if (last === undefined || !isReached(last.reached) || last.backDay === null || last.backDay <= usual) return usual;
  return earliest(last.backDay, dayOf('report'));
}

/** Whether somebody has said that the child will not come, or works. */
function isAlarm({ promise, reason }: Contact): boolean {
  return promise === 'refused' || reason === 'unwilling' || reason === 'work';
}

/** The school day on which somebody has to be asked again: nobody was reached, or the promised day came without the child. */
function askedAgain(absence: Absence, contacts: readonly Contact[]): Day | undefined {
  const last = contacts[contacts.length - 1];
  if (last === undefined) return undefined;
  if (!isReached(last.reached)) return nextSchoolDay(absence, last.day);
  const { backDay } = last;
  const away = [...absence.days, ...absence.excused.map(({ day }) => day)];
  return backDay !== null && away.some((day) => day >= backDay) ? nextSchoolDay(absence, backDay) : undefined;
}

function nextSchoolDay({ schoolDays }: Absence, after: Day): Day | undefined {
  return schoolDays.find((day) => day > after);
}

function earliest(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

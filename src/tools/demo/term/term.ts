import type { Day } from '../../../kernel/day';
import type { BroughtContact, BroughtReport, BroughtTerm, ClassList } from '../../../modules/attendance/server';
import type { PastMark } from '../../../modules/groups/server';
import type { PastLeave } from '../../../modules/leave/server';
import { makeRng } from '../random';
import { contactsOf } from './contacts';
import { episodesOf } from './episodes';
import { marksOf } from './groups';
import { ladderPuts, leavePuts, withAbsence } from './ladder';
import { askedBy, leavesOf, longAsked, otherLeavesOf } from './leaves';
import { morningsOf } from './mornings';
import { numbered, reportsOf, type UnnumberedReport } from './reports';

/** The classes of a county with who calls them, and the classes in which whoever tries the demo begins. */
export type TermOptions = {
  readonly seed: number;
  readonly classes: readonly { readonly of: ClassList; readonly grade: number; readonly by: string; readonly head: string }[];
  /** places in `classes`: the class of the demo's teacher, not called today, and another of its school, called */
  readonly own: { readonly teacher: number; readonly beside: number };
  /** who receives reports for the bureau */ readonly officer?: string | undefined;
  /** school days, the last one is today */ readonly days: readonly Day[];
};

/** Of the classes so many were called by the time the demo begins. */
const CALLED_BY_EIGHT = 0.6;

/** Makes up the mornings of a county: the same for the same seed, classes and days. */
export function makeTerm({ seed, classes, own, officer, days }: TermOptions): {
  readonly terms: readonly BroughtTerm[];
  readonly contacts: readonly BroughtContact[];
  readonly leaves: readonly PastLeave[];
  readonly reports: readonly BroughtReport[];
  readonly marks: readonly PastMark[];
} {
  const grades = classes.map(({ grade }) => grade);
  const absent = ladderPuts(makeRng(seed, 71), grades, own);
  const ill = leavePuts(makeRng(seed, 76), classes.length, new Set(absent.map(({ at }) => at)));
  const puts = new Map([...absent, ...ill].map((put) => [put.at, put]));
  const contacts: BroughtContact[] = [];
  const leaves: PastLeave[] = [];
  const reports: (UnnumberedReport & { readonly school: string })[] = [];
  const marks: PastMark[] = [];
  const terms = classes.map(({ of, by, head }, at) => {
    const rng = makeRng(seed, 72, at);
    const put = puts.get(at);
    // Whoever is away for long is in a class that calls, so that it is seen; but for the teacher's, which is left to the reader.
    const calledToday = at === own.teacher ? false : put !== undefined || rng.chance(CALLED_BY_EIGHT);
    const usual = episodesOf(rng, of.children.length, days);
    const last = days.length - (calledToday ? 1 : 2);
    const episodes =
      put === undefined || of.children.length === 0 ? usual : withAbsence(rng, usual, of.children.length, put, last);
    const calling = { of, by, calledToday };
    const rolls = of.children.length === 0 ? [] : morningsOf(rng, calling, episodes, days);
    const made = contactsOf(rng, calling, { episodes, rolls, days });
    contacts.push(...made);
    // The school of whoever tries the demo has one to write.
    const written = at === own.beside ? [] : reportsOf(makeRng(seed, 74, at), { by, officer }, { rolls, contacts: made, days });
    reports.push(...written.map((report) => ({ ...report, school: of.path.split('/')[1] ?? '' })));
    leaves.push(...leavesOf(makeRng(seed, 73, at), calling, { rolls, days, head }));
    marks.push(...marksOf(makeRng(seed, 75, at), of.children, days[days.length - 1] ?? ''));
    if (at === own.teacher) leaves.push(...askedBy(of, rolls, days.at(-1) ?? ''));
    else leaves.push(...otherLeavesOf(makeRng(seed, 77, at), calling, { rolls }));
    if (at === own.beside) leaves.push(...longAsked(calling, rolls, days.at(-1) ?? ''));
    return { of, rolls };
  });
  return { terms, contacts, leaves, reports: numbered(reports), marks };
}

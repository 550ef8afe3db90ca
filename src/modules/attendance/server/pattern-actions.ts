import type { Day } from '../../../kernel/day';
import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className, schoolYearOf } from '../../area/index';
import { listClasses, type StoredClass } from '../../area/server/index';
import type { SchoolCalendar } from '../../calendar/index';
import { readBook } from '../../calendar/server/index';
import { findChild, listLines } from '../../children/server/index';
import { membersBelow } from '../../standing/server/index';
import type { ChildSignsView, EffectLine, PatternLine, PatternsQuery, PatternsView, SilentClass } from '../pattern-contract';
import { permissions } from '../permissions';
import { ways } from '../rules/contact';
import { fewContacts } from '../rules/effect';
import { patternNumbers, type Sign, signsOf } from '../rules/patterns';
import { things } from '../words';
import { scopeFor } from './asking';
import { contactsOf } from './contact-store';
import { awayDays, calendarsOf, effectsOf, termSoFar } from './pattern-facts';
import { awayChildren, awayOf, type CalledDays, calledDays, contactsIn, recentlyCalled } from './pattern-store';
import { isCallable } from './roll-view';

type Class = StoredClass & { readonly calendar: SchoolCalendar };
type Span = { readonly from: Day; readonly to: Day };

/** Of the term so far, in the places of the asker: children with a sign, classes nobody calls, what came after contacts. */
export async function readPatterns(db: Db, context: Context, { school }: PatternsQuery): Promise<PatternsView> {
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const scope = scopeFor(context, permissions['attendance.see']);
    const book = await readBook(trx);
    const term = termSoFar(book, today);
    if (term === undefined) return { today, term: null, rows: [], classes: [], effects: [] };
    const calendarOf = calendarsOf(book);
    const stored = await listClasses(trx, scope, { schoolYear: schoolYearOf(term.to), schoolId: school });
    if (school !== undefined && stored.length === 0) throw absent(things.class);
    const classes = stored
      .filter(({ until }) => until === null || until >= term.to)
      .map((one) => ({ ...one, calendar: calendarOf(one) }));
    const ids = classes.map(({ id }) => id);
    const called = await calledDays(trx, ids, term);
    return {
      ...{ today, term },
      rows: await linesOf(trx, classes, called, term),
      classes: silentOf(classes, called, term, today),
      effects: await effectLines(trx, classes, called, term),
    };
  });
}

/** The signs of one child, and what came after each contact about it in this term. */
export async function readChildSigns(db: Db, context: Context, id: string): Promise<ChildSignsView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['attendance.see']);
    const child = await findChild(trx, scope, id);
    if (child === undefined) throw absent(things.child);
    const book = await readBook(trx);
    const term = termSoFar(book, dayOf(trx.now));
    const [, schoolId = ''] = child.school_path.split('/');
    if (term === undefined || schoolId === '') return { signs: [], effects: [] };
    const calendarOf = calendarsOf(book);
    const all = await listClasses(trx, scope, { schoolYear: schoolYearOf(term.to), schoolId });
    const classes = all.map((one) => ({ ...one, calendar: calendarOf(one) }));
    const called = await calledDays(
      trx,
      classes.map((one) => one.id),
      term,
    );
    const own = classes.filter(({ path }) => path === child.school_path);
    const signs = await signsIn(trx, own, called, term, [child.child_id]);
    const contacts = await contactsOf(trx, [child.child_id]);
    const away = await awayOf(trx, [child.child_id], term);
    const effects = effectsOf(contacts, away, called, betweenOf(classes)).filter(({ contact }) => contact.day >= term.from);
    return {
      signs: signs.get(child.child_id) ?? [],
      effects: effects.map(({ contact, kind, back }) => ({ contactId: contact.contact_id, kind, back })),
    };
  });
}

async function linesOf(
  trx: ReadTrx,
  classes: readonly Class[],
  called: readonly CalledDays[],
  term: Span,
): Promise<readonly PatternLine[]> {
  const signs = await signsIn(trx, classes, called, term);
  const lines = await listLines(trx, scopeFor(trx.context, permissions['attendance.see']), [...signs.keys()]);
  const heavy = (line: { readonly child_id: string }) =>
    signs.get(line.child_id)?.reduce((sum, { times }) => sum + times, 0) ?? 0;
  return lines
    .map((line) => ({ line, weight: heavy(line) }))
    .sort((a, b) => b.weight - a.weight || (a.line.child_id < b.line.child_id ? -1 : 1))
    .map(({ line }) => ({
      ...{ childId: line.child_id, name: line.name, school: line.school_name, className: line.class_name },
      signs: signs.get(line.child_id) ?? [],
    }));
}

/** The signs of the children of some classes, or of those named among them. */
async function signsIn(
  trx: ReadTrx,
  classes: readonly Class[],
  called: readonly CalledDays[],
  term: Span,
  only?: readonly string[],
): Promise<ReadonlyMap<string, readonly Sign[]>> {
  const ids = classes.map(({ id }) => id);
  // Every sign but the last needs at least three words.
  const least = Math.min(patternNumbers.often, patternNumbers.halves, patternNumbers.leaves, patternNumbers.edges);
  const away = only === undefined ? await awayChildren(trx, ids, term, least) : await awayOf(trx, only, term);
  const silent = await unrecordedIn(trx, classes, term, only);
  const words = new Map(away.map((one) => [one.child_id, one]));
  const calendars = new Map(classes.map((one) => [one.id, one.calendar]));
  const twice = new Map(called.map((one) => [one.class_id, new Set(one.twice)]));
  const found = new Map<string, readonly Sign[]>();
  for (const childId of new Set([...words.keys(), ...silent.keys()])) {
    const one = words.get(childId);
    const classId = one?.class_id ?? silent.get(childId)?.classId ?? '';
    const calendar = calendars.get(classId) ?? classes[0]?.calendar;
    if (calendar === undefined) continue;
    const signs = signsOf({
      away: awayDays(one?.words ?? [], twice.get(classId) ?? new Set()),
      unrecorded: silent.get(childId)?.days ?? [],
      schoolDaysBetween: calendar.schoolDaysBetween,
    });
    if (signs.length > 0) found.set(childId, signs);
  }
  return found;
}

/** Children whom their class has not read out on its last five called days though they were on its list all the while. */
async function unrecordedIn(
  trx: ReadTrx,
  classes: readonly Class[],
  { from, to }: Span,
  only?: readonly string[],
): Promise<ReadonlyMap<string, { readonly classId: string; readonly days: readonly Day[] }>> {
  const days = patternNumbers.unrecorded;
  const begin = classes[0]?.calendar.addSchoolDays(to, -3 * days) ?? from;
  const ids = classes.map(({ id }) => id);
  const recent = await recentlyCalled(trx, ids, { from: begin < from ? from : begin, to }, days);
  const paths = new Map(classes.map((one) => [one.path, one.id]));
  const ofClass = new Map(recent.map((one) => [one.class_id, { days: one.days, children: new Set(one.children) }]));
  const members = await membersBelow(trx, [...paths.keys()], to);
  const found = new Map<string, { readonly classId: string; readonly days: readonly Day[] }>();
  for (const { childId, state, path, from: since } of members) {
    const classId = paths.get(path) ?? '';
    const called = ofClass.get(classId);
    if (called === undefined || !isCallable(state) || called.days.length < days) continue;
    if (called.children.has(childId) || since > (called.days[0] ?? '')) continue;
    if (only === undefined || only.includes(childId)) found.set(childId, { classId, days: called.days });
  }
  return found;
}

/** Classes that nobody has called for some school days; today is not over and does not count. */
function silentOf(
  classes: readonly Class[],
  called: readonly CalledDays[],
  { from, to }: Span,
  today: Day,
): readonly SilentClass[] {
  const last = new Map(called.map((one) => [one.class_id, one.days[one.days.length - 1] ?? null]));
  return classes
    .map((one) => {
      const day = last.get(one.id) ?? null;
      const since = one.calendar.schoolDaysBetween(day ?? from, to) - (day === null ? 0 : 1);
      const open = to === today && day !== today && one.calendar.isSchoolDay(today) ? 1 : 0;
      return { classId: one.id, name: className(one), school: one.school, last: day, days: Math.max(0, since - open) };
    })
    .filter(({ days }) => days >= patternNumbers.uncalled)
    .sort((a, b) => b.days - a.days);
}

async function effectLines(
  trx: ReadTrx,
  classes: readonly Class[],
  called: readonly CalledDays[],
  term: Span,
): Promise<readonly EffectLine[]> {
  const contacts = await contactsIn(
    trx,
    classes.map(({ path }) => path),
    term,
  );
  const away = await awayOf(trx, [...new Set(contacts.map((one) => one.child_id))], term);
  const effects = effectsOf(contacts, away, called, betweenOf(classes));
  return ways.flatMap((way) => {
    const own = effects.filter(({ contact }) => contact.way === way);
    const told = own.filter(({ kind }) => kind !== 'open');
    if (own.length === 0) return [];
    const next = told.filter(({ kind }) => kind === 'next').length;
    const within = next + told.filter(({ kind }) => kind === 'within').length;
    const few = told.length < fewContacts;
    return [{ way, contacts: own.length, told: told.length, next: few ? null : next, within: few ? null : within }];
  });
}

function betweenOf(classes: readonly Class[]): (path: string) => SchoolCalendar['schoolDaysBetween'] {
  const calendars = new Map(classes.map((one) => [one.path, one.calendar.schoolDaysBetween]));
  return (path) => calendars.get(path) ?? classes[0]?.calendar.schoolDaysBetween ?? (() => 0);
}

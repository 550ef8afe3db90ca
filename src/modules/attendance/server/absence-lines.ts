import type { Day } from '../../../kernel/day';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import type { ChildRow } from '../../children/server/index';
import type { CareReason } from '../../groups/index';
import { closerCare } from '../../groups/server/index';
import { policyOn } from '../../standing/index';
import { listStandees, policiesOf, type Standee } from '../../standing/server/index';
import type { AbsenceLine } from '../contract';
import { closerLadder, ladderOf, type Step, stepOf } from '../rules/ladder';
import { type Absence, isFor, nextOf, type Obligation, obligationsOf } from '../rules/obligations';
import { absenceOf, endedByLeave, factsOf } from './absence-facts';
import { viewerOf } from './asking';
import type { StoredContact } from './contact-store';

/** More than so many are not listed: a county in which more are away has another day than a school day. */
const MOST = 2000;

/**
 * How `standing` says that a child is away without leave. Whoever is away for so long that it stands as 疑似辍学 has to be followed
 * up all the more.
 */
const awayBy = [
  { state: 'absence-followed', rule: 'absent-from-class' },
  { state: 'suspected-dropout', rule: 'absent-for-long' },
] as const;

/** A child that is away, with all that its duties follow from. */
export type Away = {
  readonly child: ChildRow;
  readonly line: AbsenceLine;
  readonly schoolId: string;
  /** by which its duties come */ readonly ladder: readonly Step[];
  readonly absence: Absence;
  readonly obligations: readonly Obligation[];
  readonly contacts: readonly StoredContact[];
};

/** The ladder of most children, and that of those who are looked at more closely. */
export type Ladders = { readonly usual: readonly Step[]; readonly closer: readonly Step[] };

/** The ladders by the policy of today. */
export async function laddersToday(trx: ReadTrx): Promise<Ladders> {
  const policy = policyOn(await policiesOf(trx), dayOf(trx.now));
  const usual = ladderOf(policy);
  return { usual, closer: closerLadder(usual, policy) };
}

/** Who is away without leave today in the places of a scope, the longest first. */
export async function absencesIn(trx: ReadTrx, scope: Scope, ladders: Ladders): Promise<readonly Away[]> {
  const today = dayOf(trx.now);
  const since = await awaySince(trx, scope);
  if (since.size === 0) return [];
  const facts = await factsOf(trx, scope, [...since.keys()]);
  const closer = await closerCare(trx, facts.children);
  const viewer = viewerOf(trx.context);
  return facts.children
    .map((child): Away => {
      const { absence, contacts } = absenceOf(child, since.get(child.child_id) ?? today, today, facts);
      const ladder = closer.has(child.child_id) ? ladders.closer : ladders.usual;
      const obligations = obligationsOf(absence, ladder);
      const [, schoolId = ''] = child.school_path.split('/');
      const line = lineOf(child, absence, { ladder, obligations, viewer, closer: closer.get(child.child_id) ?? [] });
      return { child, schoolId, ladder, absence, obligations, contacts, line };
    })
    .sort((a, b) => b.line.days - a.line.days || (a.line.childId < b.line.childId ? -1 : 1));
}

/** Since when the children of a scope are away that are away without leave today. */
export async function awaySince(trx: ReadTrx, scope: Scope): Promise<ReadonlyMap<string, Day>> {
  const today = dayOf(trx.now);
  const standees = await standeesIn(trx, scope, today);
  return new Map(standees.map(({ childId, since }) => [childId, since ?? today]));
}

async function standeesIn(trx: ReadTrx, scope: Scope, day: Day): Promise<readonly Standee[]> {
  const schools = (scope.county ? [`${trx.countyId}/`] : scope.schools).map((path) => ({ tree: 'school', path }) as const);
  const areas = (scope.county ? [] : scope.areas).map((path) => ({ tree: 'area', path }) as const);
  const wanted = [...schools, ...areas].flatMap((grid) => awayBy.map((by) => ({ grid, day, ...by })));
  return (await Promise.all(wanted.map((one) => listStandees(trx, one, { skip: 0, take: MOST })))).flat();
}

function lineOf(
  child: ChildRow,
  { days, schoolDays, contacts, today }: Absence,
  {
    ladder,
    obligations,
    viewer,
    closer,
  }: Pick<Away, 'ladder' | 'obligations'> & {
    readonly viewer: 'teacher' | 'school' | 'bureau';
    readonly closer: readonly CareReason[];
  },
): AbsenceLine {
  const last = contacts.at(-1);
  const mine = nextOf(obligations.filter((one) => isFor(one, viewer)));
  return {
    ...{ childId: child.child_id, name: child.name, school: child.school_name, className: child.class_name },
    ...{ since: schoolDays[0] ?? today, days: days.length, step: stepOf(ladder, days.length)?.key ?? null },
    ...{ next: mine ?? nextOf(obligations) ?? null, mine: mine !== undefined, contacts: contacts.length, closer },
    last: last === undefined ? null : { day: last.day, reached: last.reached, backDay: last.backDay },
  };
}

/** What was due of a child whose absence a leave has ended that was entered afterwards; nothing where there was none. */
export async function dueBeforeLeave(trx: ReadTrx, child: ChildRow, ladders: Ladders): Promise<readonly Obligation[]> {
  const scope = { county: false, areas: [], schools: [child.school_path] };
  const facts = await factsOf(trx, scope, [child.child_id]);
  const ended = endedByLeave(child, dayOf(trx.now), facts);
  if (ended === undefined) return [];
  const closer = await closerCare(trx, [child]);
  return obligationsOf(ended.absence, closer.has(child.child_id) ? ladders.closer : ladders.usual);
}

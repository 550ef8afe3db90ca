import { createHash } from 'node:crypto';
import { nowhere } from '../../../kernel/place-path';
import type { ReadTrx } from '../../../platform/db';
import { namesOfPaths, type StoredClass } from '../../area/server/index';
import { type ChildDays, daysOfClasses } from '../../attendance/server/index';
import { childLine, childrenOfClass, listLines } from '../../children/server/index';
import { findingChildren } from '../../matching/server/index';
import { classMembers, type Registered, registeredOn } from '../../standing/server/index';
import { gistOf } from '../rules/moved';
import { type Enrolled, type Known, type Line, proposeSheet } from '../rules/propose';

/** The sheet of a class as the data propose it, and what a signature names to say that it was this one. */
export type Proposal = { readonly lines: readonly Line[]; readonly daysCalled: number; readonly seen: string };

/**
 * What a class is checked with: everybody whom a register, the standing or a roll puts into it, on the day of the check. It is read by the
 * server itself, because a child may be found in another school than the asker's; the caller has checked that the class is the asker's.
 */
export async function proposalFor(
  trx: ReadTrx,
  one: Pick<StoredClass, 'id' | 'path'>,
  { month, openDay }: { readonly month: string; readonly openDay: string },
): Promise<Proposal> {
  if (trx.context.actor !== null) throw new Error('a sheet is read by the server itself');
  const [members, recorded, doubles, days] = await Promise.all([
    classMembers(trx, one.path, openDay),
    childrenOfClass(trx, one.path),
    findingChildren(trx, 'double-enrolment'),
    daysOfClasses(trx, [one.id], { from: `${month}-01`, to: openDay }),
  ]);
  const called = days.get(one.id);
  const ids = [
    ...new Set([...members.map(({ childId }) => childId), ...recorded, ...doubles, ...(called?.children.keys() ?? [])]),
  ];
  const registered = await registeredOn(trx, ids, openDay);
  const near = ids.filter((id) => isNear(registered.get(id), one.path, recorded.includes(id), called?.children.has(id) ?? false));
  const [children, names] = await Promise.all([
    listLines(trx, { county: true, areas: [], schools: [] }, near),
    namesOfPaths(
      trx,
      near.flatMap((id) => otherPlaces(registered.get(id), one.path)),
    ),
  ]);
  const inClassOrder = children.map(childLine).sort((a, b) => byName.compare(a.name, b.name) || (a.childId < b.childId ? -1 : 1));
  const known = inClassOrder.map(({ childId, name, sex }): Known => {
    const places = registered.get(childId);
    return {
      ...{ childId, name, sex, ...(called?.children.get(childId) ?? nothingCalled) },
      ...placesOf(places, one.path, recorded.includes(childId)),
      elsewhere: [...new Set(otherPlaces(places, one.path).flatMap((path) => names.get(path) ?? []))].join('、'),
    };
  });
  const lines = proposeSheet(known);
  return { lines, daysCalled: called?.days ?? 0, seen: seenOf(lines.map(gistOf)) };
}

/** A short digest of what was looked at. */
export function seenOf(gists: readonly string[]): string {
  return createHash('sha256').update(gists.join('\n')).digest('hex').slice(0, 24);
}

const nothingCalled: ChildDays = { called: 0, present: 0, absent: 0, leave: 0 };

/** As a class register has them. */
const byName = new Intl.Collator('zh-u-co-pinyin');

/** States in which a list of enrolments still has a child as the school's. */
const counted: ReadonlySet<string> = new Set(['studying', 'suspended', 'transferred-out', 'left', 'unclear']);

function isNear(places: Registered | undefined, path: string, recorded: boolean, called: boolean): boolean {
  return recorded || called || places?.standing?.school === path || (places?.enrolments.some(({ at }) => at === path) ?? false);
}

/** The places of a child, seen from a class. Lists that name no class count for the class of the record. */
function placesOf(
  places: Registered | undefined,
  path: string,
  recorded: boolean,
): Pick<Known, 'enrolled' | 'state' | 'standsHere' | 'seenElsewhere'> {
  const school = schoolPart(path);
  const enrolled = (places?.enrolments ?? [])
    .filter(({ state }) => counted.has(state))
    .map(({ at, state }): Enrolled => {
      if (schoolPart(at) !== school) return 'elsewhere';
      const here = at === path || (classPart(at) === '' && recorded);
      return here ? (state === 'transferred-out' ? 'leaving' : 'here') : 'school';
    });
  const stands = places?.standing ?? null;
  const another = (at: string) => schoolPart(at) !== school && schoolPart(at) !== nowhere;
  return {
    enrolled,
    state: stands?.state ?? null,
    standsHere: stands?.school === path,
    seenElsewhere: [...(places?.listed ?? []), ...(stands ? [stands.school] : [])].some(another),
  };
}

/** Classes and schools other than this class that have the child. */
function otherPlaces(places: Registered | undefined, path: string): readonly string[] {
  const enrolments = (places?.enrolments ?? []).filter(({ state }) => counted.has(state)).map(({ at }) => at);
  const all = [...enrolments, ...(places?.listed ?? []), ...(places?.standing ? [places.standing.school] : [])];
  return all
    .filter((at) => at !== path && schoolPart(at) !== nowhere && !path.startsWith(at))
    .map((at) => (classPart(at) === nowhere ? at.slice(0, at.lastIndexOf('/', at.length - 2) + 1) : at));
}

function schoolPart(path: string): string {
  return path.split('/')[1] ?? '';
}

function classPart(path: string): string {
  return path.split('/')[2] ?? '';
}

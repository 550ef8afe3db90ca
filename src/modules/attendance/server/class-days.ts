import type { ReadTrx } from '../../../platform/db';
import { type Verdict, verdictOf, verdictOfDay } from '../rules/marks';
import { marksOf } from './roll-store';
import { calledBy } from './roll-view';
import type { AttendanceTables } from './tables';

/** How the called days of a child went in one class. */
export type ChildDays = { readonly called: number; readonly present: number; readonly absent: number; readonly leave: number };

/** How many days a class was called, and how each child of these rolls went. */
export type ClassDays = { readonly days: number; readonly children: ReadonlyMap<string, ChildDays> };

/**
 * The days of some classes from one day to another, both included, in one query; a class that was not called has no entry. The caller has
 * checked that the classes are the asker's.
 */
export async function daysOfClasses(
  trx: ReadTrx,
  classIds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, ClassDays>> {
  if (classIds.length === 0) return new Map();
  const rolls = await trx
    .withTables<AttendanceTables>()
    .selectFrom('class_roll')
    .select(['class_id', 'day', 'present', 'marks'])
    .where('county_id', '=', trx.countyId)
    .where('class_id', 'in', classIds)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('newest', '=', true)
    .execute();
  const heard = new Map<string, Map<string, Map<string, Verdict[]>>>();
  for (const roll of rolls) {
    const days = putIfNew(heard, roll.class_id, () => new Map<string, Map<string, Verdict[]>>());
    const day = putIfNew(days, roll.day, () => new Map<string, Verdict[]>());
    const marks = marksOf(roll);
    for (const child of calledBy(roll)) putIfNew(day, child, () => []).push(verdictOf(marks.get(child)));
  }
  return new Map([...heard].map(([classId, days]) => [classId, { days: days.size, children: sumsOf([...days.values()]) }]));
}

function sumsOf(days: readonly ReadonlyMap<string, readonly Verdict[]>[]): ReadonlyMap<string, ChildDays> {
  const sums = new Map<string, ChildDays>();
  for (const day of days) {
    for (const [child, parts] of day) {
      const verdict = verdictOfDay(parts);
      if (verdict === undefined) continue;
      const before = sums.get(child) ?? { called: 0, present: 0, absent: 0, leave: 0 };
      sums.set(child, { ...before, called: before.called + 1, [verdict]: before[verdict] + 1 });
    }
  }
  return sums;
}

function putIfNew<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}

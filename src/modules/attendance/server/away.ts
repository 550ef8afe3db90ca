import type { Day } from '../../../kernel/day';
import type { ReadTrx } from '../../../platform/db';
import type { StoredClass } from '../../area/server/index';
import { verdictOf, verdictOfDay } from '../rules/marks';
import { marksOf } from './roll-store';
import type { AttendanceTables } from './tables';

/** So many called days are looked back on; whoever is away longer is a case by then. */
const lookBack = 40;

/** For how many called days on end some children have been away, up to and with a day. */
export async function daysAwayOf(
  trx: ReadTrx,
  { id }: Pick<StoredClass, 'id'>,
  children: readonly string[],
  until: Day | undefined,
): Promise<ReadonlyMap<string, number>> {
  if (children.length === 0 || until === undefined) return new Map();
  const rolls = await trx
    .withTables<AttendanceTables>()
    .selectFrom('class_roll')
    .select(['day', 'marks'])
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', id)
    .where('newest', '=', true)
    .where('day', '<=', until)
    .orderBy('day', 'desc')
    .limit(2 * lookBack)
    .execute();
  const days = [...new Set(rolls.map(({ day }) => day))];
  const away = (childId: string, day: Day) => {
    const parts = rolls.filter((roll) => roll.day === day).map((roll) => verdictOf(marksOf(roll).get(childId)));
    return verdictOfDay(parts) !== 'present';
  };
  return new Map(
    children.map((childId) => {
      const back = days.findIndex((day) => !away(childId, day));
      return [childId, back < 0 ? days.length : back];
    }),
  );
}

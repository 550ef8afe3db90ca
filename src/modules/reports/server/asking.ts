import { Refusal } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { Context, ReadTrx } from '../../../platform/db';
import { normalSearch } from '../../children/server/index';
import type { LedgerFilter } from '../contract';
import { permissions } from '../permissions';
import { type Ledger, openStates, statesOf } from '../rules/ledgers';
import type { LedgerChoice } from './ledger-store';
import { pathOfPlace, pathOfSchool } from './place-store';
import { spanOfRoll } from './roll-store';

/** Where the asker may do something. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: false, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** A filter as the stores understand it, and what the asker may tell apart. */
export type Asked = {
  readonly choice: LedgerChoice;
  /** in all his places the asker may know of disability and illness */ readonly seesCare: boolean;
  /** one place, school or name: few rows in a county of any size */ readonly narrow: boolean;
  /** first day of the roll, null before the first child was counted */ readonly from: string | null;
};

/** What a filter asks for, for somebody with these places. Throws the refusal of a day the roll does not speak of. */
export async function askedOf(trx: ReadTrx, scope: Scope, ledger: Ledger, filter: LedgerFilter): Promise<Asked> {
  const today = dayOf(trx.now);
  const day = filter.day ?? today;
  const span = await spanOfRoll(trx);
  if (day > today || (span !== undefined && day < span.from)) throw noSuchDay(span?.from ?? today, today);
  const seesCare = isWithin(scope, scopeFor(trx.context, permissions['ledger.care']));
  const states = statesOf(ledger, filter.state, seesCare);
  const name = filter.q === undefined ? '' : normalSearch(filter.q);
  // A place that is not there has no children.
  const [area, school] = [
    filter.area && ((await pathOfPlace(trx, filter.area)) ?? '-/'),
    filter.school && ((await pathOfSchool(trx, filter.school)) ?? '-/'),
  ];
  const choice = {
    day,
    states: filter.only === 'open' ? states.filter((state) => openStates.includes(state)) : states,
    area,
    school,
    grades: [...new Set(filter.grade)],
    name: name === '' ? undefined : name,
  };
  return { choice, seesCare, narrow: isNarrow(scope, filter), from: span?.from ?? null };
}

/** Whether only one place, school or name is asked for, and not the whole county. */
export function isNarrow(scope: Scope, { area, school, q }: LedgerFilter): boolean {
  return !scope.county || area !== undefined || school !== undefined || (q !== undefined && normalSearch(q) !== '');
}

/** Whether all of the one scope lies in the other. */
function isWithin(scope: Scope, other: Scope): boolean {
  if (other.county) return true;
  const below = (paths: readonly string[], of: readonly string[]) =>
    paths.every((path) => of.some((wider) => path.startsWith(wider)));
  return !scope.county && below(scope.areas, other.areas) && below(scope.schools, other.schools);
}

function noSuchDay(from: string, today: string): Refusal {
  return new Refusal('unprocessable', 'no-such-day', {
    zh: `台账从 ${from} 记起，只能看到今天（${today}）。请换一个日期。`,
    en: `The ledgers begin on ${from} and end today (${today}). Choose another day.`,
  });
}

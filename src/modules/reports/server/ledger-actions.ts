import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import type { LedgerCounts, LedgerQuery, LedgerRow, LedgerSort, LedgerView } from '../contract';
import { permissions } from '../permissions';
import { type Ledger, ledgerStates, ledgers, shownState } from '../rules/ledgers';
import { type Asked, askedOf, isNarrow, scopeFor } from './asking';
import {
  countLedger,
  farthest,
  hasMoreNames,
  type LedgerPage,
  type LedgerRecord,
  listOfCounty,
  listOfGrid,
} from './ledger-store';
import { namesOf, type PlaceNames } from './place-store';
import { countsOf } from './roll-store';

/** One page of a ledger for whoever asks, within his places. */
export async function readLedger(db: Db, context: Context, ledger: Ledger, query: LedgerQuery): Promise<LedgerView> {
  const scope = scopeFor(context, permissions['ledger.see']);
  // The county is read from the ends of indexes, whoever asks for whatever; the rows of a place, a school or a name are few or many.
  const plans = isNarrow(scope, query) ? 'fit' : 'once';
  return readAs(db, context, (trx) => ledgerPage(trx, ledger, query, scope), plans);
}

/** The same within a transaction, so that what is printed is what was noted. */
export async function ledgerPage(trx: ReadTrx, ledger: Ledger, query: LedgerQuery, scope: Scope): Promise<LedgerView> {
  const asked = await askedOf(trx, scope, ledger, query);
  const { page, size } = query;
  const order = orderOf(query.sort, asked.narrow);
  const found = await (asked.narrow ? narrowPage : countyPage)(trx, scope, asked, {
    ...order,
    limit: size,
    offset: (page - 1) * size,
  });
  const names = await namesOf(
    trx,
    found.rows.map((row) => row.area_path),
    found.rows.map((row) => row.school_path),
  );
  return {
    rows: found.rows.map((row) => rowView(row, names, asked.seesCare)),
    ...{ total: found.total, more: found.more, reach: found.reach, page, size },
    ...{ day: asked.choice.day, from: asked.from, elsewhere: await elsewhere(trx, scope, asked, found.total) },
  };
}

/** How many children each ledger has today in the asker's places. */
export async function countLedgers(db: Db, context: Context): Promise<LedgerCounts> {
  return readAs(db, context, async (trx) => {
    const day = dayOf(trx.now);
    const count = await countsOf(trx, scopeFor(context, permissions['ledger.see']), day);
    const counts = Object.fromEntries(ledgers.map((ledger) => [ledger, count(ledgerStates[ledger])]));
    return { day, counts: counts as LedgerCounts['counts'] };
  });
}

type Found = { rows: readonly LedgerRecord[]; total: number; more: boolean; reach: number };

async function narrowPage(trx: ReadTrx, scope: Scope, { choice }: Asked, page: LedgerPage): Promise<Found> {
  const { rows, total } = await listOfGrid(trx, scope, choice, page);
  return { rows, total, more: await hasMoreNames(trx, scope, choice), reach: total };
}

/** The county's own counts say how many there are, unless grades are chosen, which nobody keeps counts of. */
async function countyPage(trx: ReadTrx, scope: Scope, { choice, from }: Asked, page: LedgerPage): Promise<Found> {
  if (from === null) return { rows: [], total: 0, more: false, reach: 0 };
  const kept = choice.grades.length === 0;
  const { rows: total, more } = kept
    ? { rows: (await countsOf(trx, scope, choice.day))(choice.states), more: false }
    : await countLedger(trx, scope, choice, farthest);
  const limit = Math.max(0, Math.min(page.limit, farthest - page.offset));
  const rows = limit === 0 ? [] : await listOfCounty(trx, choice, { ...page, limit });
  return { rows, total, more, reach: Math.min(total, farthest) };
}

/** Children counted in the roll of a school or township that another place answers for today. */
async function elsewhere(trx: ReadTrx, scope: Scope, { choice }: Asked, total: number): Promise<number> {
  const { area, school, grades, name, day, states } = choice;
  const isFiltered = area !== undefined || school !== undefined || grades.length > 0 || name !== undefined;
  if (scope.county || isFiltered || (scope.areas.length > 0 && scope.schools.length > 0)) return 0;
  return Math.max(0, (await countsOf(trx, scope, day))(states) - total);
}

/** In the whole county only places and schools lie in order; a list of few can be put in any. */
function orderOf(sort: string | undefined, narrow: boolean): { readonly sort: LedgerSort; readonly descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  const key = (descending ? sort?.slice(1) : sort) as LedgerSort | undefined;
  if (key === undefined || (!narrow && key !== 'place' && key !== 'school')) return { sort: 'place', descending: false };
  return { sort: key, descending };
}

function rowView(row: LedgerRecord, names: PlaceNames, seesCare: boolean): LedgerRow {
  return {
    childId: row.child_id,
    name: row.name,
    sex: row.sex === 1 ? '1' : row.sex === 2 ? '2' : '',
    birthYear: (row.birth_day ?? '').slice(0, 4),
    township: names.township(row.area_path) || row.township,
    village: names.village(row.area_path) || row.village,
    school: names.school(row.school_path) || row.school_name,
    className: names.className(row.school_path) || row.class_name,
    grade: row.grade,
    state: shownState(row.state, seesCare),
    since: row.since_day,
  };
}

import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { findArea, findSchool } from '../../area/server/index';
import { childLine, listLines } from '../../children/server/index';
import type { FindingsQuery, FindingsView, RunView } from '../contract';
import { things } from '../review-words';
import { listFindingChildren } from './finding-lists-store';
import { endDays, findRun, lastRun } from './run-store';

const everywhere = { county: true, areas: [], schools: [] };

/** The children of a finding, a page of them, with the comparison that found it first. */
export async function findingList(trx: ReadTrx, query: FindingsQuery): Promise<FindingsView> {
  const { finding, change, area, school, page, size } = query;
  const run = await (query.run === undefined ? lastRun(trx) : findRun(trx, { no: query.run }));
  if (run === undefined && query.run !== undefined) throw absent(things.run);
  if (run === undefined) return { rows: [], total: 0, page, size, runNo: null };
  const places = { areaPath: await areaPath(trx, area), schoolPath: await schoolPath(trx, school) };
  const filtered = area !== undefined || school !== undefined;
  const filter = { finding, run: run.runNo, change, ...places };
  const found = await listFindingChildren(trx, filter, { page, size }, filtered ? undefined : knownTotal(run, query));
  const records = new Map(
    (
      await listLines(
        trx,
        everywhere,
        found.rows.map(({ childId }) => childId),
      )
    ).map((row) => [row.child_id, row]),
  );
  const days = await endDays(
    trx,
    found.rows.map(({ since }) => since),
  );
  const rows = found.rows.flatMap(({ childId, since, until }) => {
    const record = records.get(childId);
    const sinceDay = dayOf(days.get(since) ?? trx.now);
    return record ? [{ ...childLine(record), sinceRun: since, sinceDay, untilRun: until }] : [];
  });
  return { rows, total: found.total, page, size, runNo: run.runNo };
}

/** What a comparison counted; merges since then are few, and the list is right without counting it again. */
function knownTotal({ equation, changes }: RunView, { finding, change }: FindingsQuery): number | undefined {
  const counts = change === undefined ? equation.findings : changes[change];
  const total = counts[finding] ?? 0;
  return total > mostCounted ? total : undefined;
}

/** Below that counting costs nothing worth saving. */
const mostCounted = 5000;

async function areaPath(trx: ReadTrx, code: string | undefined): Promise<string | undefined> {
  if (code === undefined) return undefined;
  // A place that is not there has no children; that is a list without rows and no fault.
  return (await findArea(trx, code))?.path ?? `${trx.countyId}/-/-/`;
}

async function schoolPath(trx: ReadTrx, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  return (await findSchool(trx, everywhere, id))?.path ?? `${trx.countyId}/-/-/`;
}

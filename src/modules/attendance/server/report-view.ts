import type { Day } from '../../../kernel/day';
import { Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { namesOfPaths } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import type { ReportLine } from '../contract';
import type { ReportView } from '../report-contract';
import { reportNumber } from '../rules/report-number';
import { refusals } from '../words';
import { townshipOf } from './absence-facts';
import { awaySince } from './absence-lines';
import { unitOf } from './asking';
import type { ReportBody } from './report-body';
import { letterOf } from './report-letter';
import { bodyOf, receiptsOf, receivedOf, type StoredReport, wordOf } from './report-store';

/** Reports as lines of a list; `since` says of the children that are away since when. */
export async function reportLines(
  trx: ReadTrx,
  ring: KeyRing,
  reports: readonly StoredReport[],
  since: ReadonlyMap<string, Day>,
): Promise<ReportLine[]> {
  const received = await receivedOf(
    trx,
    reports.map(({ report_id }) => report_id),
  );
  const townships = await townshipNames(
    trx,
    reports.map(({ area_path }) => area_path),
  );
  return reports.map((report) => ({
    ...lineOf(report, bodyOf(trx, ring, report)),
    township: townships(report.area_path),
    received: received(report.report_id),
    over: isOver(report, since),
  }));
}

/** One report with what it says and who has received it; one whose seal does not fit is shown to nobody. */
export async function reportView(trx: ReadTrx, ring: KeyRing, report: StoredReport): Promise<ReportView> {
  const body = bodyOf(trx, ring, report);
  if (body === undefined) throw new Refusal('conflict', 'seal-broken', refusals.brokenReport);
  const since = await awaySince(trx, { county: false, areas: [], schools: [report.school_path] });
  const [[line], receipts] = await Promise.all([reportLines(trx, ring, [report], since), receiptsOf(trx, [report.report_id])]);
  if (line === undefined) throw new Error('a report without a line');
  const names = await userNames(
    trx,
    receipts.map(({ received_by }) => received_by),
  );
  const unit = unitOf(trx.context, report);
  return {
    ...line,
    today: dayOf(trx.now),
    letter: letterOf({ ...line, body }),
    receipts: receipts.map((one) => {
      return { unit: one.unit, day: one.received_day, by: names.get(one.received_by) ?? '', words: wordOf(trx, ring, one) };
    }),
    mayReceive: unit !== null && line.received[unit] === null ? unit : null,
  };
}

/** What the townships of some places are called; '' where one is not known. */
export async function townshipNames(trx: ReadTrx, areaPaths: readonly string[]): Promise<(areaPath: string) => string> {
  const wanted = areaPaths.flatMap((path) => townshipOf(path) ?? []);
  const names = await namesOfPaths(trx, wanted);
  return (path) => names.get(townshipOf(path) ?? '') ?? '';
}

/** Whether the absence that a report speaks of is over. */
export function isOver(
  { child_id, made_day }: Pick<StoredReport, 'child_id' | 'made_day'>,
  since: ReadonlyMap<string, Day>,
): boolean {
  const began = since.get(child_id);
  return began === undefined || began > made_day;
}

function lineOf(report: StoredReport, body: ReportBody | undefined): Omit<ReportLine, 'township' | 'received' | 'over'> {
  const { name = '', school = '', className = '', days = [] } = body ?? {};
  const { report_id: reportId, child_id: childId, kind, since, made_day: day, year, serial } = report;
  const number = reportNumber({ school, kind, year, serial });
  const told = { reportId, childId, number, kind, name, school, className, since, days: days.length, day };
  return { ...told, sound: body !== undefined };
}

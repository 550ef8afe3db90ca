import type { Day } from '../../../kernel/day';
import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { listChildren, userNames } from '../../children/server/index';
import type { ReportKind } from '../rules/duties';
import type { ContactDraft } from './contact-store';
import { bodyWith, placesOf } from './report-facts';
import { findReport, insertReceipt, insertReport } from './report-store';

/** A report that was written elsewhere, or made up, with its number in the school year and who has received it. */
export type BroughtReport = {
  readonly childId: string;
  readonly kind: ReportKind;
  readonly serial: number;
  readonly since: Day;
  /** school days away, the last one the day before it was written or that day */ readonly days: readonly Day[];
  readonly made: { readonly by: string; readonly day: Day; readonly at: Date };
  readonly words: string;
  readonly contacts: readonly Required<ContactDraft>[];
  readonly received: readonly {
    readonly unit: 'bureau' | 'township';
    readonly by: string;
    readonly at: Date;
    readonly day: Day;
    readonly words: string;
  }[];
};

const everywhere = { county: true, areas: [], schools: [] };

/** Keeps reports of which nothing is kept yet, for a county that brings its days along. Children that are gone have none. */
export async function bringReports(trx: Trx, ring: KeyRing, brought: readonly BroughtReport[]): Promise<void> {
  const children = await listChildren(
    trx,
    everywhere,
    brought.map(({ childId }) => childId),
  );
  const known = new Map(children.map((child) => [child.child_id, child]));
  const places = await placesOf(trx, children);
  const names = await userNames(
    trx,
    brought.flatMap(({ contacts, made }) => [made.by, ...contacts.map(({ noted }) => noted.by)]),
  );
  for (const { childId, contacts, made, received, kind, serial, since, ...said } of brought) {
    const child = known.get(childId);
    if (child === undefined) continue;
    const report_id = newId();
    const body = bodyWith(places, child, {
      ...{ since, ...said, by: names.get(made.by) ?? '' },
      contacts: contacts.map((one) => ({ ...one.said, by: names.get(one.noted.by) ?? '' })),
    });
    const [, school_id = ''] = child.school_path.split('/');
    const of = { report_id, child_id: childId, school_id, school_path: child.school_path, area_path: child.area_path };
    const draft = { ...of, kind, year: made.day.slice(0, 4), serial, since, made_day: made.day, body };
    await insertReport(trx, ring, draft, made);
    const report = await findReport(trx, everywhere, report_id);
    for (const one of received) if (report) await insertReceipt(trx, ring, report, one);
  }
}

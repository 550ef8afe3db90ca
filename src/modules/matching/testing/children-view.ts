import { readAs } from '../../../platform/db';
import { factsOfChildren } from '../../children/server/index';
import type { ChildrenTables } from '../../children/testing/tables';
import type { Finding } from '../rules/finding-names';
import { listFindings } from '../server/finding-store';
import type { Bureau } from './bureau';

/** All that stands in the database about children, without ids of rows and moments that differ from run to run. */
export type ChildrenView = {
  readonly children: readonly {
    readonly childId: string;
    readonly name: string;
    readonly version: number;
    readonly listed: number;
    readonly area: string;
    readonly school: string;
    readonly rows: readonly string[];
    readonly facts: readonly string[];
    readonly findings: readonly Finding[];
  }[];
  readonly findings: { readonly [F in Finding]?: number };
};

/** Reads everything about the children as a bureau officer sees it. */
export async function viewOf({ house, officer }: Bureau): Promise<ChildrenView> {
  return readAs(house.db, officer, async (trx) => {
    const tables = trx.withTables<ChildrenTables>();
    const records = await tables.selectFrom('child').selectAll().where('merged_into', 'is', null).orderBy('child_id').execute();
    const sources = await tables.selectFrom('child_source').selectAll().orderBy('kind').orderBy('row_key').execute();
    const facts = await factsOfChildren(
      trx,
      records.map((record) => record.child_id),
    );
    const found = await listFindings(trx);
    const findings: { [F in Finding]?: number } = {};
    for (const { finding } of found) findings[finding] = (findings[finding] ?? 0) + 1;
    return {
      findings,
      children: records.map((record) => ({
        childId: record.child_id,
        name: record.name,
        version: record.version,
        listed: record.listed,
        area: record.area_path,
        school: record.school_path,
        rows: sources.flatMap(({ kind, row_key: key, child_id: child, gone_run: gone }) =>
          child === record.child_id ? [`${kind}:${key}${gone === null ? '' : ' gone'}`] : [],
        ),
        facts: (facts.get(record.child_id) ?? []).map(
          ({ kind, happened, body }) => `${happened} ${kind} ${JSON.stringify(body)}`,
        ),
        findings: found.flatMap(({ childId, finding }) => (childId === record.child_id ? [finding] : [])).sort(),
      })),
    };
  });
}

/** Everybody who stands on a list, by the places of the rows in the lists; the same for two counties with the same lists. */
export async function listedOf({ house, officer }: Bureau) {
  return readAs(house.db, officer, async (trx) => {
    const tables = trx.withTables<ChildrenTables>();
    const records = await tables.selectFrom('child').selectAll().where('merged_into', 'is', null).execute();
    const sources = await tables.selectFrom('child_source').selectAll().where('gone_run', 'is', null).execute();
    const found = await listFindings(trx);
    const rowsOf = new Map<string, string[]>();
    for (const { child_id: child, kind, row_no: at } of sources)
      rowsOf.set(child, [...(rowsOf.get(child) ?? []), `${kind} ${at}`]);
    return records
      .flatMap((record) => {
        const rows = rowsOf.get(record.child_id)?.sort();
        const findings = found.flatMap(({ childId, finding }) => (childId === record.child_id ? [finding] : [])).sort();
        const { name, area_path: area, school_path: school, listed, guardian_name: guardian } = record;
        return rows ? [{ rows, name, area, school, listed, findings, hasGuardian: guardian !== null }] : [];
      })
      .sort((a, b) => (String(a.rows) < String(b.rows) ? -1 : 1));
  });
}

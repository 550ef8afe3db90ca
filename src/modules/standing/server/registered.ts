import type { StandingKey } from '../../../kernel/standing';
import type { ReadTrx } from '../../../platform/db';
import { factsOfChildren } from '../../children/server/index';
import type { EnrolmentState, GridPath } from '../rules/facts';
import { enrolmentRuns, listRuns } from '../rules/runs';
import { settleFacts } from '../rules/settle';
import { factFrom } from './fact-from';
import type { StandingTables } from './tables';

/** Where the registers have a child on a day, and where it stands. */
export type Registered = {
  /** the last word of each enrolment that its list still has */
  readonly enrolments: readonly { readonly at: GridPath; readonly state: EnrolmentState }[];
  /** classes whose lists had the child */ readonly listed: readonly GridPath[];
  /** null: counted nowhere that day */
  readonly standing: { readonly state: StandingKey; readonly school: GridPath } | null;
};

/** What the registers say of some children on a day; two queries, however many they are. The caller has checked whose they are. */
export async function registeredOn(trx: ReadTrx, ids: readonly string[], day: string): Promise<ReadonlyMap<string, Registered>> {
  if (ids.length === 0) return new Map();
  const [facts, stands] = await Promise.all([factsOfChildren(trx, ids), standings(trx, ids, day)]);
  return new Map(
    ids.map((id) => {
      const known = settleFacts((facts.get(id) ?? []).map(factFrom)).filter(({ happened }) => happened <= day);
      const enrolments = enrolmentRuns(known)
        .filter(({ fact }) => fact.state !== 'gone')
        .map(({ fact: { at, state } }) => ({ at, state }));
      const listed = listRuns(known)
        .filter(({ fact }) => fact.answer === 'present')
        .map(({ fact }) => fact.at);
      return [id, { enrolments, listed, standing: stands.get(id) ?? null }];
    }),
  );
}

async function standings(trx: ReadTrx, ids: readonly string[], day: string) {
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', 'state', 'school_path'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', 'in', ids)
    .where('from_day', '<=', day)
    .where('until_day', '>', day)
    .execute();
  return new Map(rows.map((row) => [row.child_id, { state: row.state, school: row.school_path }]));
}

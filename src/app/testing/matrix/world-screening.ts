import type { ScreeningTables } from '../../../modules/screening/testing/tables';
import { type KeyRing, sealField } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import type { ChildHome } from './world-children';

/** Campaigns that ask about one child alone, one of its class and one of its village, the child in each, and one met in its village. */
export type Screened = {
  readonly classCampaign: string;
  readonly villageCampaign: string;
  readonly classTarget: string;
  readonly villageTarget: string;
  readonly villageFind: string;
};

/** Two campaigns that run for each child. */
export async function insertScreenings(
  trx: Trx,
  ring: KeyRing,
  homes: readonly (ChildHome & { readonly child: string })[],
): Promise<readonly Screened[]> {
  const made: Screened[] = [];
  for (const { child, areaPath, schoolPath } of homes) {
    const targets = { classTarget: newId(), villageTarget: newId(), villageFind: newId() };
    const ids = { classCampaign: newId(), villageCampaign: newId(), ...targets };
    await insertOne(trx, { campaign: ids.classCampaign, target: ids.classTarget, child, tree: 'school', path: schoolPath });
    await insertOne(trx, { campaign: ids.villageCampaign, target: ids.villageTarget, child, tree: 'area', path: areaPath });
    await insertFound(trx, ring, { campaign: ids.villageCampaign, find: ids.villageFind, path: areaPath });
    made.push(ids);
  }
  return made;
}

type One = {
  readonly campaign: string;
  readonly target: string;
  readonly child: string;
  readonly tree: 'area' | 'school';
  readonly path: string;
};

async function insertOne(trx: Trx, { campaign, target, child, tree, path }: One): Promise<void> {
  const tables = trx.withTables<ScreeningTables>();
  const of = { county_id: trx.countyId, campaign_id: campaign };
  const method = tree === 'area' ? ('home' as const) : ('in-school' as const);
  const plan = { template: 'special' as const, method, name: '专项排查', places: [], grades: [], targets: 1 };
  const days = { from_day: '2025-03-01', until_day: '2025-03-20', state: 'running' as const };
  const begun = { started_by: 'test', started_at: trx.now, closed_by: null, closed_at: null };
  await tables
    .insertInto('screening_campaign')
    .values({ ...of, ...plan, ...days, ...begun })
    .execute();
  const open = { confirmed_by: null, confirmed_at: null, reminded_at: null };
  await tables
    .insertInto('screening_grid')
    .values({ ...of, ...open, path, tree, targets: 1, owner_name: '张老师', owner_user: null })
    .execute();
  const unanswered = { answer: null, answer_id: null, found_day: null, answered_by: null, answered_at: null };
  await tables
    .insertInto('screening_target')
    .values({ ...of, ...unanswered, target_id: target, child_id: child, tree, path })
    .execute();
  await tables
    .insertInto('screening_tally')
    .values({ ...of, path, tree, answer: '', decision: 'none', children: 1 })
    .execute();
}

/** A child that was met in a village and settled already, so that nothing more is made of it. */
async function insertFound(
  trx: Trx,
  ring: KeyRing,
  { campaign, find, path }: { readonly campaign: string; readonly find: string; readonly path: string },
): Promise<void> {
  const told = { idNumber: '', guardian: '张三', phone: '', address: '', place: '', note: '' };
  const sealed = { countyId: trx.countyId, table: 'screening_find', column: 'body', id: find };
  await trx
    .withTables<ScreeningTables>()
    .insertInto('screening_find')
    .values({
      ...{ county_id: trx.countyId, find_id: find, campaign_id: campaign, tree: 'area', path, name: '张小路', sex: '2' },
      ...{ birth_day: '2015-05-01', outcome: 'out-of-school', body: sealField(ring, sealed, JSON.stringify(told)) },
      ...{ found_day: '2025-03-05', found_by: 'test', found_as: 'village', found_at: trx.now },
      ...{ state: 'dismissed', child_id: null, reason: '试验', decided_by: 'other', decided_at: trx.now },
    })
    .execute();
}

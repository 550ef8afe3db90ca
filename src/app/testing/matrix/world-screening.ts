import type { ScreeningTables } from '../../../modules/screening/testing/tables';
import { newId, type Trx } from '../../../platform/db';
import type { ChildHome } from './world-children';

/** Campaigns that ask about one child alone, one of its class and one of its village, and the child in each. */
export type Screened = {
  readonly classCampaign: string;
  readonly villageCampaign: string;
  readonly classTarget: string;
  readonly villageTarget: string;
};

/** Two campaigns that run for each child. */
export async function insertScreenings(
  trx: Trx,
  homes: readonly (ChildHome & { readonly child: string })[],
): Promise<readonly Screened[]> {
  const made: Screened[] = [];
  for (const { child, areaPath, schoolPath } of homes) {
    const ids = { classCampaign: newId(), villageCampaign: newId(), classTarget: newId(), villageTarget: newId() };
    await insertOne(trx, { campaign: ids.classCampaign, target: ids.classTarget, child, tree: 'school', path: schoolPath });
    await insertOne(trx, { campaign: ids.villageCampaign, target: ids.villageTarget, child, tree: 'area', path: areaPath });
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
}

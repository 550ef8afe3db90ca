import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs } from '../../../platform/db';
import { gridNames } from '../../area/server/index';
import { findChild } from '../../children/server/index';
import type { ChildView, CountsView, GridView, TargetsQuery, TargetsView, TargetView, WorkView } from '../contract';
import { permissions } from '../permissions';
import { things } from '../words';
import { campaignFor, campaignsFor, ownCampaign, phaseToday, scopeFor } from './asking';
import { countOpenFinds } from './find-store';
import { gridsToAnswer } from './grid-store';
import { countWaiting } from './sum-store';
import { findTarget, listTargets, targetsOfChild } from './target-store';
import { gridView, targetLines, targetView } from './target-view';

/** So many classes or villages are shown to whoever answers for more: a school's, a township's. */
const mostGrids = 200;

/** The children of a campaign that are wanted, of the asker's places. */
export async function readTargets(db: Db, context: Context, id: string, query: TargetsQuery): Promise<TargetsView> {
  return readAs(db, context, async (trx) => {
    const campaign = await ownCampaign(trx, id);
    const { rows, total } = await listTargets(trx, scopeFor(context), campaign, query);
    const lines = await targetLines(trx, campaign, rows);
    return { rows: lines, total, page: query.page, size: query.size, today: dayOf(trx.now) };
  });
}

/** The asker's classes and villages in campaigns that run. */
export async function readWork(db: Db, context: Context): Promise<WorkView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['screening.answer']);
    const grids = await gridsToAnswer(trx, scope, mostGrids);
    const campaigns = new Map((await campaignsFor(trx)).map((one) => [one.campaign_id, one]));
    const names = await gridNames(
      trx,
      grids.map(({ path }) => path),
      dayOf(trx.now),
    );
    const rows = grids.flatMap((grid) => {
      const campaign = campaigns.get(grid.campaign_id);
      if (campaign === undefined) return [];
      const { name, template, method, until_day: until } = campaign;
      return [
        {
          ...{ campaignId: grid.campaign_id, name, template, method, until, phase: phaseToday(trx, campaign), path: grid.path },
          says: names.get(grid.path)?.says ?? { zh: grid.path, en: grid.path },
          ...{ targets: grid.targets, open: grid.open, confirmed: grid.confirmed_at !== null },
          remindedAt: grid.reminded_at?.toISOString() ?? null,
        },
      ];
    });
    return { today: dayOf(trx.now), rows };
  });
}

/** One class or village with all its children. */
export async function readGrid(db: Db, context: Context, id: string, path: string): Promise<GridView> {
  return readAs(db, context, async (trx) => gridView(trx, await campaignFor(trx, id), path));
}

/** One child of a campaign. */
export async function readTarget(db: Db, context: Context, ring: KeyRing, id: string): Promise<TargetView> {
  return readAs(db, context, async (trx) => {
    const target = await findTarget(trx, scopeFor(context), id);
    if (target === undefined) throw absent(things.target);
    return targetView(trx, ring, target);
  });
}

/** What waits for the asker in campaigns that run. */
export async function readCounts(db: Db, context: Context): Promise<CountsView> {
  return readAs(db, context, async (trx) => {
    const found = await countWaiting(trx, scopeFor(context), dayOf(trx.now));
    const finds = await countOpenFinds(trx, scopeFor(context));
    return { ...found, finds, remindedAt: found.remindedAt?.toISOString() ?? null };
  });
}

/** What campaigns have said of a child. */
export async function readChild(db: Db, context: Context, id: string): Promise<ChildView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context);
    const child = await findChild(trx, scope, id);
    if (child === undefined) throw absent(things.target);
    const targets = await targetsOfChild(trx, scope, child.child_id);
    const campaigns = new Map((await campaignsFor(trx)).map((one) => [one.campaign_id, one]));
    const names = await gridNames(
      trx,
      targets.map(({ path }) => path),
      dayOf(trx.now),
    );
    const rows = targets.flatMap((target) => {
      const campaign = campaigns.get(target.campaign_id);
      if (campaign === undefined) return [];
      return [
        {
          ...{ campaignId: target.campaign_id, campaign: campaign.name, phase: phaseToday(trx, campaign), path: target.path },
          place: names.get(target.path)?.says ?? { zh: target.path, en: target.path },
          ...{ answer: target.answer, foundDay: target.found_day, decision: target.decision },
        },
      ];
    });
    return { rows };
  });
}

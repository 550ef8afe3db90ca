import { absent } from '../../../kernel/refusal';
import { may, type Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { gridNames } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import type { CampaignsView, CampaignView, ProgressView, SumView } from '../contract';
import { permissions } from '../permissions';
import { officeOf } from '../rules/grids';
import { templateRules } from '../rules/templates';
import { things } from '../words';
import { campaignsFor, ownCampaign, phaseToday, scopeFor } from './asking';
import type { StoredCampaign } from './campaign-store';
import { countOpenFinds } from './find-store';
import { listScreeningGrids, type StoredGrid } from './grid-store';
import { questionsOf } from './question-store';
import { signsOf } from './sample-store';
import { changedByPlace, cutsOf, emptySum, sumsByPlace, sumsOfCampaigns } from './sum-store';

/** Every campaign that asks about children of the asker, with how it stands there; the bureau sees all. */
export async function readCampaigns(db: Db, context: Context): Promise<CampaignsView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context);
    const campaigns = await campaignsFor(trx);
    const sums = await sumsOfCampaigns(
      trx,
      scope,
      campaigns.map((one) => one.campaign_id),
    );
    const people = await userNames(
      trx,
      campaigns.map((one) => one.started_by),
    );
    const seen = campaigns.filter((one) => scope.county || sums.has(one.campaign_id));
    const rows = seen.map((one) =>
      campaignView(trx, one, people.get(one.started_by) ?? '—', sums.get(one.campaign_id) ?? emptySum),
    );
    return { today: dayOf(trx.now), rows };
  });
}

/** How a campaign stands, place by place below `asked`; whoever answers for one place begins there. */
export async function readProgress(db: Db, context: Context, id: string, asked: string | undefined): Promise<ProgressView> {
  return readAs(db, context, async (trx) => {
    const campaign = await ownCampaign(trx, id);
    const scope = scopeFor(context);
    const grids = await listScreeningGrids(trx, scope, id);
    const place = asked ?? topOf(trx, scope);
    const here = grids.filter(({ path }) => path.startsWith(place));
    if (here.length === 0) throw absent(things.grid);
    return progressOf(trx, scope, campaign, place, here);
  });
}

async function progressOf(
  trx: ReadTrx,
  scope: Scope,
  campaign: StoredCampaign,
  place: string,
  grids: readonly StoredGrid[],
): Promise<ProgressView> {
  const id = campaign.campaign_id;
  const depth = place.split('/').length > 2 ? 3 : 2;
  const sums = await sumsByPlace(trx, scope, { campaignId: id, place, depth });
  const parent = place.split('/').length > 2 ? parentOf(place) : null;
  const names = await gridNames(trx, [...sums.keys(), place, ...(parent === null ? [] : [parent])], dayOf(trx.now));
  const says = (path: string) => names.get(path)?.says ?? { zh: path, en: path };
  const signs = await signsOf(trx, id);
  const people = await userNames(trx, [campaign.started_by, ...[...signs.values()].map(({ by }) => by)]);
  const changed =
    signs.size === 0 ? new Map<string, number>() : await changedByPlace(trx, scope, { campaignId: id, place, depth });
  const signing = depth === 2 && campaign.method !== 'home';
  const rows = [...sums].map(([path, sum]) => ({
    ...{ path, says: says(path), ...sum, ...ownersIn(grids, path) },
    ...{ signed: signing ? signs.has(path) : null, changed: changed.get(path) ?? 0 },
  }));
  const order = (path: string) => names.get(path)?.order ?? path;
  const first = campaign.from_day;
  const { reports } = templateRules[campaign.template];
  return {
    ...campaignView(trx, campaign, people.get(campaign.started_by) ?? '—', totalOf([...sums.values()])),
    ...{
      today: dayOf(trx.now),
      grid: place,
      leaf: depth === 3 && grids.some(({ path }) => path === place) && grids.length === 1,
    },
    above: parent === null || !reaches(scope, parent) ? null : { path: parent, says: says(parent) },
    says: says(place),
    reported: reports ? await cutsOf(trx, scope, { campaignId: id, place, first }) : null,
    signed: signedOf(signs.get(place), people),
    changed: [...changed.values()].reduce((all, count) => all + count, 0),
    maySign: depth === 3 && campaign.method !== 'home' && maySign(trx.context, place),
    mayRun: trx.context.actor === null || may(trx.context.actor, permissions['screening.run']),
    finds: await countOpenFinds(trx, scope, id),
    questions: (await questionsOf(trx, id)).length,
    rows: rows.sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1)),
  };
}

/** Who answers below a place, when it was last reminded, and how many of its lists were sent. */
function ownersIn(grids: readonly StoredGrid[], place: string) {
  const own = grids.filter(({ path }) => path.startsWith(place));
  const names = new Set(own.map(({ owner_name: name }) => name));
  const reminded = own.flatMap(({ reminded_at: at }) => (at === null ? [] : [at.toISOString()])).sort();
  return {
    owner: names.size === 1 ? ([...names][0] ?? '') : '',
    remindedAt: reminded[reminded.length - 1] ?? null,
    confirmed: own.filter(({ confirmed_at: at }) => at !== null).length,
    grids: own.length,
  };
}

function signedOf(sign: { readonly by: string; readonly at: Date } | undefined, people: ReadonlyMap<string, string>) {
  return sign === undefined ? null : { by: people.get(sign.by) ?? '—', at: sign.at.toISOString() };
}

function maySign({ actor }: Context, place: string): boolean {
  const roles: readonly string[] = permissions['screening.sign'].roles;
  return (
    actor?.grants.some(
      ({ role, tree, path }) => tree === 'school' && roles.includes(role) && path === officeOf(place) && path === place,
    ) ?? false
  );
}

function campaignView(trx: ReadTrx, campaign: StoredCampaign, startedBy: string, sum: SumView): CampaignView {
  const { campaign_id: campaignId, name, template, method, from_day: from, until_day: until, version } = campaign;
  return {
    ...{ campaignId, name, template, method, from, until, version, startedBy, sum, phase: phaseToday(trx, campaign) },
    ...{ startedAt: campaign.started_at.toISOString(), closedAt: campaign.closed_at?.toISOString() ?? null },
    closeReason: campaign.close_reason,
  };
}

function totalOf(sums: readonly SumView[]): SumView {
  return sums.reduce(
    (all, one) => ({
      ...{ targets: all.targets + one.targets, answered: all.answered + one.answered },
      ...{ open: all.open + one.open, waiting: all.waiting + one.waiting },
      buckets: {
        schooled: all.buckets.schooled + one.buckets.schooled,
        'not-in-school': all.buckets['not-in-school'] + one.buckets['not-in-school'],
        'not-found': all.buckets['not-found'] + one.buckets['not-found'],
        gone: all.buckets.gone + one.buckets.gone,
      },
    }),
    emptySum,
  );
}

/** Where somebody begins: the county, or the one place of a scope. */
function topOf(trx: ReadTrx, scope: Scope): string {
  const [only, second] = [...scope.areas, ...scope.schools];
  return scope.county || only === undefined || second !== undefined ? `${trx.countyId}/` : only;
}

function reaches(scope: Scope, path: string): boolean {
  return scope.county || [...scope.areas, ...scope.schools].some((mine) => path.startsWith(mine));
}

function parentOf(path: string): string {
  return `${path.split('/').slice(0, -2).join('/')}/`;
}

import { sql } from 'kysely';
import type { Trx } from '../../../platform/db';
import { bulkRows, writeInPieces } from '../../children/server/index';
import type { Answerer } from '../../verification/index';
import type { StartRequest } from '../contract';
import type { FindDecision, FindRequest } from '../find-contract';
import type { Answer } from '../rules/answers';
import type { Owner } from '../rules/grids';
import type { Question, Reply } from '../rules/questions';
import { tables } from './scope-store';

type Word = { readonly by: string; readonly at: Date };

/** What somebody said of one child; `single`: of it alone, not of a whole class. */
export type BroughtAnswer = Word & {
  readonly answer: Answer;
  readonly foundDay: string;
  readonly single: boolean;
  readonly as: Answerer;
  /** of a single answer, to the questions of the campaign */ readonly replies?: readonly Reply[];
};

/** What is known of a class or village of a campaign that was held elsewhere. */
export type BroughtWords = {
  /** whether and by whom its list was sent */ readonly confirmed: Word | null;
  readonly answers: ReadonlyMap<string, BroughtAnswer>;
};

/** A campaign that was held elsewhere, or is made up: its plan, who started and closed it, and what was said. */
export type BroughtCampaign = {
  readonly plan: Omit<StartRequest, 'questions'>;
  readonly questions?: readonly Question[];
  readonly started: Word;
  readonly closed: (Word & { readonly reason: string }) | null;
  /** `schooled`: of whom nobody doubts today that they are in school */
  readonly say: (grid: {
    readonly path: string;
    readonly children: readonly string[];
    readonly schooled: ReadonlySet<string>;
  }) => BroughtWords;
  /** whether and by whom a school signed */ readonly sign: (school: string) => Word | null;
  readonly finds: readonly BroughtFind[];
};

/** A child on no list, and what the bureau made of it; who is known is one of the children of its village that are in school. */
export type BroughtFind = Word & {
  readonly as: Answerer;
  readonly find: FindRequest;
  readonly settled?: Word & { readonly verdict: FindDecision['verdict']; readonly reason: string };
};

/** A grid of a campaign that is brought. */
export type BroughtGrid = {
  readonly path: string;
  readonly owner: Owner;
  readonly targets: number;
  readonly confirmed: Word | null;
};

/** A child of it, with what was said last. */
export type BroughtTarget = {
  readonly targetId: string;
  readonly answerId: string | null;
  readonly childId: string;
  readonly path: string;
  readonly said: BroughtAnswer | null;
};

type Of = { readonly campaignId: string; readonly tree: 'area' | 'school' };

/** Keeps a campaign with when it was started and closed. */
export async function putCampaign(
  trx: Trx,
  campaignId: string,
  { plan, started, closed }: BroughtCampaign,
  targets: number,
): Promise<void> {
  const { template, method, name, places, grades, from, until } = plan;
  await tables(trx)
    .insertInto('screening_campaign')
    .values({
      ...{ county_id: trx.countyId, campaign_id: campaignId, template, method, name, targets },
      ...{ places: [...places], grades: [...grades], from_day: from, until_day: until },
      ...{ state: closed === null ? 'running' : 'closed', started_by: started.by, started_at: started.at },
      ...{ closed_by: closed?.by ?? null, closed_at: closed?.at ?? null, close_reason: closed?.reason ?? '' },
    })
    .execute();
}

/** Keeps its grids. */
export async function putGrids(trx: Trx, { campaignId, tree }: Of, grids: readonly BroughtGrid[]): Promise<void> {
  await writeInPieces(grids, async (piece) => {
    const rows = bulkRows({
      path: ['text', piece.map(({ path }) => path)],
      targets: ['int', piece.map(({ targets }) => targets)],
      owner_name: ['text', piece.map(({ owner }) => owner.name)],
      owner_user: ['text', piece.map(({ owner }) => owner.userId)],
      confirmed_by: ['text', piece.map(({ confirmed }) => confirmed?.by ?? null)],
      confirmed_at: ['text', piece.map(({ confirmed }) => confirmed?.at.toISOString() ?? null)],
      version: ['int', piece.map(({ confirmed }) => (confirmed === null ? 0 : 1))],
    });
    await sql`insert into screening_grid (county_id, campaign_id, tree, path, targets, owner_name, owner_user, confirmed_by,
        confirmed_at, version)
      select ${trx.countyId}, ${campaignId}, ${tree}, t.path, t.targets, t.owner_name, t.owner_user, t.confirmed_by,
        t.confirmed_at::timestamptz, t.version from ${rows}`.execute(tables(trx));
  });
}

/** Keeps its children. */
export async function putTargets(trx: Trx, { campaignId, tree }: Of, targets: readonly BroughtTarget[]): Promise<void> {
  await writeInPieces(targets, async (piece) => {
    const rows = bulkRows({
      target_id: ['text', piece.map(({ targetId }) => targetId)],
      child_id: ['text', piece.map(({ childId }) => childId)],
      path: ['text', piece.map(({ path }) => path)],
      answer: ['text', piece.map(({ said }) => said?.answer ?? null)],
      answer_id: ['text', piece.map(({ answerId }) => answerId)],
      found_day: ['text', piece.map(({ said }) => said?.foundDay ?? null)],
      answered_by: ['text', piece.map(({ said }) => said?.by ?? null)],
      answered_at: ['text', piece.map(({ said }) => said?.at.toISOString() ?? null)],
    });
    await sql`insert into screening_target (county_id, campaign_id, tree, target_id, child_id, path, answer, answer_id, found_day,
        answered_by, answered_at)
      select ${trx.countyId}, ${campaignId}, ${tree}, t.target_id, t.child_id, t.path, t.answer, t.answer_id, t.found_day,
        t.answered_by, t.answered_at::timestamptz from ${rows}`.execute(tables(trx));
  });
}

/** Keeps which schools signed. */
export async function putSigns(
  trx: Trx,
  campaignId: string,
  signs: readonly (Word & { readonly path: string })[],
): Promise<void> {
  if (signs.length === 0) return;
  const rows = signs.map(({ path, by, at }) => ({
    ...{ county_id: trx.countyId, campaign_id: campaignId, path, signed_by: by, signed_at: at },
  }));
  await tables(trx).insertInto('screening_sign').values(rows).execute();
}

import { z } from 'zod';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  CampaignsView,
  CloseRequest,
  CountsView,
  IdParams,
  PreviewRequest,
  PreviewView,
  ProgressQuery,
  ProgressView,
  RemindedView,
  RemindRequest,
  SignRequest,
  StartedView,
  StartRequest,
} from '../contract';
import { permissions } from '../permissions';
import { ReplyTotalsView } from '../question-contract';
import { RecallRequest, SampleRequest, SamplesView } from '../sample-contract';
import { drawSample, readSamples, recallTarget, signSchool } from './check-actions';
import { readCampaigns, readProgress } from './progress';
import { readReplyTotals } from './question-actions';
import { readCounts } from './read-actions';
import { closeCampaign, previewCampaign, remindOwners, startCampaign } from './start-actions';

const route = routesOf<House>();
const see = permissions['screening.see'];
const run = permissions['screening.run'];
const decide = permissions['screening.decide'];
const CampaignRef = StartedView.pick({ campaignId: true });

/** Campaigns: seen by everybody whom they ask, started, closed, signed, reminded and sampled. */
export const campaignRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/screening-campaigns',
    says: { zh: '查看排查', en: 'See screening campaigns' },
    who: see,
    response: CampaignsView,
    handle: ({ db, context }) => readCampaigns(db, context),
  }),
  route({
    method: 'GET',
    url: '/api/screening-counts',
    says: { zh: '查看待办的排查', en: 'See what waits in campaigns' },
    who: see,
    response: CountsView,
    handle: ({ db, context }) => readCounts(db, context),
  }),
  route({
    method: 'POST',
    url: '/api/screening-previews',
    says: { zh: '预览要发起的排查', en: 'See what starting a campaign would do' },
    who: run,
    body: PreviewRequest,
    response: PreviewView,
    handle: ({ db, context, house, body }) => previewCampaign(db, context, house.ring, body),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns',
    says: { zh: '发起排查', en: 'Start a campaign' },
    who: run,
    creates: true,
    body: StartRequest,
    response: StartedView,
    handle: ({ db, context, house, body }) => startCampaign(db, context, house.ring, body),
  }),
  route({
    method: 'GET',
    url: '/api/screening-campaigns/:id',
    says: { zh: '查看排查进度', en: 'See how a campaign stands' },
    who: see,
    params: IdParams,
    query: ProgressQuery,
    response: ProgressView,
    handle: ({ db, context, params, query }) => readProgress(db, context, params.id, query.grid),
  }),
  route({
    method: 'GET',
    url: '/api/screening-campaigns/:id/replies',
    says: { zh: '查看自拟问题的答复汇总', en: 'See what was replied to the questions of a campaign' },
    who: see,
    params: IdParams,
    query: ProgressQuery,
    response: ReplyTotalsView,
    handle: ({ db, context, house, params, query }) => readReplyTotals(db, context, house.ring, params.id, query.grid),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns/:id/closing',
    says: { zh: '结束排查', en: 'Close a campaign' },
    who: run,
    params: IdParams,
    body: CloseRequest,
    response: CampaignRef,
    handle: ({ db, context, params, body }) => closeCampaign(db, context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns/:id/reminders',
    says: { zh: '提醒没填完的责任人', en: 'Remind whoever has not answered' },
    who: run,
    params: IdParams,
    body: RemindRequest,
    response: RemindedView,
    handle: ({ db, context, params, body }) => remindOwners(db, context, params.id, body.grid),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns/:id/signatures',
    says: { zh: '学校签认排查', en: 'Sign a campaign for a school' },
    who: permissions['screening.sign'],
    params: IdParams,
    body: SignRequest,
    response: CampaignRef,
    handle: ({ db, context, params, body }) => signSchool(db, context, params.id, body.path),
  }),
  route({
    method: 'GET',
    url: '/api/screening-campaigns/:id/samples',
    says: { zh: '查看抽查', en: 'See the samples of a campaign' },
    who: decide,
    params: IdParams,
    response: SamplesView,
    handle: ({ db, context, params }) => readSamples(db, context, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns/:id/samples',
    says: { zh: '抽一次样', en: 'Draw a sample' },
    who: run,
    creates: true,
    params: IdParams,
    body: SampleRequest,
    response: z.strictObject({ sampleId: z.string(), seed: z.string(), size: z.int() }),
    handle: ({ db, context, params, body }) => drawSample(db, context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/screening-samples/:id/calls',
    says: { zh: '记录抽查回访', en: 'Note what asking again said' },
    who: run,
    params: IdParams,
    body: RecallRequest,
    response: SamplesView,
    handle: ({ db, context, params, body }) => recallTarget(db, context, params.id, body),
  }),
];

import type { z } from 'zod';
import { contract } from '../../../ui/shared/contract';
import type {
  CampaignsView,
  ChildView,
  CloseRequest,
  CountsView,
  DecisionRequest,
  PreviewRequest,
  PreviewView,
  ProgressQuery,
  ProgressView,
  RemindedView,
  RemindRequest,
  SignRequest,
  StartedView,
  StartRequest,
  TargetsQuery,
  TargetsView,
  TargetView,
} from '../contract';
import type { FindDecision, FindView } from '../find-contract';
import type { ReplyTotalsView } from '../question-contract';
import type { RecallRequest, SampleRequest, SamplesView } from '../sample-contract';

type ById = { id: string };
type Ref = { campaignId: string };
const campaign = '/api/screening-campaigns/:id';
const target = '/api/screening-targets/:id';
const creates = { creates: true } as const;

export const settleFind = contract<{ params: ById; body: FindDecision; answer: FindView }>(
  'POST',
  '/api/screening-finds/:id/decision',
  creates,
);
export const getFind = contract<{ params: ById; answer: FindView }>('GET', '/api/screening-finds/:id');
export const decideTarget = contract<{ params: ById; body: DecisionRequest; answer: TargetView }>('POST', `${target}/decision`);
export const getCampaigns = contract<{ answer: CampaignsView }>('GET', '/api/screening-campaigns');
export const getCounts = contract<{ answer: CountsView }>('GET', '/api/screening-counts');
export const getPreview = contract<{ body: PreviewRequest; answer: PreviewView }>('POST', '/api/screening-previews');
export const startCampaign = contract<{ body: StartRequest; answer: z.infer<typeof StartedView> }>(
  'POST',
  '/api/screening-campaigns',
  creates,
);
export const getProgress = contract<{ params: ById; query: z.infer<typeof ProgressQuery>; answer: ProgressView }>(
  'GET',
  campaign,
);
export const getReplyTotals = contract<{ params: ById; query: z.infer<typeof ProgressQuery>; answer: ReplyTotalsView }>(
  'GET',
  `${campaign}/replies`,
);
export const getTargets = contract<{ params: ById; query: Partial<TargetsQuery>; answer: TargetsView }>(
  'GET',
  `${campaign}/targets`,
);
export const closeCampaign = contract<{ params: ById; body: z.infer<typeof CloseRequest>; answer: Ref }>(
  'POST',
  `${campaign}/closing`,
);
export const remindOwners = contract<{
  params: ById;
  body: z.infer<typeof RemindRequest>;
  answer: z.infer<typeof RemindedView>;
}>('POST', `${campaign}/reminders`);
export const signSchool = contract<{ params: ById; body: z.infer<typeof SignRequest>; answer: Ref }>(
  'POST',
  `${campaign}/signatures`,
);
export const getSamples = contract<{ params: ById; answer: SamplesView }>('GET', `${campaign}/samples`);
export const drawSample = contract<{
  params: ById;
  body: SampleRequest;
  answer: { sampleId: string; seed: string; size: number };
}>('POST', `${campaign}/samples`, creates);
export const recallTarget = contract<{ params: ById; body: z.infer<typeof RecallRequest>; answer: SamplesView }>(
  'POST',
  '/api/screening-samples/:id/calls',
);
export const getChildScreening = contract<{ params: ById; answer: ChildView }>('GET', '/api/children/:id/screening');

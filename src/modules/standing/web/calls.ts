import { contract } from '../../../ui/shared/contract';
import type {
  NewPolicyVersion,
  PolicyView,
  RollCallQuery,
  RollCallView,
  RollChangesQuery,
  RollChangesView,
  RollChildrenQuery,
  RollChildrenView,
  RollPrint,
  StandingView,
} from '../contract';

export const getRollCall = contract<{ query: RollCallQuery; answer: RollCallView }>('GET', '/api/roll-call');
export const getRollChildren = contract<{ query: Partial<RollChildrenQuery>; answer: RollChildrenView }>(
  'GET',
  '/api/roll-call/children',
);
export const getRollChanges = contract<{
  query: Pick<RollChangesQuery, 'from' | 'to'> & Partial<RollChangesQuery>;
  answer: RollChangesView;
}>('GET', '/api/roll-call/changes');
export const getStanding = contract<{ params: { id: string }; query: { day?: string | undefined }; answer: StandingView }>(
  'GET',
  '/api/children/:id/standing',
);
export const printRoll = contract<{ body: RollPrint; answer: { printed: true } }>('POST', '/api/roll-call/prints', {
  creates: true,
});
export const getPolicy = contract<{ answer: PolicyView }>('GET', '/api/standing-policy');
export const setPolicy = contract<{ body: NewPolicyVersion; answer: PolicyView }>('POST', '/api/standing-policy/versions', {
  creates: true,
});

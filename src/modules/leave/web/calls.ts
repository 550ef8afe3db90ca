import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  AskRequest,
  CheckQuery,
  CheckView,
  ChildLeavesView,
  ClassLeaveView,
  DecisionRequest,
  EndRequest,
  GuardianAsk,
  GuardianDone,
  GuardianForm,
  GuardianLook,
  LeaveClassesView,
  LeavePrinted,
  LeavesQuery,
  LeavesView,
  LeaveView,
  LinkRequest,
  LinkView,
  WithdrawRequest,
} from '../contract';

type Id = { readonly id: string };

/** What is left out the server fills in. */
export type Narrowing = { readonly [K in keyof LeavesQuery]?: LeavesQuery[K] | undefined };

export const getLeaves = contract<{ query: Narrowing; answer: LeavesView }>('GET', '/api/leaves');
export const printLeaves = contract<{ body: Narrowing; answer: LeavePrinted }>('POST', '/api/leaves/prints');
export const takeLeaveSheet = contract<{ body: Pick<Narrowing, 'phase' | 'school' | 'class'>; answer: FileAnswer }>(
  'POST',
  '/api/leaves/sheets',
  { creates: false },
);
export const getLeave = contract<{ params: Id; answer: LeaveView }>('GET', '/api/leaves/:id');
export const getChildLeaves = contract<{ params: Id; answer: ChildLeavesView }>('GET', '/api/children/:id/leaves');
export const getLeaveClasses = contract<{ answer: LeaveClassesView }>('GET', '/api/leave-classes');
export const getClassLeave = contract<{ params: Id; answer: ClassLeaveView }>('GET', '/api/classes/:id/leave');
export const getCheck = contract<{ params: Id; query: CheckQuery; answer: CheckView }>('GET', '/api/children/:id/leave-check');
export const askLeave = contract<{ body: AskRequest; answer: LeaveView }>('POST', '/api/leaves', { creates: true });
export const decideLeave = contract<{ params: Id; body: DecisionRequest; answer: LeaveView }>('POST', '/api/leaves/:id/decision');
export const withdrawLeave = contract<{ params: Id; body: WithdrawRequest; answer: LeaveView }>(
  'POST',
  '/api/leaves/:id/withdrawal',
);
export const endLeave = contract<{ params: Id; body: EndRequest; answer: LeaveView }>('POST', '/api/leaves/:id/return');
export const makeLink = contract<{ params: Id; body: LinkRequest; answer: LinkView }>('POST', '/api/children/:id/leave-link');
export const lookAtLink = contract<{ body: GuardianLook; answer: GuardianForm }>('POST', '/api/leave-link/look');
export const askByLink = contract<{ body: GuardianAsk; answer: GuardianDone }>('POST', '/api/leave-link', { creates: true });

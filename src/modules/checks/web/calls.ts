import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  AccountQuery,
  AccountView,
  ChildItemsView,
  ClassesQuery,
  ClassesView,
  FreezeRequest,
  ItemsQuery,
  ItemsView,
  ItemView,
  JudgeRequest,
  MonthQuery,
  MonthView,
  OpenRequest,
  OwnerRequest,
  PrintView,
  ReturnRequest,
  SchoolsView,
  SheetQuery,
  SheetView,
  SignRequest,
  StepRequest,
  TakeRequest,
} from '../contract';

type ById = { params: { id: string } };

export const getSchools = contract<{ query: MonthQuery; answer: SchoolsView }>('GET', '/api/checks/schools');
export const getClasses = contract<{ query: ClassesQuery; answer: ClassesView }>('GET', '/api/checks/classes');
export const openMonth = contract<{ body: OpenRequest; answer: MonthView }>('POST', '/api/checks/months', { creates: true });
export const getSheet = contract<ById & { query: SheetQuery; answer: SheetView }>('GET', '/api/classes/:id/check');
export const signSheet = contract<ById & { body: SignRequest; answer: SheetView }>('POST', '/api/classes/:id/checks', {
  creates: true,
});
export const returnSheet = contract<ById & { body: ReturnRequest; answer: SheetView }>('PUT', '/api/classes/:id/check/return');
export const judgeSchool = contract<ById & { body: JudgeRequest; answer: { checked: number } }>(
  'PUT',
  '/api/schools/:id/check/judged',
);
export const getAccount = contract<ById & { query: Partial<AccountQuery>; answer: AccountView }>('GET', '/api/schools/:id/check');
export const freezeAccount = contract<ById & { body: FreezeRequest; answer: AccountView }>('POST', '/api/schools/:id/checks', {
  creates: true,
});
export const printAccount = contract<ById & { body: TakeRequest; answer: PrintView }>('POST', '/api/schools/:id/check/print');
export const takeAccount = contract<ById & { body: TakeRequest; answer: FileAnswer }>('POST', '/api/schools/:id/check/file');
export const getItems = contract<{ query: Partial<ItemsQuery>; answer: ItemsView }>('GET', '/api/check-items');
export const getItem = contract<ById & { answer: ItemView }>('GET', '/api/check-items/:id');
export const followItem = contract<ById & { body: StepRequest; answer: ItemView }>('PUT', '/api/check-items/:id/state');
export const assignItem = contract<ById & { body: OwnerRequest; answer: ItemView }>('PUT', '/api/check-items/:id/owner');
export const getChildItems = contract<ById & { answer: ChildItemsView }>('GET', '/api/children/:id/check-items');

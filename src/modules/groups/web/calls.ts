import { contract } from '../../../ui/shared/contract';
import type {
  ChildGroupsView,
  DueView,
  EndRequest,
  GroupsView,
  MarkedView,
  MarkRequest,
  MembersQuery,
  MembersView,
  RevealRequest,
} from '../contract';
import type { ListRequest, ListTaken, ListView } from '../list-contract';
import type { CivilGroup } from '../rules/civil-list';

export const readList = contract<{ query: { group: CivilGroup }; body: FormData; answer: ListView }>('POST', '/api/groups/lists');
export const takeList = contract<{ body: ListRequest; answer: ListTaken }>('POST', '/api/groups/list-marks', { creates: true });

type Id = { readonly id: string };

/** What is left out the server fills in; the group itself has to be said. */
type Narrowing = Pick<MembersQuery, 'group'> & { readonly [K in keyof MembersQuery]?: MembersQuery[K] | undefined };

export const getChildGroups = contract<{ params: Id; answer: ChildGroupsView }>('GET', '/api/children/:id/groups');
export const markChild = contract<{ params: Id; body: MarkRequest; answer: MarkedView }>('POST', '/api/children/:id/groups', {
  creates: true,
});
export const endMark = contract<{ params: Id; body: EndRequest; answer: ChildGroupsView }>(
  'POST',
  '/api/children/:id/groups/end',
);
export const revealMark = contract<{ params: Id; body: RevealRequest; answer: ChildGroupsView }>(
  'POST',
  '/api/children/:id/groups/reveal',
);
export const getGroups = contract<{ answer: GroupsView }>('GET', '/api/groups');
export const getDue = contract<{ answer: DueView }>('GET', '/api/groups/due');
export const getMembers = contract<{ query: Narrowing; answer: MembersView }>('GET', '/api/groups/children');

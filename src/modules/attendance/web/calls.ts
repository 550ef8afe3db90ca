import { contract } from '../../../ui/shared/contract';
import type {
  AbsencesQuery,
  AbsencesView,
  CalendarQuery,
  ChildDaysView,
  ClassesQuery,
  ClassesView,
  FollowUpView,
  NoteRequest,
  RollQuery,
  RollView,
  SchoolsQuery,
  SchoolsView,
  TakeRequest,
} from '../contract';

export const getSchools = contract<{ query: SchoolsQuery; answer: SchoolsView }>('GET', '/api/attendance/schools');
export const getClasses = contract<{ query: ClassesQuery; answer: ClassesView }>('GET', '/api/attendance/classes');
export const getRoll = contract<{ params: { id: string }; query: Partial<RollQuery>; answer: RollView }>(
  'GET',
  '/api/classes/:id/roll',
);
export const takeRoll = contract<{ params: { id: string }; body: TakeRequest; answer: RollView }>(
  'POST',
  '/api/classes/:id/rolls',
  { creates: true },
);
export const getChildDays = contract<{ params: { id: string }; query: CalendarQuery; answer: ChildDaysView }>(
  'GET',
  '/api/children/:id/attendance',
);
export const getAbsences = contract<{ query: Partial<AbsencesQuery>; answer: AbsencesView }>('GET', '/api/absences');
export const getFollowUp = contract<{ params: { id: string }; answer: FollowUpView }>('GET', '/api/children/:id/follow-up');
export const noteContact = contract<{ params: { id: string }; body: NoteRequest; answer: FollowUpView }>(
  'POST',
  '/api/children/:id/contacts',
  { creates: true },
);

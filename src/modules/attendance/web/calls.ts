import { contract } from '../../../ui/shared/contract';
import type {
  CalendarQuery,
  ChildDaysView,
  ClassesQuery,
  ClassesView,
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

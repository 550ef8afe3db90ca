import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type { MonthQuery, MonthRequest, MonthView } from '../month-contract';

type OfClass = { params: { id: string } };
export const getMonth = contract<OfClass & { query: MonthQuery; answer: MonthView }>('GET', '/api/classes/:id/month');
export const takeMonthSheet = contract<OfClass & { body: MonthRequest; answer: FileAnswer }>(
  'POST',
  '/api/classes/:id/month-sheets',
  { creates: false },
);
export const printMonth = contract<OfClass & { body: MonthRequest; answer: { printed: true } }>(
  'POST',
  '/api/classes/:id/month-prints',
);

import { contract } from '../../../ui/shared/contract';
import type { ChildSignsView, PatternsQuery, PatternsView } from '../pattern-contract';

export const getPatterns = contract<{ query: PatternsQuery; answer: PatternsView }>('GET', '/api/attendance/patterns');
export const getChildSigns = contract<{ params: { id: string }; answer: ChildSignsView }>(
  'GET',
  '/api/children/:id/attendance-signs',
);

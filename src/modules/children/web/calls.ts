import { contract } from '../../../ui/shared/contract';
import type { ChildView, RevealRequest, RevealView } from '../contract';

type ById = { id: string };

export const getChild = contract<{ params: ById; answer: ChildView }>('GET', '/api/children/:id');
export const revealField = contract<{ params: ById; body: RevealRequest; answer: RevealView }>(
  'POST',
  '/api/children/:id/reveals',
);

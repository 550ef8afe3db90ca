import { contract } from '../../../ui/shared/contract';
import type { SheetRequest, SheetTaken, SheetView } from '../sheet-contract';

type OfClass = { params: { id: string } };
export const readMarkSheet = contract<OfClass & { query: { month: string }; body: FormData; answer: SheetView }>(
  'POST',
  '/api/classes/:id/mark-sheets',
);
export const takeMarkSheet = contract<OfClass & { body: SheetRequest; answer: SheetTaken }>(
  'POST',
  '/api/classes/:id/sheet-rolls',
  { creates: true },
);

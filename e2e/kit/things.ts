import { z } from 'zod';
import { listSearch, place, several } from '../../src/ui/desk/place';
import type { FileAnswer } from '../../src/ui/shared/caller';
import { contract } from '../../src/ui/shared/contract';

export type Thing = {
  readonly id: string;
  readonly name: string;
  readonly township: string;
  readonly stage: string;
  readonly pupils: number;
  readonly openedDay: string;
};

export const thingsPlace = place('/lists', { ...listSearch, q: z.string().default(''), stage: several(z.string()) });
export const listThings = contract<{ query: object; answer: { rows: readonly Thing[]; total: number } }>('GET', '/api/things');

export const ThingDraft = z.object({
  name: z.string().max(20),
  pupils: z.coerce.number().int().min(1),
  phone: z.string().regex(/^\d{11}$/),
  note: z.string().max(100).optional(),
});
export type ThingDraft = z.infer<typeof ThingDraft>;
export const addThing = contract<{ body: ThingDraft; answer: { id: string } }>('POST', '/api/things', { creates: true });
export const exportThings = contract<{ body: { reason: string }; answer: FileAnswer }>('POST', '/api/things/export');

import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { listPhases } from '../rules/states';

/** 请假: the leaves of one's places, and one of them beside the list. */
export const leavePlace = place('/leave', {
  ...listSearch,
  phase: z.enum(listPhases).optional(),
  school: z.string().max(60).optional(),
  class: z.string().max(60).optional(),
});

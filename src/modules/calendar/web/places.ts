import { z } from 'zod';
import { place } from '../../../ui/desk/place';

/** 校历. `of` is whose: `a` and the code of a township, or `s` and the id of a school; `task` what is being set: `term-1`, `term-2`, `setting`, `holidays-2027`. */
export const calendarPlace = place('/settings/calendar', {
  year: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
  of: z
    .string()
    .regex(/^(a\d{9}|s[\w-]{1,60})$/)
    .optional(),
  grade: z.coerce.number().int().min(1).max(9).optional(),
  day: z.iso.date().optional(),
  task: z
    .string()
    .regex(/^(term-[12]|setting|holidays-\d{4})$/)
    .optional(),
});

import { z } from 'zod';
import { sessions } from './rules/marks';

const Day = z.iso.date();

/** A child that was called away and that a later roll of the same day has not: what it says now, by whom, when, and why. */
const UndoneLine = z.strictObject({
  childId: z.string(),
  name: z.string(),
  school: z.string(),
  className: z.string(),
  day: Day,
  session: z.enum(sessions),
  to: z.enum(['present', 'leave', 'not-called']),
  /** '' where the day itself was called again */ reason: z.string(),
  as: z.enum(['teacher', 'school', 'bureau']),
  by: z.string(),
  at: z.string(),
});
export type UndoneLine = z.infer<typeof UndoneLine>;

/** All of them since a day, the newest first; `more`: so many that the oldest are left out. */
export const UndoneView = z.strictObject({ today: Day, from: Day, more: z.boolean(), rows: z.array(UndoneLine).readonly() });
export type UndoneView = z.infer<typeof UndoneView>;

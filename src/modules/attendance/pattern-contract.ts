import { z } from 'zod';
import { ways } from './rules/contact';
import { effectKinds } from './rules/effect';
import { signKeys } from './rules/patterns';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Count = z.int().min(0);
const Says = z.strictObject({ zh: z.string(), en: z.string() });

export const PatternsQuery = z.strictObject({ school: Id.optional() });
export type PatternsQuery = z.infer<typeof PatternsQuery>;

const SignView = z.strictObject({ key: z.enum(signKeys), days: z.array(Day).readonly(), times: Count });
export type SignView = z.infer<typeof SignView>;

const PatternLine = z.strictObject({
  childId: Id,
  name: z.string(),
  school: z.string(),
  className: z.string(),
  signs: z.array(SignView).readonly(),
});
export type PatternLine = z.infer<typeof PatternLine>;

const SilentClass = z.strictObject({
  classId: Id,
  name: Says,
  school: z.string(),
  /** null: not called in this term */ last: Day.nullable(),
  /** school days since, up to yesterday */ days: Count,
});
export type SilentClass = z.infer<typeof SilentClass>;

/** Contacts of the term by way; shares are null where there were too few to tell. */
const EffectLine = z.strictObject({
  way: z.enum(ways),
  contacts: Count,
  /** of these with an answer: the child was back, or five school days have passed */ told: Count,
  next: Count.nullable(),
  within: Count.nullable(),
});
export type EffectLine = z.infer<typeof EffectLine>;

/** 值得留意: of the term so far, children with a sign, classes nobody calls, and what came after contacts. */
export const PatternsView = z.strictObject({
  today: Day,
  /** null: the calendar has no term yet */ term: z.strictObject({ from: Day, to: Day, name: Says }).nullable(),
  rows: z.array(PatternLine).readonly(),
  classes: z.array(SilentClass).readonly(),
  effects: z.array(EffectLine).readonly(),
});
export type PatternsView = z.infer<typeof PatternsView>;

/** The same of one child: its signs, and what came after each contact. */
export const ChildSignsView = z.strictObject({
  signs: z.array(SignView).readonly(),
  effects: z.array(z.strictObject({ contactId: Id, kind: z.enum(effectKinds), back: Day.nullable() })).readonly(),
});
export type ChildSignsView = z.infer<typeof ChildSignsView>;

import { z } from 'zod';
import { ChildLine } from '../children/index';
import { findVerdicts } from './rules/finds';
import { answererNames } from './rules/visit';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const Says = z.strictObject({ zh: z.string(), en: z.string() });
const State = z.enum(['open', ...findVerdicts]);

/** A child that was met and is on no list. */
export const FindRequest = z.strictObject({
  path: z.string().regex(/^(?:[^/\s]+\/){2,3}$/),
  name: z.string().trim().min(1).max(60),
  sex: z.enum(['', '1', '2']).default(''),
  birthDay: Day.nullable().default(null),
  idNumber: z.string().trim().toUpperCase().max(18).default(''),
  guardian: z.string().trim().max(60).default(''),
  phone: z
    .string()
    .trim()
    .regex(/^(?:[\d\s()+-]{7,20})?$/)
    .default(''),
  address: z.string().trim().max(100).default(''),
  outcome: z.string().min(1).max(40),
  place: z.string().trim().max(100).default(''),
  note: z.string().trim().max(500).default(''),
  foundDay: Day,
});
export type FindRequest = z.infer<typeof FindRequest>;

export const FindsQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  grid: z
    .string()
    .regex(/^(?:[^/\s]+\/){1,3}$/)
    .optional(),
  state: State.optional(),
});
export type FindsQuery = z.infer<typeof FindsQuery>;

/** One such child in a list. */
export const FindLine = z.strictObject({
  findId: Id,
  name: z.string(),
  sex: z.enum(['', '1', '2']),
  birthDay: Day.nullable(),
  age: z.int().nullable(),
  place: Says,
  /** its township */ office: Says,
  outcome: z.string(),
  foundDay: Day,
  by: z.string(),
  as: z.enum(answererNames),
  state: State,
});
export type FindLine = z.infer<typeof FindLine>;
export const FindsView = z.strictObject({
  rows: z.array(FindLine).readonly(),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  today: Day,
});
export type FindsView = z.infer<typeof FindsView>;

/** All that was told of such a child, but for what is kept sealed to the end: telephone, address and ID number. */
export const FindView = z.strictObject({
  ...FindLine.shape,
  campaignId: Id,
  campaign: z.string(),
  guardian: z.string(),
  hasPhone: z.boolean(),
  hasNumber: z.boolean(),
  school: z.string(),
  note: z.string(),
  /** why it was dismissed */ reason: z.string(),
  decidedBy: z.string().nullable(),
  childId: Id.nullable(),
  mayDecide: z.boolean(),
  /** it waits for the bureau, but the asker told of it himself */ own: z.boolean(),
  /** children of the roll that can be this one, the likeliest first; for whoever decides */
  alike: z.array(z.strictObject({ ...ChildLine.shape, birthDay: Day.nullable(), sameNumber: z.boolean() })).readonly(),
});
export type FindView = z.infer<typeof FindView>;

/** It is a known child, is entered as one that nobody had, or is none of the county's. */
export const FindDecision = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('known'), childId: Id }),
  z.strictObject({ verdict: z.literal('entered') }),
  z.strictObject({ verdict: z.literal('dismissed'), reason: z.string().trim().min(2).max(200) }),
]);
export type FindDecision = z.infer<typeof FindDecision>;

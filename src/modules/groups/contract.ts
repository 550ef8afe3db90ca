import { z } from 'zod';
import { ChildLine } from '../children/index';
import { groupKeys } from './rules/groups';

const Id = z.string().min(1).max(60);
const Day = z.iso.date();
const GroupName = z.enum(groupKeys);

export const ChildParams = z.strictObject({ id: Id });

const Mark = z.strictObject({
  markId: Id,
  version: z.int(),
  /** null: hidden until a reason is given */ group: GroupName.nullable(),
  definition: z.string(),
  /** civil: of a list of civil affairs that somebody has taken in */ source: z.enum(['list', 'standing', 'person', 'civil', '']),
  document: z.string(),
  fromDay: Day,
  untilDay: Day.nullable(),
  endedDay: Day.nullable(),
  by: z.string(),
  holds: z.boolean(),
  mayReveal: z.boolean(),
  mayEnd: z.boolean(),
  /** of a word shown for a reason: how long it may still stand there */ secondsLeft: z.int().nullable(),
});
export type Mark = z.infer<typeof Mark>;

/** What somebody is told of the marks of a child: that it needs care, and of the marks those whose class is his. */
export const ChildGroupsView = z.strictObject({
  care: z.boolean(),
  marks: z.array(Mark).readonly(),
  /** the groups he may add */ mayAdd: z.array(GroupName).readonly(),
});
export type ChildGroupsView = z.infer<typeof ChildGroupsView>;

export const MarkRequest = z.strictObject({
  group: GroupName,
  definition: z.string().min(1).max(40),
  document: z.string().trim().min(2).max(200),
  fromDay: Day,
  untilDay: Day,
});
export type MarkRequest = z.infer<typeof MarkRequest>;
/** Nothing of what was marked: answers of routes that make something are kept. */
export const MarkedView = z.strictObject({ markId: Id });
export type MarkedView = z.infer<typeof MarkedView>;

export const EndRequest = z.strictObject({
  markId: Id,
  version: z.int(),
  reason: z.string().trim().min(6).max(200),
});
export type EndRequest = z.infer<typeof EndRequest>;

export const RevealRequest = z.strictObject({ markId: Id, reason: z.string().trim().min(1).max(200) });
export type RevealRequest = z.infer<typeof RevealRequest>;

/** How many children of the asker's places have a mark that holds today, by group. */
export const GroupsView = z.strictObject({
  today: Day,
  rows: z.array(z.strictObject({ group: GroupName, children: z.int().min(0), listed: z.boolean() })).readonly(),
});
export type GroupsView = z.infer<typeof GroupsView>;

/** What of a child runs out: a mark that somebody has made, 休学, or 延缓入学. */
const dueKinds = ['mark', 'suspended', 'deferred'] as const;
/**
 * Whose mark or paper runs out soon, or has and was not looked at since; the first to run out comes first. A mark is not named: what it
 * is stands on the page of the child, for whoever is told.
 */
export const DueView = z.strictObject({
  today: Day,
  /** more are there than are listed */ more: z.boolean(),
  rows: z.array(z.strictObject({ ...ChildLine.shape, kind: z.enum(dueKinds), lastDay: Day, over: z.boolean() })).readonly(),
});
export type DueView = z.infer<typeof DueView>;

export const MembersQuery = z.strictObject({
  group: GroupName,
  school: Id.optional(),
  grade: z.coerce.number().int().min(1).max(12).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type MembersQuery = z.infer<typeof MembersQuery>;

/** A page of the children of a group; `schools` and `grades` count all of the group, whatever else is asked for. */
export const MembersView = z.strictObject({
  group: GroupName,
  total: z.int(),
  page: z.int(),
  size: z.int(),
  schools: z.array(z.strictObject({ school: Id, name: z.string(), children: z.int() })).readonly(),
  grades: z.array(z.strictObject({ grade: z.int(), children: z.int() })).readonly(),
  rows: z.array(z.strictObject({ ...ChildLine.shape, fromDay: Day, untilDay: Day.nullable() })).readonly(),
});
export type MembersView = z.infer<typeof MembersView>;

import type { Day } from '../../../kernel/day';
import type { SchoolCalendar } from '../../calendar/index';
import { dueBackOf, type Span } from './span';

/** 病假 事假 其他. */
export const kinds = ['sick', 'personal', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** How a leave stands, as it is kept. */
export const states = ['asked', 'approved', 'refused', 'withdrawn', 'ended'] as const;
export type State = (typeof states)[number];

/** What can be done about a leave that is there. */
export const acts = ['approve', 'refuse', 'withdraw', 'end', 'reopen'] as const;
export type Act = (typeof acts)[number];

/**
 * What follows from what. Nothing leads away from 不批 and 撤回. `reopen` is the correction of the roll that ended the leave: the
 * child was not there after all.
 */
const next: { readonly [S in State]: { readonly [A in Act]?: State } } = {
  asked: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { withdraw: 'withdrawn', end: 'ended' },
  refused: {},
  withdrawn: {},
  ended: { reopen: 'approved' },
};

/** The state after an act; undefined where the act is not possible. */
export function stateAfter(state: State, act: Act): State | undefined {
  return next[state][act];
}

/** How a leave stands on a day: 待批, 还没开始, 在假, 该返校没销假, 不批, 撤回, 已销假. */
export const phases = ['asked', 'coming', 'running', 'overdue', 'refused', 'withdrawn', 'ended'] as const;
export type Phase = (typeof phases)[number];

/** What a list of leaves is narrowed to. `open`: whatever is not settled; `mine`: what waits for the asker. */
export const listPhases = ['open', 'mine', 'asked', 'running', 'overdue', 'watched', 'closed'] as const;

type Standing = { readonly state: State; readonly span: Span };
type Calendar = Pick<SchoolCalendar, 'isSchoolDay' | 'schoolDaysBetween' | 'addSchoolDays'>;

/** The phase on a day. An approved leave runs over the days without lessons after it, and is overdue from the day of being back. */
export function phaseOn({ state, span }: Standing, today: Day, calendar: Calendar): Phase {
  if (state !== 'approved') return state;
  if (span.from.day > today) return 'coming';
  const due = span.until.day < today ? dueBackOf(calendar, span) : undefined;
  return due !== undefined && due <= today ? 'overdue' : 'running';
}

/** School days that have gone since the child was to be back, today left out: 0 on the day itself. */
export function daysOverdue({ span }: Pick<Standing, 'span'>, today: Day, calendar: Calendar): number {
  const due = dueBackOf(calendar, span);
  if (due === undefined || due >= today) return 0;
  return calendar.schoolDaysBetween(due, today) - (calendar.isSchoolDay(today) ? 1 : 0);
}

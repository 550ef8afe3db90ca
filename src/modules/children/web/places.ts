import { z } from 'zod';
import { place } from '../../../ui/desk/place';

/** 查学生. A number that was typed stands in no address. */
export const findPlace = place('/children', { q: z.string().max(60).default('') });

/** What stands behind a record, and which lines of the timeline are shown. */
export const childTabs = ['timeline', 'sources', 'looks'] as const;
export const timelineGroups = ['register', 'verify', 'correction', 'merge'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

/** 一生一档: the page of one child. */
export const childPlace = place('/children/:id', {
  tab: z.enum(childTabs).default('timeline'),
  only: z.enum(timelineGroups).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

export const mergeStates = ['proposed', 'asked', 'merged', 'undo-asked', 'refused', 'undone'] as const;

/** 合并: records that are, or may be, one child. */
export const mergesPlace = place('/merges', {
  page: z.coerce.number().int().min(1).default(1),
  state: z.enum(mergeStates).optional(),
  open: z.string().max(60).optional(),
});

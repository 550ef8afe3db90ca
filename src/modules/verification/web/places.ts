import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { taskStates } from '../rules/task-states';
import { askableFindings } from '../rules/units';

/** 核查任务: the questions, and one of them beside the list. */
export const tasksPlace = place('/verification', {
  ...listSearch,
  state: z.enum([...taskStates, 'waiting']).optional(),
  finding: z.enum(askableFindings).optional(),
  late: z.enum(['yes']).optional(),
  unit: z.string().max(80).optional(),
});

/** 各单位进度: how each office stands, and what was sent when. */
export const unitsPlace = place('/verification/units', {});

/** 下发核查: from what a comparison found. */
export const sendPlace = place('/verification/send', { finding: z.enum(askableFindings).optional() });

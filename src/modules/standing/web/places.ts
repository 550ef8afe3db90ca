import { z } from 'zod';
import { standingStates } from '../../../kernel/standing';
import { listSearch, place } from '../../../ui/desk/place';
import { policyKeys } from '../rules/policy-numbers';
import { ruleIds } from '../rules/rule-book';

const day = z.iso.date().optional();
const states = standingStates.map((state) => state.key);
const grid = {
  tree: z.enum(['area', 'school']).optional(),
  grid: z.string().max(200).optional(),
};
const side = z.enum(['out', ...states]).optional();

/** 全县点名 of a grid on a day. `meeting`: numbers below five and names are not shown, for a projector. */
export const rollCallPlace = place('/roll-call', {
  ...grid,
  day,
  sort: listSearch.sort,
  meeting: z.literal('1').optional(),
});

/** The children behind one number. */
export const rollChildrenPlace = place('/roll-call/children', {
  ...listSearch,
  ...grid,
  day,
  part: z.enum(['should-be', 'all', ...states]).default('should-be'),
  rule: z.enum(ruleIds).optional(),
  meeting: z.literal('1').optional(),
});

/** What changed in a grid between two days. */
export const rollChangesPlace = place('/roll-call/changes', {
  ...listSearch,
  ...grid,
  from: day,
  to: day,
  before: side,
  after: side,
});

/** 判定口径; which number is being set or confirmed, all that wait for the bureau where none is named. */
export const policyPlace = place('/settings/policy', {
  task: z.enum(['edit', 'confirm']).optional(),
  key: z.enum(policyKeys).optional(),
});

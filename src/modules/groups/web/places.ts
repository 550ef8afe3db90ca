import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { groupKeys } from '../rules/groups';

/** 重点人群: how many children stand in each group, and the children of one of them. */
export const groupsPlace = place('/groups', {
  ...listSearch,
  group: z.enum(groupKeys).optional(),
  school: z.string().max(60).optional(),
  grade: z.coerce.number().int().min(1).max(12).optional(),
});

/** 导入民政名单. */
export const listPlace = place('/groups/import', {});

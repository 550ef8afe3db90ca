import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { ItemsQuery, MonthText } from '../contract';

/** 一月一核: the schools, or the classes of one of them, in a month; without one the newest that is open. */
export const checksPlace = place('/checks', {
  month: MonthText.optional(),
  school: z.string().max(60).optional(),
  only: z.literal('unsigned').optional(),
  sort: listSearch.sort,
});

/** The sheet of a class. */
export const sheetPlace = place('/checks/classes/:id', { month: MonthText.optional() });

/** 月核账单: what a school has signed, the newest version where none is named. */
export const accountPlace = place('/checks/schools/:id', {
  month: MonthText.optional(),
  version: z.coerce.number().int().min(1).optional(),
});

/** 差异单: what differs, with one of them beside the list. */
export const itemsPlace = place('/checks/items', {
  ...listSearch,
  only: ItemsQuery.shape.only,
  kind: ItemsQuery.shape.kind,
  month: MonthText.optional(),
  school: z.string().max(60).optional(),
});

import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { type SchoolKind, schoolKinds } from '../rules/school';

const code = z.string().regex(/^\d{6,12}$/);
const year = z.string().regex(/^\d{4}-\d{4}$/);
const kinds = Object.keys(schoolKinds) as [SchoolKind, ...SchoolKind[]];

/** 学校与班级. `open` is a school, or `new`; `task` what is being done to it: `change`, `close`, `add-class`, `class-<id>`, `end-<id>`. */
export const schoolsPlace = place('/settings/schools', {
  ...listSearch,
  q: z.string().max(40).default(''),
  kind: z.enum(kinds).optional(),
  area: code.optional(),
  state: z.enum(['closed', 'all']).optional(),
  year: year.optional(),
  task: z.string().max(80).optional(),
});

/** 升级到下一学年: of the whole scope, or of one school. */
export const rollOverPlace = place('/settings/schools/roll-over', {
  from: year.optional(),
  school: z.string().max(60).optional(),
});

/** 责任人. `open` is the path of a grid; `task` what is being done to it: `name`, `change-<id>`, `end-<id>`. */
export const ownersPlace = place('/settings/owners', {
  ...listSearch,
  q: z.string().max(40).default(''),
  kind: z.enum(['township', 'village', 'school', 'class']).optional(),
  only: z.enum(['gap', 'overlap']).optional(),
  day: z.iso.date().optional(),
  open: z.string().max(200).optional(),
  task: z.string().max(80).optional(),
});

/** 行政区划. `township` shows one with its villages; `open` is the code of a place; `task` what is being done to it. */
export const areasPlace = place('/settings/areas', {
  ...listSearch,
  q: z.string().max(40).default(''),
  township: code.optional(),
  day: z.iso.date().optional(),
  open: code.optional(),
  task: z.enum(['add', 'rename', 'close']).optional(),
});

/** 导入区划表. */
export const areaImportPlace = place('/settings/areas/import', {});

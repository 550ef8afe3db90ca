import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { holders, reportKinds } from '../rules/duties';
import { sessions } from '../rules/marks';
import { signKeys } from '../rules/patterns';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/**
 * 没来的孩子: who is away without leave today; `from` school days or longer, `holder`: something
 * lies with them, `mine`: the one who looks has to see to it.
 */
export const absencesPlace = place('/attendance/absences', {
  ...listSearch,
  from: z.coerce.number().int().min(1).max(99).optional(),
  holder: z.enum(holders).optional(),
  mine: z.literal('yes').optional(),
});

/** 今天到校: the schools, or the classes of one of them, on a day or a `part` of it. */
export const dayPlace = place('/attendance', {
  day: z.iso.date().optional(),
  school: z.string().max(60).optional(),
  part: z.enum(sessions).optional(),
  only: z.literal('open').optional(),
  sort: listSearch.sort,
});

/** 班级考勤表: a class on the days of a month, of this one where none is named; `open` is the child beside it. */
export const classMonthPlace = place('/attendance/classes/:id', {
  month: month.optional(),
  open: listSearch.open,
});

/** 导入考勤: a sheet of a class becomes rolls; dates without a month are of this one. */
export const importPlace = place('/attendance/classes/:id/import', { month: month.optional() });

/** 值得留意: what the rolls of the term suggest asking about; `kind` is one of the signs. */
export const patternsPlace = place('/attendance/patterns', { ...listSearch, kind: z.enum(signKeys).optional() });

/** 缺课报告: the reports of one's places; `receipt` yes: bureau or township have not said yet that they have it. */
export const reportsPlace = place('/attendance/reports', {
  ...listSearch,
  receipt: z.enum(['yes', 'no']).optional(),
  kind: z.enum(reportKinds).optional(),
});

/** One report. */
export const reportPlace = place('/attendance/reports/:id', {});

/** The report about a child, before it is sent. */
export const writeReportPlace = place('/attendance/absences/:id/report', { kind: z.enum(reportKinds).default('report') });

/** 改过的缺课: absences that a later roll has taken back. */
export const undonePlace = place('/attendance/absences/undone', { ...listSearch });

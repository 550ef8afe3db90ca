import type { Day } from '../../../kernel/day';
import { absent } from '../../../kernel/refusal';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className, schoolYearOf } from '../../area/index';
import { listClasses, type StoredClass } from '../../area/server/index';
import { calendarFrom, readBook } from '../../calendar/server/index';
import { findChild, userNames } from '../../children/server/index';
import { classesOfChild } from '../../standing/server/index';
import type { CalendarQuery, ChildDaysView, ClassesQuery, ClassesView, RollSum, SchoolsQuery, SchoolsView } from '../contract';
import { permissions } from '../permissions';
import { verdictOf } from '../rules/marks';
import { things } from '../words';
import { scopeFor, sessionsFor } from './asking';
import { daysOfChild, type RollSumRow, sumsOfDay } from './roll-store';

/** The classes of a school or of a class teacher, with what was called of each on a day. */
export async function readClasses(db: Db, context: Context, { day: asked, school }: ClassesQuery): Promise<ClassesView> {
  return readAs(
    db,
    context,
    async (trx) => {
      const scope = scopeFor(context, permissions['attendance.see']);
      const { day, today, noSchool, classes } = await classesOf(trx, scope, asked, school);
      if (school !== undefined && classes.length === 0) throw absent(things.class);
      const [sums, parts] = await Promise.all([sumsOfDay(trx, scope, day), sessionsFor(trx, day, undefined)]);
      const names = await userNames(
        trx,
        sums.map((row) => row.taken_by),
      );
      const of = (id: string, session: string) => {
        const row = sums.find((sum) => sum.class_id === id && sum.session === session);
        return row === undefined ? null : sumView(row, names.get(row.taken_by) ?? '');
      };
      return {
        ...{ day, today, noSchool, ...parts },
        rows: classes.map((one) => ({
          ...{ classId: one.id, name: className(one), school: one.school },
          ...{ am: of(one.id, 'am'), pm: of(one.id, 'pm') },
        })),
      };
    },
    'once',
  );
}

/** The schools of the asker with how far their classes are called. */
export async function readSchools(db: Db, context: Context, { day: asked, session: part }: SchoolsQuery): Promise<SchoolsView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['attendance.see']);
    const { day, today, noSchool, classes } = await classesOf(trx, scope, asked);
    const [all, parts] = await Promise.all([sumsOfDay(trx, scope, day), sessionsFor(trx, day, part)]);
    const sums = new Map(all.filter(({ session }) => session === parts.session).map((row) => [row.class_id, row]));
    const schools = new Map<string, SchoolsView['rows'][number]>();
    for (const { id, schoolId, school } of classes) {
      const row = sums.get(id);
      const sum = row && sumView(row, '');
      const before = schools.get(schoolId) ?? { schoolId, name: school, classes: 0, called: 0, present: 0, absent: 0, leave: 0 };
      schools.set(schoolId, {
        ...before,
        classes: before.classes + 1,
        called: before.called + (sum ? 1 : 0),
        present: before.present + (sum?.present ?? 0),
        absent: before.absent + (sum?.absent ?? 0),
        leave: before.leave + (sum?.leave ?? 0),
      });
    }
    return { day, today, noSchool, ...parts, rows: [...schools.values()] };
  });
}

/** How the called days of a child went. */
export async function readChildDays(db: Db, context: Context, id: string, span: CalendarQuery): Promise<ChildDaysView> {
  return readAs(db, context, async (trx) => {
    const child = await findChild(trx, scopeFor(context, permissions['attendance.see']), id);
    if (child === undefined) throw absent(things.child);
    const classes = [...(await classesOfChild(trx, id)), ...(child.class_id === null ? [] : [child.class_id])];
    return { today: dayOf(trx.now), days: [...(await daysOfChild(trx, id, { ...span, classes }))] };
  });
}

async function classesOf(trx: ReadTrx, scope: Scope, asked: Day | undefined, schoolId?: string) {
  const today = dayOf(trx.now);
  const day = asked ?? today;
  const [book, all] = await Promise.all([readBook(trx), listClasses(trx, scope, { schoolYear: schoolYearOf(day), schoolId })]);
  const why = calendarFrom(book, {}).whyNoSchool(day);
  const classes: readonly StoredClass[] = all.filter(({ from, until }) => from <= day && (until === null || until >= day));
  return { day, today, noSchool: why ?? null, classes };
}

function sumView(row: RollSumRow, by: string): RollSum {
  const count = (...words: readonly string[]) => row.marks.filter((mark) => words.includes(mark)).length;
  const there = row.marks.filter((mark) => verdictOf(mark) === 'present').length;
  return {
    ...{ version: row.version, present: row.present + there, absent: count('absent'), leave: count('sick', 'personal') },
    ...{ late: count('late', 'early'), daysLate: row.days_late, by, at: row.taken_at.toISOString() },
  };
}

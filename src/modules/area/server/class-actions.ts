import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import type { ClassChange, ClassClosing, ClassView, NewClass } from '../contract';
import { permissions } from '../permissions';
import { faultsOfClass } from '../rules/school-class';
import { daysOfSchoolYear, schoolYearOf, yearOfBegin } from '../rules/school-year';
import { things } from '../words';
import { refuseFaults, refuseStale, scopeFor } from './asking';
import { findClass, insertClasses, listClasses, type StoredClass, updateClass } from './class-store';
import { findSchool, type StoredSchool } from './school-store';
import { lockPlaces } from './store';
import { classView } from './views';

/** Adds a class to a school of the asker's, in a school year that is running or next. */
export async function addClass(db: Db, context: Context, draft: NewClass): Promise<ClassView> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const school = await schoolOf(trx, context, draft.schoolId);
    const { schoolYear, grades, number, label } = draft;
    refuseYear(trx, schoolYear);
    const { first, last } = daysOfSchoolYear(schoolYear);
    const from = draft.from ?? first;
    if (from < first || from > last || from < school.from || (school.until !== null && from > school.until)) {
      const zh = `起始日要在 ${schoolYear} 学年内，并且学校还在办学，请改正。`;
      refuseFaults([
        { path: 'from', zh, en: 'The first day lies in that school year and while the school is open; correct it.' },
      ]);
    }
    refuseFaults(faultsOfClass({ grades, number }, school, await neighbours(trx, school, schoolYear)));
    const id = newId();
    const one = {
      id,
      schoolId: school.id,
      path: `${school.path}${id}/`,
      schoolYear,
      grades,
      number,
      label,
      previousId: null,
      from,
      until: null,
    };
    await insertClasses(trx, [{ ...one, areaPath: school.areaPath }]);
    const change = { act: 'class.change', object: `class:${id}`, detail: { added: { schoolYear, grades, number, label } } };
    const stored = { ...one, areaPath: school.areaPath, school: school.name, version: 1 };
    return { result: classView(stored), changes: [change] };
  });
}

/** Corrects grade, number or name of a class. */
export async function changeClass(db: Db, context: Context, id: string, change: ClassChange): Promise<ClassView> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await mine(trx, context, id);
    const school = await schoolOf(trx, context, before.schoolId);
    const { grades, number, label, version } = change;
    const others = (await neighbours(trx, school, before.schoolYear)).filter((other) => other.id !== id);
    refuseFaults(faultsOfClass({ grades, number }, school, others));
    refuseStale(await updateClass(trx, id, version, { grades, number, label }), things.class, before);
    const after = { grades, number, label };
    const was = { grades: before.grades, number: before.number, label: before.label };
    const result = classView({ ...before, ...after, version: version + 1 });
    return { result, changes: [{ act: 'class.change', object: `class:${id}`, detail: { from: was, to: after } }] };
  });
}

/** Ends a class before its year does, for example when two are put together. */
export async function closeClass(db: Db, context: Context, id: string, closing: ClassClosing): Promise<ClassView> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await mine(trx, context, id);
    const { until, reason, version } = closing;
    const { last } = daysOfSchoolYear(before.schoolYear);
    if (until < before.from || until > last) {
      const zh = `结束日要在 ${before.from} 到 ${last} 之间，请改正。`;
      refuseFaults([{ path: 'until', zh, en: `The last day lies between ${before.from} and ${last}; correct it.` }]);
    }
    refuseStale(await updateClass(trx, id, version, { until }), things.class, before);
    const result = classView({ ...before, until, version: version + 1 });
    return { result, changes: [{ act: 'class.change', object: `class:${id}`, reason, detail: { until } }] };
  });
}

/** A school of the asker's, or a refusal that does not tell whether there is one. */
async function schoolOf(trx: Trx, context: Context, id: string): Promise<StoredSchool> {
  const school = await findSchool(trx, scopeFor(context, permissions['class.change']), id);
  if (school === undefined) throw absent(things.school);
  return school;
}

async function mine(trx: Trx, context: Context, id: string): Promise<StoredClass> {
  const found = await findClass(trx, scopeFor(context, permissions['class.change']), id);
  if (found === undefined) throw absent(things.class);
  return found;
}

function neighbours(trx: Trx, school: StoredSchool, schoolYear: string): Promise<readonly StoredClass[]> {
  return listClasses(trx, { county: true, areas: [], schools: [] }, { schoolYear, schoolId: school.id });
}

/** Years that nobody can mean are typing errors. */
function refuseYear(trx: Trx, schoolYear: string): void {
  const begins = yearOfBegin(schoolYear);
  const now = yearOfBegin(schoolYearOf(dayOf(trx.now))) ?? 0;
  if (begins !== undefined && begins >= now - 10 && begins <= now + 1) return;
  const zh = '学年要写成 2024-2025 的形式，并且不晚于下一学年。';
  refuseFaults([{ path: 'schoolYear', zh, en: 'Write the school year like 2024-2025, at most the next one.' }]);
}

import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import type { NewSchool, SchoolChange, SchoolClosing } from '../contract';
import { permissions } from '../permissions';
import { faultsOfSchool, type SchoolDraft } from '../rules/school';
import { className } from '../rules/school-class';
import { schoolYearOf } from '../rules/school-year';
import { things } from '../words';
import { refuseFaults, refuseStale, scopeFor } from './asking';
import { listClasses } from './class-store';
import { endBelowSchool, findSchool, insertSchools, listAllSchools, type StoredSchool, updateSchool } from './school-store';
import { findArea, lockPlaces } from './store';

/** Adds a school or teaching point. */
export async function addSchool(db: Db, context: Context, draft: NewSchool): Promise<StoredSchool> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const { reason, from, ...fields } = draft;
    const areaPath = await checkedPlace(trx, fields);
    refuseFaults(faultsOfSchool(fields, await listAllSchools(trx)));
    const id = newId();
    const school = { ...fields, id, path: `${trx.countyId}/${id}/`, areaPath, from, until: null };
    await insertSchools(trx, [school], reason);
    const change = { act: 'school.change', object: `school:${id}`, reason, detail: { added: school.name, kind: school.kind } };
    return { result: { ...school, version: 1 }, changes: [change] };
  });
}

/** Changes a school; its classes and owners follow it to another township. */
export async function changeSchool(db: Db, context: Context, id: string, change: SchoolChange): Promise<StoredSchool> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await mine(trx, context, id);
    const { reason, version, ...fields } = change;
    const areaPath = await checkedPlace(trx, fields);
    refuseFaults(faultsOfSchool(fields, await listAllSchools(trx), id));
    await refuseLostClasses(trx, before, fields);
    const saved = await updateSchool(trx, { ...before, version }, { ...fields, areaPath, until: before.until }, reason);
    refuseStale(saved, things.school, before);
    const after = { ...before, ...fields, areaPath, version: version + 1 };
    return {
      result: after,
      changes: [{ act: 'school.change', object: `school:${id}`, reason, detail: changesOf(before, after) }],
    };
  });
}

/** Closes a school after a day, with its classes and owners. Its teaching points must have gone to another school before. */
export async function closeSchool(db: Db, context: Context, id: string, closing: SchoolClosing): Promise<StoredSchool> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await mine(trx, context, id);
    const { until, reason, version } = closing;
    const points = (await listAllSchools(trx)).filter((school) => school.parentId === id && school.until === null);
    if (points.length > 0) {
      const zh = `这所学校还有 ${points.length} 个教学点（${points[0]?.name}），请先改它们的归属或撤销。`;
      refuseFaults([
        { path: 'until', zh, en: `It still has ${points.length} teaching points; give them away or close them first.` },
      ]);
    }
    if (until < before.from) {
      refuseFaults([{ path: 'until', zh: '撤并日早于设立日，请改正。', en: 'The last day is before the first; correct it.' }]);
    }
    refuseStale(await updateSchool(trx, { ...before, version }, { ...before, until }, reason), things.school, before);
    const ended = await endBelowSchool(trx, before.path, until);
    const result = { ...before, until, version: version + 1 };
    return { result, changes: [{ act: 'school.change', object: `school:${id}`, reason, detail: { until, ended } }] };
  });
}

async function mine(trx: Trx, context: Context, id: string): Promise<StoredSchool> {
  const school = await findSchool(trx, scopeFor(context, permissions['school.change']), id);
  if (school === undefined) throw absent(things.school);
  return school;
}

/** The path of the place a school stands in: an open township or village. */
async function checkedPlace(trx: Trx, { areaCode }: SchoolDraft): Promise<string> {
  const area = await findArea(trx, areaCode);
  if (area === undefined || area.until !== null || area.level === 'county') {
    const zh = '所在的乡镇或村不存在或已撤销，请重新选择。';
    refuseFaults([{ path: 'areaCode', zh, en: 'The township or village does not exist or was closed; choose another.' }]);
  }
  return area?.path ?? '';
}

/** A school does not lose a grade in which a class of this school year is taught. */
async function refuseLostClasses(trx: Trx, school: StoredSchool, { firstGrade, lastGrade }: SchoolDraft): Promise<void> {
  const everywhere = { county: true, areas: [], schools: [] };
  const filter = { schoolYear: schoolYearOf(dayOf(trx.now)), schoolId: school.id };
  const classes = await listClasses(trx, everywhere, filter);
  const lost = classes.find(
    ({ grades, until }) => until === null && grades.some((grade) => grade < firstGrade || grade > lastGrade),
  );
  if (!lost) return;
  const zh = `本学年还有${className(lost).zh}，请先调整班级，再改年级。`;
  refuseFaults([{ path: 'lastGrade', zh, en: `There is a ${className(lost).en} this year; change the classes first.` }]);
}

/** Names and numbers of a school are public, so the trail may hold them as they were and are. */
function changesOf(before: StoredSchool, after: StoredSchool): Record<string, unknown> {
  const changed = Object.entries(after).filter(([key, value]) => {
    const old = before[key as keyof StoredSchool];
    return key !== 'version' && JSON.stringify(old) !== JSON.stringify(value);
  });
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: before[key as keyof StoredSchool], to }]));
}

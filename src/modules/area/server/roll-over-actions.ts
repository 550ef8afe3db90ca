import { Refusal } from '../../../kernel/refusal';
import type { Scope } from '../../../platform/access';
import { type Context, type Db, newId, type ReadTrx, type Trx, transact } from '../../../platform/db';
import type { RollOverOrder } from '../contract';
import { permissions } from '../permissions';
import { type NextClass, type RollOver, rollOver } from '../rules/roll-over';
import { daysOfSchoolYear, schoolYearAfter } from '../rules/school-year';
import { scopeFor } from './asking';
import { insertClasses, listClasses, type StoredClass, updateClass } from './class-store';
import { listAllSchools, type StoredSchool } from './school-store';
import { lockPlaces } from './store';

/** What a roll-over would do, with what its view needs beside. */
export type PreviewedRollOver = {
  readonly result: RollOver<StoredClass>;
  readonly schools: ReadonlyMap<string, StoredSchool>;
  readonly to: string;
  /** grows with every change of a class of the two years, so that equal numbers mean the same classes */ readonly state: number;
};

/** Looks at the roll-over of the classes of a scope, or of one of its schools, from a school year into the next. */
export async function previewRollOver(
  trx: ReadTrx,
  scope: Scope,
  from: string,
  schoolId: string | undefined,
): Promise<PreviewedRollOver> {
  const to = schoolYearAfter(from);
  const classes = await listClasses(trx, scope, { schoolYear: from, schoolId });
  const later = await listClasses(trx, scope, { schoolYear: to, schoolId });
  const schools = await listAllSchools(trx);
  return {
    result: rollOver(classes, later, schools, daysOfSchoolYear(to).first),
    schools: new Map(schools.map((school) => [school.id, school])),
    to,
    state: [...classes, ...later].reduce((sum, { version }) => sum + version, 0),
  };
}

/** Makes the classes of the next school year as they were previewed; what is there already stays. */
export async function commitRollOver(db: Db, context: Context, order: RollOverOrder) {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const scope = scopeFor(context, permissions['class.change']);
    const { result, schools, to, state } = await previewRollOver(trx, scope, order.from, order.school);
    if (state !== order.state) throw changedSince();
    const entrants = order.entrants ? result.entrants : [];
    await insertClasses(
      trx,
      [...result.moves.map((move) => move.to), ...entrants].flatMap((next) => classOf(next, schools, to)),
    );
    for (const join of result.joins) await joined(trx, join);
    const answer = { moved: result.moves.length, joined: result.joins.length, entrants: entrants.length };
    const object = order.school === undefined ? `school-year:${to}` : `school:${order.school}`;
    const nothing = answer.moved + answer.joined + answer.entrants === 0;
    return {
      result: answer,
      changes: nothing ? [] : [{ act: 'class.change', object, detail: { rolledOver: order.from, ...answer } }],
    };
  });
}

function classOf(next: NextClass, schools: ReadonlyMap<string, StoredSchool>, schoolYear: string) {
  const school = schools.get(next.schoolId);
  if (school === undefined) return [];
  const id = newId();
  const { first } = daysOfSchoolYear(schoolYear);
  return [{ ...next, id, path: `${school.path}${id}/`, areaPath: school.areaPath, schoolYear, from: first, until: null }];
}

async function joined(trx: Trx, { from, to }: RollOver<StoredClass>['joins'][number]): Promise<void> {
  if (!(await updateClass(trx, to.id, to.version, { previousId: from.id }))) throw changedSince();
}

function changedSince(): Refusal {
  return new Refusal('conflict', 'changed-meanwhile', {
    zh: '没有升级：预览之后有人改过班级。请重新预览，再决定。',
    en: 'Not rolled over: somebody changed the classes after you looked. Look again and decide.',
  });
}

import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  ClassChange,
  ClassClosing,
  ClassesQuery,
  ClassesView,
  ClassParams,
  ClassView,
  NewClass,
  NewSchool,
  RolledOver,
  RollOverOrder,
  RollOverQuery,
  RollOverView,
  SchoolChange,
  SchoolClosing,
  SchoolParams,
  SchoolsQuery,
  SchoolsView,
  SchoolView,
} from '../contract';
import { permissions } from '../permissions';
import { pathOfCode } from '../rules/area-code';
import { things } from '../words';
import { scopeFor } from './asking';
import { addClass, changeClass, closeClass } from './class-actions';
import { countClasses, listClasses } from './class-store';
import { commitRollOver, previewRollOver } from './roll-over-actions';
import { addSchool, changeSchool, closeSchool } from './school-actions';
import { findSchool, listSchools } from './school-store';
import { classView, rollOverView } from './views';

const route = routesOf<House>();
const reading = permissions['school.read'];

const schoolRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/schools',
    says: { zh: '查看学校', en: 'See the schools' },
    who: reading,
    query: SchoolsQuery,
    response: SchoolsView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { area, page, size, ...filter } = query;
        const areaPath = area === undefined ? undefined : pathOfCode(area);
        const scope = scopeFor(context, reading);
        const found = await listSchools(trx, scope, { ...filter, areaPath, day: dayOf(trx.now) }, { page, size });
        return { ...found, page, size };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/schools/:id',
    says: { zh: '查看一所学校', en: 'See one school' },
    who: reading,
    params: SchoolParams,
    response: SchoolView,
    handle: ({ db, context, params }) =>
      readAs(db, context, async (trx) => {
        const school = await findSchool(trx, scopeFor(context, reading), params.id);
        if (school === undefined) throw absent(things.school);
        return school;
      }),
  }),
  route({
    method: 'POST',
    url: '/api/schools',
    says: { zh: '新增学校', en: 'Add a school' },
    who: permissions['school.change'],
    creates: true,
    body: NewSchool,
    response: SchoolView,
    handle: ({ db, context, body }) => addSchool(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/schools/:id',
    says: { zh: '修改学校', en: 'Change a school' },
    who: permissions['school.change'],
    params: SchoolParams,
    body: SchoolChange,
    response: SchoolView,
    handle: ({ db, context, params, body }) => changeSchool(db, context, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/schools/:id/end',
    says: { zh: '撤并学校', en: 'Close a school' },
    who: permissions['school.change'],
    params: SchoolParams,
    body: SchoolClosing,
    response: SchoolView,
    handle: ({ db, context, params, body }) => closeSchool(db, context, params.id, body),
  }),
];

const classRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/classes',
    says: { zh: '查看一个学年的班级', en: 'See the classes of a school year' },
    who: reading,
    query: ClassesQuery,
    response: ClassesView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { school: schoolId, schoolYear, grade, page, size } = query;
        const [scope, filter] = [scopeFor(context, reading), { schoolYear, schoolId, grade }];
        const rows = await listClasses(trx, scope, filter, { page, size });
        return { rows: rows.map(classView), total: await countClasses(trx, scope, filter), page, size };
      }),
  }),
  route({
    method: 'POST',
    url: '/api/classes',
    says: { zh: '新增班级', en: 'Add a class' },
    who: permissions['class.change'],
    creates: true,
    body: NewClass,
    response: ClassView,
    handle: ({ db, context, body }) => addClass(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/classes/:id',
    says: { zh: '修改班级', en: 'Change a class' },
    who: permissions['class.change'],
    params: ClassParams,
    body: ClassChange,
    response: ClassView,
    handle: ({ db, context, params, body }) => changeClass(db, context, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/classes/:id/end',
    says: { zh: '撤销班级', en: 'End a class' },
    who: permissions['class.change'],
    params: ClassParams,
    body: ClassClosing,
    response: ClassView,
    handle: ({ db, context, params, body }) => closeClass(db, context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/roll-over',
    says: { zh: '预演升级', en: 'Look at the roll-over into the next school year' },
    who: permissions['class.change'],
    query: RollOverQuery,
    response: RollOverView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const scope = scopeFor(context, permissions['class.change']);
        return rollOverView(query.from, await previewRollOver(trx, scope, query.from, query.school));
      }),
  }),
  route({
    method: 'POST',
    url: '/api/roll-over',
    says: { zh: '升级到下一学年', en: 'Roll the classes over' },
    who: permissions['class.change'],
    creates: true,
    body: RollOverOrder,
    response: RolledOver,
    handle: ({ db, context, body }) => commitRollOver(db, context, body),
  }),
];

/** Schools and their classes. */
export const schoolAndClassRoutes = [...schoolRoutes, ...classRoutes];

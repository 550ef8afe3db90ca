import type { FastifyInstance } from 'fastify';
import { kazuo, type School, type SchoolClass } from '../../../modules/area';
import { seedAreas, seedSchools } from '../../../modules/area/server';
import { seedCalendar } from '../../../modules/calendar/server';
import { proposeMerge, recordChildren, type ToldRow } from '../../../modules/children/testing/factories';
import { aReview } from '../../../modules/matching/testing/a-review';
import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx, transact } from '../../../platform/db';
import { buildServer } from '../../../platform/http';
import { signedIn } from '../../../platform/http/testing/signed-in';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { routesFor } from '../../wiring';
import { type Asker, askers, type ObjectKind, type Relation } from './types';
import { insertCheckItem } from './world-checks';
import { type ChildHome, countTold, insertQuestions, type MadeChild } from './world-children';
import { insertAskedExport } from './world-exports';
import { insertAskedLeaves } from './world-leaves';
import { reportIdOf, writeReports } from './world-reports';
import { insertScreenings, type Screened } from './world-screening';

/** Ids of the objects of each kind, by relation to everybody's home: class A1 of school A in township T1, village V11. */
export type Objects = Readonly<Record<Exclude<ObjectKind, 'nothing'>, Readonly<Record<Relation, string>>>>;

/** A small county with somebody of every role in it, and the whole server. */
export type World = {
  readonly house: TestHouse;
  readonly app: FastifyInstance;
  /** faults of the server since somebody last took them away */ readonly faults: unknown[];
  readonly objects: Objects;
  readonly schoolIds: Readonly<Record<'A' | 'B' | 'C', string>>;
  /** the headers that make a request one of this person's; none for nobody */ as(asker: Asker): Record<string, string>;
  close(): Promise<void>;
};

const COUNTY = '211324';
const YEAR = '2024-2025';
const [T1, T2] = ['211324101', '211324102'];
const [V11, V12, V13, V21] = ['211324101201', '211324101202', '211324101203', '211324102201'];
/** The villages of the children, one a relation. */
const villages = [V11, V12, V13, V21].map((code) => `${COUNTY}/${code.slice(0, 9)}/${code}/`);
const nowhere = { none: '01900000-0000-7000-8000-000000000000', malformed: '%27%20or%201%3D1' };

export async function openWorld(): Promise<World> {
  const house = await testHouse();
  house.at(new Date('2025-03-10T01:00:00Z'));
  const { db, ring, files } = house;
  const schools = { A: school('A 青禾小学', T1), B: school('B 听泉小学', T1), C: school('C 云岫小学', T2) };
  const classes = { A1: classOf(schools.A, 1), A2: classOf(schools.A, 2), B1: classOf(schools.B, 1), C1: classOf(schools.C, 1) };
  const owners = Object.values(classes).map((one) => ({ ...ownerOf(one), areaPath: one.areaPath }));
  const { children, review, merge } = await seeded(house, schools, classes, owners);
  await countTold(house);
  const sessions = await allSignedIn(house, { schools, classes });
  const county = { countyId: COUNTY, name: '测试县', demo: true, clockShiftMs: 0 };
  const services = { ring, files, wakeJobs: () => undefined };
  const routes = routesFor(county);
  const faults: unknown[] = [];
  const onFault = (error: unknown) => faults.push(error);
  const app = await buildServer({ db, house: services, facts: county, routes, uploadLimit: 1_000_000, https: false, onFault });
  const [a1, a2, b1, c1] = owners;
  const headId = sessions.get('principal')?.userId;
  return {
    house,
    app,
    faults,
    schoolIds: { A: schools.A.id, B: schools.B.id, C: schools.C.id },
    objects: {
      class: of(classes.A1.id, classes.A2.id, classes.B1.id, classes.C1.id),
      school: of(schools.A.id, schools.A.id, schools.B.id, schools.C.id),
      village: { ...of(V11, V12, V13, V21), none: '211324999999', malformed: '211324x' },
      township: { ...of(T1, T1, T1, T2), none: '211324999', malformed: '21132' },
      'village grid': gridOf(villages),
      'class grid': gridOf(owners.map(({ path }) => path)),
      owner: of(a1?.id, a2?.id, b1?.id, c1?.id),
      // The head of school A, seen from everywhere alike.
      account: of(headId, headId, headId, headId),
      // The first line of the trail: the county's books were opened.
      line: { ...of('0-1', '0-1', '0-1', '0-1'), none: '7-999999' },
      // A batch of a school's list bears the school's id.
      batch: of(schools.A.id, schools.A.id, schools.B.id, schools.C.id),
      'school unit': of(schools.A.path, schools.A.path, schools.B.path, schools.C.path),
      ...{ child: each(children, 'child'), leave: each(children, 'leave') },
      ...{ merge: of(merge, merge, merge, merge), 'absence report': of(...children.map(reportIdOf)) },
      'class task': each(children, 'classTask'),
      'village task': each(children, 'villageTask'),
      ...ofScreening(children),
      'comparison run': { ...of('1', '1', '1', '1'), none: '99' },
      review: of(review, review, review, review),
      // An export that a school's registrar asked for bears the school's id.
      export: of(schools.A.id, schools.A.id, schools.B.id, schools.C.id),
      'check item': of(classes.A1.id, classes.A2.id, classes.B1.id, classes.C1.id),
      exception: of(nowhere.none, nowhere.none, nowhere.none, nowhere.none),
    },
    as(asker) {
      const session = sessions.get(asker);
      return session === undefined ? {} : { cookie: session.cookie, 'x-nol-token': session.token };
    },
    async close() {
      await app.close();
      await house.close();
    },
  };
}

type Owner = ReturnType<typeof ownerOf> & { readonly areaPath: string };

/** Places, schools, and what is known and asked of one child in each class. */
function seeded(
  { db, ring, system }: TestHouse,
  schools: Readonly<Record<string, School>>,
  classes: Readonly<Record<string, SchoolClass & { readonly areaPath: string }>>,
  owners: readonly Owner[],
) {
  return transact(db, system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: Object.values(schools), classes: Object.values(classes), owners });
    await insertPapers(trx, Object.values(schools), Object.values(classes));
    const children = await insertChildren(trx, ring, Object.values(classes));
    const merge = await proposeMerge(trx, children[0]?.child ?? '', children[1]?.child ?? '');
    return { result: { children, merge, review: await aReview(trx, ring) }, changes: [] };
  });
}

/** What lies about in every school and class: a batch, a wish for an export, a difference of the monthly check. */
async function insertPapers(trx: Trx, schools: readonly School[], classes: readonly SchoolClass[]): Promise<void> {
  for (const { id, path } of schools) await insertBatch(trx, id, path);
  for (const { id, path } of schools) await insertAskedExport(trx, id, path);
  for (const { id, schoolId, path } of classes) await insertCheckItem(trx, id, schoolId, path);
}

/** One child a class, each at home in another village, and a question about it. */
async function insertChildren(trx: Trx, ring: KeyRing, classes: readonly SchoolClass[]): Promise<readonly Made[]> {
  const homes = villages.map((areaPath, at) => ({ areaPath, schoolPath: classes[at]?.path ?? '' }));
  const ids = await recordChildren(trx, ring, homes.map(pupil));
  const children = homes.map((home, at) => ({ ...home, child: ids[at] ?? '' }));
  const made = await insertQuestions(trx, children);
  await writeReports(trx, ring, children);
  await insertAskedLeaves(
    trx,
    ring,
    made.map((one, at) => ({ ...one, classPath: homes[at]?.schoolPath ?? '' })),
  );
  const screened = await insertScreenings(trx, ring, children);
  return made.map((one, at) => ({ ...one, ...(screened[at] as Screened) }));
}

type Made = MadeChild & Screened;

/** The campaigns that ask about each child, and the child in them. */
function ofScreening(children: readonly Made[]) {
  return {
    'class campaign': each(children, 'classCampaign'),
    'village campaign': each(children, 'villageCampaign'),
    'class target': each(children, 'classTarget'),
    'village target': each(children, 'villageTarget'),
    'village find': each(children, 'villageFind'),
  };
}

function each(children: readonly Made[], which: keyof Made): Record<Relation, string> {
  const [own, sibling, other, far] = children.map((child) => child[which]);
  return of(own, sibling, other, far);
}

function of(own = '', sibling = '', otherSchool = '', otherTownship = ''): Record<Relation, string> {
  return { own, sibling, 'other school': otherSchool, 'other township': otherTownship, ...nowhere };
}

/** Grids by their paths; one that is nowhere is still written as a path. */
function gridOf(paths: readonly string[]): Record<Relation, string> {
  return { ...of(...paths), none: `${COUNTY}/${nowhere.none}/${nowhere.none}/` };
}

function school(name: string, areaCode: string): School {
  const id = newId();
  const place = { areaCode, areaPath: `${COUNTY}/${areaCode}/`, path: `${COUNTY}/${id}/`, parentId: null };
  const life = { from: '2010-09-01', until: null };
  return { id, name, officialCode: null, otherNames: [], kind: 'primary', firstGrade: 1, lastGrade: 6, ...place, ...life };
}

function classOf({ id: schoolId, path, areaPath }: School, number: number): SchoolClass & { readonly areaPath: string } {
  const id = newId();
  const life = { previousId: null, from: '2024-09-01', until: null };
  return { id, schoolId, path: `${path}${id}/`, areaPath, schoolYear: YEAR, grades: [3], number, label: null, ...life };
}

function pupil({ areaPath, schoolPath }: ChildHome): readonly ToldRow[] {
  const identity = { name: '林小满', sex: '2', birthDay: '2015-06-01', guardianPhone: '13800000000', guardianName: '林大山' };
  return [
    { kind: 'household', values: { ...identity, areaPath } },
    { kind: 'enrolment', values: { ...identity, schoolPath, school: '测试学校', grade: '3', className: '1班' } },
  ];
}

type Batches = {
  register_batch: {
    county_id: string;
    batch_id: string;
    kind: string;
    unit_tree: string;
    unit_path: string;
    as_of_day: string;
    state: string;
    created_by: string;
    created_at: Date;
  };
};

async function insertBatch(trx: Trx, batch_id: string, unit_path: string): Promise<void> {
  const what = { kind: 'attending', unit_tree: 'school', unit_path, as_of_day: '2025-03-01', state: 'uploaded' };
  const row = { county_id: trx.countyId, batch_id, ...what, created_by: 'test', created_at: trx.now };
  await trx.withTables<Batches>().insertInto('register_batch').values(row).execute();
}

function ownerOf({ path }: SchoolClass) {
  const life = { from: '2024-09-01', until: null };
  return { id: newId(), kind: 'class' as const, path, userId: null, name: '张老师', duty: '班主任', ...life };
}

type Homes = { readonly schools: { readonly A: School }; readonly classes: { readonly A1: SchoolClass } };

async function allSignedIn(house: TestHouse, homes: Homes) {
  const sessions = new Map<Asker, Awaited<ReturnType<typeof signedIn>>>();
  for (const asker of askers)
    if (asker !== 'nobody')
      sessions.set(asker, await signedIn(house.db, { role: asker, ...homeOf(asker, homes) }, { login: asker }));
  return sessions;
}

function homeOf(role: Exclude<Asker, 'nobody'>, { schools, classes }: Homes) {
  if (role === 'class-teacher') return { tree: 'school' as const, path: classes.A1.path };
  if (role === 'township') return { tree: 'area' as const, path: `${COUNTY}/${T1}/` };
  if (role === 'village') return { tree: 'area' as const, path: `${COUNTY}/${T1}/${V11}/` };
  if (role === 'registrar' || role === 'principal' || role === 'inspector')
    return { tree: 'school' as const, path: schools.A.path };
  return { tree: 'county' as const, path: `${COUNTY}/` };
}

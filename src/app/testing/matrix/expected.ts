/** Where an object lies as seen from the home of the one who asks. */
export const relations = ['own', 'sibling', 'other school', 'other township', 'none', 'malformed'] as const;
export type Relation = (typeof relations)[number];

/** What a route can be about; `nothing` where it names no object. */
export type ObjectKind = 'class' | 'school' | 'village' | 'township' | 'class grid' | 'owner' | 'exception' | 'nothing';

/** Somebody of every role, each at home in class A1, school A, village V11 or township T1, and somebody who is not signed in. */
export const askers = [
  'nobody',
  'class-teacher',
  'registrar',
  'principal',
  'township',
  'village',
  'department',
  'bureau-officer',
  'bureau-leader',
  'inspector',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Asker = (typeof askers)[number];

/** Who may do it on which objects; whoever is not named may not. `all`: wherever the object lies. */
export type Allowed = Readonly<Partial<Record<Asker, readonly Relation[] | 'all'>>>;

export type Expected = {
  readonly about: ObjectKind;
  readonly allowed: Allowed | 'everybody' | 'signed in';
  /** a body that is right in itself; a version that is too old keeps the world as it is */ readonly body?: object;
  /** the body is meant to be wrong: a right one would change the session of the one who asks */ readonly wrong?: true;
  /** asked by these alone: it would end the session of the one who asks */ readonly only?: readonly Asker[];
  /** the object is there for nobody, so whoever may ask is told that it is absent */ readonly absent?: true;
  /** added to the address, with the object's id in place of `{id}` */ readonly query?: string;
};

const whole = ['own', 'sibling'] as const;
const inTownship = ['own', 'sibling', 'other school'] as const;
const officer = { 'bureau-officer': 'all' } as const;

const readsSchools: Allowed = {
  'class-teacher': whole,
  registrar: whole,
  principal: whole,
  inspector: whole,
  township: inTownship,
  department: 'all',
  'bureau-officer': 'all',
  'bureau-leader': 'all',
  'system-admin': 'all',
  'security-admin': 'all',
  'audit-admin': 'all',
};

/** Owners' names are for those whose places they are; of a class also for the school's township and its inspector. */
const readsOwners: Allowed = {
  'class-teacher': ['own'],
  registrar: whole,
  principal: whole,
  inspector: whole,
  township: inTownship,
  'bureau-officer': 'all',
  'bureau-leader': 'all',
};
const working: Allowed = {
  ...readsOwners,
  'class-teacher': 'all',
  registrar: 'all',
  principal: 'all',
  inspector: 'all',
  township: 'all',
  village: 'all',
};

const stale = { reason: '试验', version: 99 };
const schoolFields = {
  officialCode: null,
  name: '改名小学',
  otherNames: [],
  kind: 'primary',
  parentId: null,
  areaCode: '211324101',
  firstGrade: 1,
  lastGrade: 6,
};

/**
 * The table of the county's rights, written from the role table of the register of goals and apart from the code. Every route has its
 * line; the test fails when one is missing or has gone.
 */
export const expected: Readonly<Record<string, Expected>> = {
  'GET /api/session': { about: 'nothing', allowed: 'everybody' },
  'GET /api/demo/accounts': { about: 'nothing', allowed: 'everybody' },
  'GET /api/session/devices': { about: 'nothing', allowed: 'signed in' },
  'PUT /api/session/language': { about: 'nothing', allowed: 'signed in', body: { language: 'zh' } },
  'GET /api/areas': { about: 'nothing', allowed: 'signed in' },
  'GET /api/areas/:code': { about: 'village', allowed: 'signed in' },
  'GET /api/area-table': { about: 'nothing', allowed: 'signed in' },
  'POST /api/areas': {
    about: 'nothing',
    allowed: officer,
    body: { code: '211324101999', name: '新村', otherNames: [], from: '2025-03-10', reason: '试验' },
  },
  'PUT /api/areas/:code': {
    about: 'village',
    allowed: officer,
    body: { name: '改名村', otherNames: [], from: '2025-03-10', ...stale },
  },
  'PUT /api/areas/:code/end': { about: 'village', allowed: officer, body: { until: '2025-03-10', successor: null, ...stale } },
  'POST /api/area-table/preview': { about: 'nothing', allowed: officer, body: { text: 'code,name\n211324,喀左县\n' } },
  'POST /api/area-table': {
    about: 'nothing',
    allowed: officer,
    body: { text: 'code,name\n211324,喀左县\n', state: -1, from: '2025-03-10', reason: '试验' },
  },
  'GET /api/schools': { about: 'nothing', allowed: 'signed in' },
  'GET /api/schools/:id': { about: 'school', allowed: readsSchools },
  'POST /api/schools': {
    about: 'nothing',
    allowed: officer,
    body: { ...schoolFields, name: '新建小学', from: '2025-03-10', reason: '试验' },
  },
  'PUT /api/schools/:id': { about: 'school', allowed: officer, body: { ...schoolFields, ...stale } },
  'PUT /api/schools/:id/end': { about: 'school', allowed: officer, body: { until: '2025-03-10', ...stale } },
  'GET /api/classes': { about: 'nothing', allowed: 'signed in', query: '?schoolYear=2024-2025' },
  'PUT /api/classes/:id': {
    about: 'class',
    allowed: { ...officer, registrar: whole },
    body: { grades: [3], number: 9, label: null, version: 99 },
  },
  'PUT /api/classes/:id/end': {
    about: 'class',
    allowed: { ...officer, registrar: whole },
    body: { until: '2025-03-10', ...stale },
  },
  'GET /api/roll-over': { about: 'nothing', allowed: { ...officer, registrar: 'all' }, query: '?from=2024-2025' },
  'POST /api/roll-over': {
    about: 'nothing',
    allowed: { ...officer, registrar: 'all' },
    body: { from: '2024-2025', entrants: false, state: -1 },
  },
  'POST /api/classes': {
    about: 'school',
    allowed: { ...officer, registrar: whole },
    body: { schoolId: '{id}', schoolYear: '2024-2025', grades: [9], number: 1, label: null },
  },
  'GET /api/grids': { about: 'nothing', allowed: working },
  'GET /api/grid': { about: 'class grid', allowed: readsOwners, query: '?path={id}' },
  'POST /api/grid-owners': {
    about: 'class grid',
    allowed: { ...officer, registrar: whole, principal: whole },
    body: { path: '{id}', userId: null, name: '李老师', duty: '班主任', from: '2025-03-10', until: null, reason: '试验' },
  },
  'PUT /api/grid-owners/:id': {
    about: 'owner',
    allowed: { ...officer, registrar: whole, principal: whole },
    body: { userId: null, name: '李老师', duty: '班主任', from: '2024-09-01', until: null, ...stale },
  },
  'GET /api/calendar/:schoolYear': { about: 'nothing', allowed: 'signed in' },
  'PUT /api/calendar/:schoolYear/terms/:number': {
    about: 'nothing',
    allowed: officer,
    body: { opensDay: '2025-03-01', firstDay: '2025-03-03', lastDay: '2025-07-11', confirmed: true, source: '试验', ...stale },
  },
  'PUT /api/calendar/:schoolYear/setting': {
    about: 'nothing',
    allowed: officer,
    body: { examDay: null, makeUpDaysTaught: true, source: '试验', ...stale },
  },
  'GET /api/public-holidays/:year': { about: 'nothing', allowed: 'signed in' },
  'PUT /api/public-holidays/:year': { about: 'nothing', allowed: officer, body: { days: [], source: '试验', ...stale } },
  'POST /api/calendar-exceptions': {
    about: 'nothing',
    allowed: officer,
    body: {
      tree: 'county',
      path: '211324/',
      grades: [],
      from: '2025-03-20',
      until: '2025-03-20',
      kind: 'closed',
      reason: '试验',
    },
  },
  'PUT /api/calendar-exceptions/:id/end': { about: 'exception', allowed: officer, absent: true, body: { ...stale } },
  'POST /api/session': {
    wrong: true,
    about: 'nothing',
    allowed: 'everybody',
    only: ['nobody'],
    body: { login: '', password: '' },
  },
  'DELETE /api/session': { about: 'nothing', allowed: 'everybody', only: ['nobody'] },
  'POST /api/session/second-factor': { wrong: true, about: 'nothing', allowed: 'signed in', body: {} },
  'POST /api/session/second-factor/enrolment': { wrong: true, about: 'nothing', allowed: 'signed in', body: { more: 1 } },
  'POST /api/session/recovery-codes': { wrong: true, about: 'nothing', allowed: 'signed in', body: {} },
  'PUT /api/session/password': { wrong: true, about: 'nothing', allowed: 'signed in', body: {} },
  'DELETE /api/session/devices/:id': { about: 'exception', allowed: 'signed in', absent: true },
};

/** Where an object lies as seen from the home of the one who asks. */
export const relations = ['own', 'sibling', 'other school', 'other township', 'none', 'malformed'] as const;
export type Relation = (typeof relations)[number];

/** What a route can be about; `nothing` where it names no object. */
export type ObjectKind =
  | 'class'
  | 'school'
  | 'village'
  | 'township'
  | 'class grid'
  | 'owner'
  | 'exception'
  | 'batch'
  | 'school unit'
  | 'account'
  | 'nothing';

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
  /** a small file comes instead of a body */ readonly upload?: true;
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

const sys = { 'system-admin': 'all' } as const;
const sec = { 'security-admin': 'all' } as const;
const leader = { 'bureau-leader': 'all' } as const;
const bringsLists: Allowed = { ...officer, registrar: 'all' };
const ownLists: Allowed = { ...officer, registrar: whole };

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
  'GET /api/register-batches': { about: 'nothing', allowed: bringsLists },
  'GET /api/registers': { about: 'nothing', allowed: bringsLists },
  'GET /api/register-kinds/:kind/columns': { about: 'nothing', allowed: bringsLists },
  'GET /api/register-batches/:id': { about: 'batch', allowed: ownLists },
  'GET /api/register-batches/:id/preview': { about: 'batch', allowed: ownLists, absent: true },
  'GET /api/register-batches/:id/problems': { about: 'batch', allowed: ownLists, absent: true, query: '?group=0' },
  'POST /api/register-batches': {
    about: 'school unit',
    allowed: ownLists,
    body: { kind: 'attending', unit: '{id}', asOf: '2025-03-01' },
  },
  'POST /api/register-batches/:id/files': { upload: true, about: 'batch', allowed: ownLists },
  'POST /api/register-batches/:id/read': { about: 'batch', allowed: ownLists, body: { version: 99 } },
  'PUT /api/register-batches/:id/mapping': {
    about: 'batch',
    allowed: ownLists,
    body: { version: 99, sources: [], remember: false },
  },
  'POST /api/register-batches/:id/commit': {
    about: 'batch',
    allowed: ownLists,
    body: { version: 99, mode: 'replace', badRows: 'wait' },
  },
  'POST /api/register-batches/:id/undo': { about: 'batch', allowed: ownLists, body: { version: 99, reason: '试验' } },
  'POST /api/register-batches/:id/cancel': { about: 'batch', allowed: ownLists, body: { version: 99 } },
  'GET /api/accounts': { about: 'nothing', allowed: { ...sys, ...sec } },
  'GET /api/accounts/:id': { about: 'account', allowed: { ...sys, ...sec } },
  'POST /api/accounts': { about: 'nothing', allowed: sys, body: { login: 'neu', name: '新人', unit: '县教育局' } },
  'PUT /api/accounts/:id': { about: 'account', allowed: sys, body: { version: 99, name: '新人', unit: '县教育局' } },
  'POST /api/accounts/:id/disabling': { about: 'account', allowed: sys, body: stale },
  'POST /api/accounts/:id/enabling': { about: 'account', allowed: sys, body: stale },
  'POST /api/accounts/:id/second-factor-removal': { about: 'account', allowed: sec, body: stale },
  'POST /api/accounts/:id/invitation': { about: 'account', allowed: sys, body: {} },
  'GET /api/accounts/template': { about: 'nothing', allowed: sys },
  'POST /api/accounts/sheet': { wrong: true, about: 'nothing', allowed: sys },
  'POST /api/accounts/batch': { wrong: true, about: 'nothing', allowed: sys, body: {} },
  'POST /api/accounts/invitations': { wrong: true, about: 'nothing', allowed: sys, body: {} },
  'POST /api/invitation/look': { wrong: true, about: 'nothing', allowed: 'everybody', body: {} },
  'POST /api/invitation': { wrong: true, about: 'nothing', allowed: 'everybody', body: {} },
  'GET /api/setup': { about: 'nothing', allowed: 'everybody' },
  'POST /api/setup': { wrong: true, about: 'nothing', allowed: 'everybody', body: {} },
  'GET /api/grants': { about: 'nothing', allowed: { ...sec, ...leader } },
  'GET /api/grants/places': { about: 'nothing', allowed: { ...sec, ...leader }, query: '?role=class-teacher' },
  'POST /api/grants': { wrong: true, about: 'nothing', allowed: sec, body: {} },
  'POST /api/grants/approvals': { wrong: true, about: 'nothing', allowed: { ...sec, ...leader }, body: {} },
  'POST /api/grants/:id/end': { about: 'exception', allowed: sec, absent: true, body: stale },
};

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { endOverdue } from '../../platform/access/grants/grants';
import { rawSql } from '../../platform/access/testing/raw-store';
import { transact } from '../../platform/db';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD, seedPlaces } from './testing/office';

let office: Office;
let now: Date;
/** A county of fictional people: no test here is about the second factor. */
let security: Browser;
let security2: Browser;
let leader: Browser;
let system: Browser;
let places: { school: string; classes: readonly string[] };

beforeAll(async () => {
  office = await openOffice({ demo: true });
  later(0, new Date('2025-03-10T00:00:00Z'));
  places = await seedPlaces(office.house);
  security = await at('sec', 'security-admin');
  security2 = await at('sec2', 'security-admin');
  leader = await at('lead', 'bureau-leader');
  system = await at('sys', 'system-admin');
});
beforeEach(async () => {
  later(0, new Date('2025-03-10T00:00:00Z'));
  await office.trail();
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.close());

function later(seconds: number, from = now): void {
  now = new Date(from.getTime() + seconds * 1000);
  office.house.at(now);
}

let next = 1;

async function at(login: string, ...roles: Parameters<Office['person']>[1][]): Promise<Browser> {
  await office.person(login, ...roles);
  return signedIn(login);
}

async function signedIn(login: string): Promise<Browser> {
  const browser = office.browser(`10.5.0.${next++}`);
  await browser.signIn(login, PASSWORD);
  return browser;
}

const idOf = async (browser: Browser) => (await browser.get('/api/session')).json.user.id as string;
const someone = () => office.person(`someone${next++}`);

const draft = (userId: string, change: object = {}) => ({
  userId,
  role: 'registrar',
  path: places.school,
  fromDay: '2025-03-10',
  untilDay: '2025-07-31',
  reason: '本学期学籍员',
  ...change,
});

async function asked(userId: string, change: object = {}, by = security): Promise<{ id: string; version: number }> {
  const answer = await by.post('/api/grants', draft(userId, change));
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return { id: answer.json.id, version: 1 };
}

const approve = (by: Browser, ...grants: { id: string; version: number }[]) => by.post('/api/grants/approvals', { grants });
const rolesOf = async (browser: Browser) =>
  (await browser.get('/api/session')).json.grants?.map(({ role }: { role: string }) => role);

it('gives a right when one has asked and another has approved, with the place and the days', async () => {
  const { userId, login } = await someone();
  const grant = await asked(userId);
  expect(await rolesOf(await signedIn(login))).toEqual([]);
  const { rows } = (await leader.get(`/api/grants?state=asked&user=${userId}`)).json;
  expect(rows).toEqual([
    {
      ...grant,
      role: 'registrar',
      says: { zh: '学籍员/学校专干', en: 'School registrar' },
      place: '青禾小学',
      path: places.school,
      fromDay: '2025-03-10',
      untilDay: '2025-07-31',
      state: 'asked',
      user: { id: userId, login, name: `王${login}`, unit: '试验单位' },
      reason: '本学期学籍员',
      askedBy: '王sec',
      askedAt: now.toISOString(),
      approvedBy: null,
      approvedAt: null,
      endedBy: null,
      endedAt: null,
      mayApprove: true,
    },
  ]);
  later(1);
  expect((await approve(leader, grant)).json).toEqual({ approved: 1 });
  expect(await rolesOf(await signedIn(login))).toEqual(['registrar']);
  const acts = (await office.trail())
    .filter(({ object }) => object === `grant:${grant.id}`)
    .map(({ act, reason }) => [act, reason]);
  expect(acts).toEqual([
    ['grant.ask', '本学期学籍员'],
    ['grant.approve', null],
  ]);
});

it('begins and ends a right on its days, the last one included', async () => {
  const { userId, login } = await someone();
  await approve(leader, await asked(userId, { fromDay: '2025-03-12', untilDay: '2025-03-13' }));
  const held: unknown[] = [];
  for (const day of ['11', '12', '13', '14']) {
    later(0, new Date(`2025-03-${day}T04:00:00Z`));
    held.push(await rolesOf(await signedIn(login)));
  }
  expect(held).toEqual([[], ['registrar'], ['registrar'], []]);
});

it('lets nobody approve what he has asked for, nor anything for himself', async () => {
  const { userId } = await someone();
  const grant = await asked(userId);
  expect((await approve(security, grant)).json.error.code).toBe('same-hand');
  expect((await security.get(`/api/grants?user=${userId}`)).json.rows[0].mayApprove).toBe(false);
  expect((await approve(security2, grant)).status).toBe(200);

  const own = await security.post('/api/grants', draft(await idOf(security)));
  expect([own.status, own.json.error.code]).toEqual([403, 'own-rights']);
  const forLeader = await asked(await idOf(leader), { role: 'bureau-officer', path: '211324/' });
  expect((await approve(leader, forLeader)).json.error.code).toBe('own-rights');
  const given = (await security2.get(`/api/grants?state=open&user=${await idOf(security)}`)).json.rows[0];
  const taken = await security.post(`/api/grants/${given.id}/end`, { version: given.version, reason: '试' });
  expect([taken.status, taken.json.error.code]).toEqual([403, 'own-rights']);
});

it('needs a security administrator among the two', async () => {
  const { userId } = await someone();
  const grant = await asked(userId);
  await transact(office.house.db, office.house.system, async (trx) => {
    await rawSql(
      trx,
      `update role_grant set asked_by = (select user_id from app_user where login = 'sys') where grant_id = '${grant.id}'`,
    );
    return { result: undefined, changes: [] };
  });
  expect((await approve(leader, grant)).json.error.code).toBe('needs-security');
  expect((await approve(security, grant)).status).toBe(200);
});

it('approves a list as a whole or not at all', async () => {
  const [one, two] = [await asked((await someone()).userId), await asked((await someone()).userId)];
  expect((await approve(leader, one, { ...two, version: 7 })).status).toBe(409);
  const states = (await leader.get('/api/grants?state=asked')).json.rows.map(({ id }: { id: string }) => id);
  expect(states).toEqual(expect.arrayContaining([one.id, two.id]));
  expect((await approve(leader, one, two, one)).json).toEqual({ approved: 2 });
  expect((await approve(leader, one)).status).toBe(409);
});

it('keeps the three administrators three people who do nothing else', async () => {
  const county = { path: '211324/' };
  const person = await someone();
  await asked(person.userId, { role: 'audit-admin', ...county, untilDay: null });
  for (const role of ['system-admin', 'security-admin', 'bureau-officer']) {
    const answer = await security.post('/api/grants', draft(person.userId, { role, ...county }));
    expect([answer.status, answer.json.error.code], role).toEqual([409, 'offices-apart']);
  }
  expect((await security.post('/api/grants', draft(person.userId, { role: 'audit-admin', ...county }))).json.error.code).toBe(
    'already-held',
  );
  const officer = await someone();
  await asked(officer.userId, { role: 'bureau-officer', ...county });
  const both = await security.post('/api/grants', draft(officer.userId, { role: 'audit-admin', ...county, untilDay: null }));
  expect(both.json.error.zh).toBe(
    '没有保存：这个人已是教育局专干，不能再当审计管理员。三员互斥，三员也不能兼业务岗位（等保 8.1.5）。请换一个人，或先收回原来的授权。',
  );
});

it('keeps the offices apart also when two ask at once, and when somebody writes past the program', async () => {
  for (let round = 0; round < 10; round++) {
    const { userId } = await someone();
    const offices = ['system-admin', 'audit-admin', 'security-admin', 'bureau-officer'];
    const answers = await Promise.all(
      offices.map((role, place) =>
        [security, security2][place % 2]?.post('/api/grants', draft(userId, { role, path: '211324/' })),
      ),
    );
    expect(answers.map((answer) => answer?.status).sort()).toEqual([200, 409, 409, 409]);
  }
  const { userId } = await someone();
  await asked(userId, { role: 'audit-admin', path: '211324/' });
  const past = transact(office.house.db, office.house.system, async (trx) => {
    await rawSql(
      trx,
      `insert into role_grant (county_id, grant_id, user_id, role, tree, path, from_day, version)
      values ('211324', 'past', '${userId}', 'system-admin', 'county', '211324/', '2025-01-01', 1)`,
    );
    return { result: undefined, changes: [] };
  });
  await expect(past).rejects.toThrow('role_grant_one_administration');
});

it('says field by field what is wrong with a right', async () => {
  const { userId } = await someone();
  const faults = async (change: object) => {
    const answer = await security.post('/api/grants', draft(userId, change));
    return [answer.status, answer.json.error?.fields?.map(({ path }: { path: string }) => path)];
  };
  expect(await faults({ path: '211324/' })).toEqual([400, ['path']]);
  expect(await faults({ path: '211324/nowhere/' })).toEqual([400, ['path']]);
  expect(await faults({ path: '999999/x/' })).toEqual([400, ['path']]);
  expect(await faults({ untilDay: null })).toEqual([400, ['untilDay']]);
  expect(await faults({ untilDay: '2025-03-01' })).toEqual([400, ['untilDay']]);
  expect(await faults({ fromDay: '2024-01-01', untilDay: '2025-03-09' })).toEqual([400, ['untilDay']]);
  expect(await faults({ untilDay: '2026-04-15' })).toEqual([400, ['untilDay']]);
  expect(await faults({ role: 'class-teacher', path: places.classes[0] })).toEqual([200, undefined]);
  expect(await faults({ role: 'township', path: '211324/211324104/' })).toEqual([200, undefined]);
});

it('takes a right away on the next request, refuses one that was asked for, and notes who and why', async () => {
  const { userId, login } = await someone();
  const grant = await asked(userId);
  await approve(leader, grant);
  const browser = await signedIn(login);
  expect(await rolesOf(browser)).toEqual(['registrar']);
  await office.trail();
  const end = (by: Browser, version: number) => by.post(`/api/grants/${grant.id}/end`, { version, reason: '换人' });
  expect((await end(security2, 1)).status).toBe(409);
  expect((await end(security2, 2)).json).toEqual({ done: true });
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);
  expect(await rolesOf(await signedIn(login))).toEqual([]);
  expect(await office.trail()).toContainEqual(
    expect.objectContaining({ act: 'grant.end', reason: '换人', object: `grant:${grant.id}` }),
  );

  const refused = await asked(userId);
  expect((await leader.post(`/api/grants/${refused.id}/end`, { ...refused, id: undefined, reason: '不同意' })).status).toBe(200);
  expect((await approve(security2, refused)).status).toBe(409);
  const { rows } = (await security.get(`/api/grants?state=ended&user=${userId}`)).json;
  expect(rows.map(({ endedBy, approvedBy }: { endedBy: string; approvedBy: string }) => [endedBy, approvedBy])).toEqual([
    ['王lead', null],
    ['王sec2', '王lead'],
  ]);
});

it('ends a session when a right is given, so that the new right begins with a new sign-in', async () => {
  const { userId, login } = await someone();
  const browser = await signedIn(login);
  await approve(leader, await asked(userId));
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);
});

it('never leaves the county without a system or a security administrator, also when two end one another', async () => {
  const sysGrant = (await security.get(`/api/grants?state=open&user=${await idOf(system)}`)).json.rows[0];
  const end = (by: Browser, grant: { id: string; version: number }) =>
    by.post(`/api/grants/${grant.id}/end`, { version: grant.version, reason: '试' });
  expect((await end(security, sysGrant)).json.error.code).toBe('last-of-office');
  const grantOf = async (browser: Browser) =>
    (await leader.get(`/api/grants?state=open&user=${await idOf(browser)}`)).json.rows[0];
  const [one, two] = [await grantOf(security), await grantOf(security2)];
  const answers = await Promise.all([end(security, two), end(security2, one)]);
  // The other comes too late for its rule, or finds itself without the right or the session.
  const [done, not] = answers.map(({ status }) => status).sort();
  expect(done).toBe(200);
  expect([401, 403, 409]).toContain(not);
  const left = answers[0]?.status === 200 ? security : security2;
  const gone = left === security ? 'sec2' : 'sec';
  const goneId = (await left.get('/api/accounts?text=sec')).json.rows.find(({ login }: { login: string }) => login === gone).id;
  await approve(leader, await asked(goneId, { role: 'security-admin', path: '211324/', untilDay: null }, left));
  [security, security2] = [await signedIn('sec'), await signedIn('sec2')];
});

it('lists what is over by itself as ended once the clock has come by', async () => {
  const { userId } = await someone();
  const grant = await asked(userId, { untilDay: '2025-03-20' });
  await approve(leader, grant);
  later(11 * 86_400);
  const ended = await transact(office.house.db, office.house.system, async (trx) => {
    const changes = await endOverdue(trx, null);
    return { result: changes, changes };
  });
  expect(ended).toContainEqual({ act: 'grant.over', object: `grant:${grant.id}` });
  security = await signedIn('sec');
  const { rows } = (await security.get(`/api/grants?state=ended&user=${userId}`)).json;
  expect(rows).toMatchObject([{ id: grant.id, endedBy: null }]);
});

it('finds the places of a role by name and by code, and shows them to those who give rights only', async () => {
  security = await signedIn('sec');
  const found = (await security.get(`/api/grants/places?role=registrar&text=${encodeURIComponent('青禾')}`)).json.rows;
  expect(found).toEqual([{ path: places.school, code: '2121900001', name: '青禾小学' }]);
  const classes = (await security.get('/api/grants/places?role=class-teacher&text=2121900001')).json.rows;
  expect(classes.map(({ name }: { name: string }) => name)).toEqual(['青禾小学 三年级1班', '青禾小学 三年级2班']);
  expect((await security.get('/api/grants/places?role=village&text=211324104')).json.rows.length).toBeGreaterThan(1);
  expect((await system.get('/api/grants/places?role=registrar')).status).toBe(403);
  expect((await system.get('/api/grants')).status).toBe(403);
});

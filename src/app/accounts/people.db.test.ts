import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { disableUnused } from '../../platform/access/people/accounts';
import { createFirstAccount, isSettingUp } from '../../platform/access/people/setup';
import { rawSql } from '../../platform/access/testing/raw-store';
import { readAs, transact } from '../../platform/db';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD } from './testing/office';

let office: Office;
let now: Date;
/** A county of fictional people: no test here is about the second factor. */
let system: Browser;
let security: Browser;
let teacher: Browser;

beforeAll(async () => {
  office = await openOffice({ demo: true });
  later(0, new Date('2025-03-10T00:00:00Z'));
  system = await at('sys', 'system-admin');
  security = await at('sec', 'security-admin');
  await at('sys2', 'system-admin');
  teacher = await at('tea', 'class-teacher');
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

async function at(login: string, ...roles: Parameters<Office['person']>[1][]): Promise<Browser> {
  await office.person(login, ...roles);
  const browser = office.browser(`10.3.0.${next++}`);
  await browser.signIn(login, PASSWORD);
  return browser;
}

let next = 1;
const draft = () => ({ login: `new${next++}`, name: '赵新', unit: '青禾小学' });
const NEW_PASSWORD = 'Seven lanterns 5 drift past harbour';

async function made(): Promise<{ id: string; login: string; version: number }> {
  const account = draft();
  const { id } = (await system.post('/api/accounts', account)).json;
  return { id, login: account.login, version: 1 };
}

/** The next version of an account, as a page would have it. */
const seen = async (id: string) => (await system.get(`/api/accounts/${id}`)).json;

async function active(): Promise<{ id: string; login: string; browser: Browser }> {
  const { id, login } = await made();
  const { code } = (await system.post(`/api/accounts/${id}/invitation`)).json;
  const browser = office.browser(`10.3.1.${next++}`);
  expect((await browser.post('/api/invitation', { code, password: NEW_PASSWORD })).status).toBe(200);
  return { id, login, browser };
}

it('makes an account that can do nothing until its person has accepted and somebody has given it rights', async () => {
  const account = draft();
  const answer = await system.post('/api/accounts', { ...account, login: ` ${account.login.toUpperCase()}` });
  const { id } = answer.json;
  expect(await seen(id)).toEqual({
    id,
    ...account,
    state: 'invited',
    stateReason: null,
    secondFactor: false,
    lastSeenAt: null,
    createdAt: now.toISOString(),
    invitedUntil: null,
    grants: [],
    version: 1,
  });
  expect(await office.trail()).toMatchObject([{ act: 'account.create', object: `user:${id}`, outcome: 'done' }]);
  expect((await system.post('/api/accounts', account)).json.error).toMatchObject({
    code: 'login-taken',
    fields: [{ path: 'login' }],
  });
  for (const wrong of [
    { login: 'a b' },
    { login: '-a' },
    { login: 'x'.repeat(41) },
    { name: ' ' },
    { unit: 'a\u0000b' },
    { role: 'system-admin' },
  ]) {
    expect((await system.post('/api/accounts', { ...draft(), ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  }
});

it('gives two who make the same login at once one account', async () => {
  const account = draft();
  const answers = await Promise.all(Array.from({ length: 5 }, () => system.post('/api/accounts', account)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

it('lets a person in with a code that was shown once, is kept nowhere and is good once', async () => {
  const { id, login } = await made();
  const { code, path, expiresAt } = (await system.post(`/api/accounts/${id}/invitation`)).json;
  expect(path).toBe(`/invitation#${code}`);
  expect(expiresAt).toBe('2025-03-24T00:00:00.000Z');
  const rows = await readAs(office.house.db, office.house.system, (trx) =>
    rawSql<{ text: string }>(trx, 'select i::text as text from invitation i union all select l::text from audit_line l'),
  );
  expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));

  const browser = office.browser('10.3.2.1');
  expect((await browser.post('/api/invitation/look', { code: code.toLowerCase() })).json).toEqual({
    login,
    name: '赵新',
    unit: '青禾小学',
    secondFactor: false,
  });
  const weak = await browser.post('/api/invitation', { code, password: '123456789012' });
  expect([weak.status, weak.json.error.fields[0].path]).toEqual([400, 'password']);
  expect((await browser.post('/api/invitation', { code, password: NEW_PASSWORD })).json).toMatchObject({
    signedIn: true,
    user: { login },
  });
  expect((await browser.get('/api/session')).json.signedIn).toBe(true);
  expect((await office.browser().post('/api/invitation', { code, password: NEW_PASSWORD })).json.error.code).toBe(
    'invitation-not-good',
  );
  expect((await office.browser().signIn(login, NEW_PASSWORD)).status).toBe(200);
  expect(await seen(id)).toMatchObject({ state: 'active', invitedUntil: null });
});

it('takes a code from exactly one of twenty who use it at once', async () => {
  const { id } = await made();
  const { code } = (await system.post(`/api/accounts/${id}/invitation`)).json;
  const asked = Array.from({ length: 20 }, (_, place) =>
    office.browser(`10.4.0.${place}`).post('/api/invitation', { code, password: NEW_PASSWORD }),
  );
  expect((await Promise.all(asked)).filter(({ status }) => status === 200)).toHaveLength(1);
});

it('refuses a code that is wrong, old, replaced, or of an account that was disabled meanwhile', async () => {
  const { id } = await made();
  const invite = async () => (await system.post(`/api/accounts/${id}/invitation`)).json.code;
  const look = async (code: string) => (await office.browser('10.3.3.3').post('/api/invitation/look', { code })).status;
  const first = await invite();
  const second = await invite();
  expect(await look(first)).toBe(401);
  expect(await look(second)).toBe(200);
  later(14 * 86_400);
  expect(await look(second)).toBe(401);
  later(-14 * 86_400);
  await system.post(`/api/accounts/${id}/disabling`, { version: (await seen(id)).version, reason: '调走' });
  expect(await look(second)).toBe(401);
  expect(await look('AAAA-BBBB-CCCC-DDDD')).toBe(401);
});

it('changes name and unit of who is still as he was seen, and answers 409 otherwise', async () => {
  const { id, version } = await made();
  expect((await system.put(`/api/accounts/${id}`, { version, name: '赵兴', unit: '望舒小学' })).json).toMatchObject({
    name: '赵兴',
    version: 2,
  });
  const late = await system.put(`/api/accounts/${id}`, { version, name: '赵星', unit: '望舒小学' });
  expect([late.status, late.json.error.code, late.json.error.current.version]).toEqual([409, 'changed-meanwhile', 2]);
});

it('ends everything of an account that is disabled, on its next request, and a new invitation is the only way back', async () => {
  const { id, login, browser } = await active();
  expect((await browser.get('/api/session')).json.signedIn).toBe(true);
  const disabled = await system.post(`/api/accounts/${id}/disabling`, {
    version: (await seen(id)).version,
    reason: '调离教育系统',
  });
  expect(disabled.json).toMatchObject({ state: 'disabled', stateReason: '调离教育系统' });
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);
  expect((await office.browser('10.3.4.1').signIn(login, NEW_PASSWORD)).status).toBe(401);
  expect((await system.post(`/api/accounts/${id}/invitation`)).json.error.code).toBe('account-disabled');
  const lines = await office.trail();
  expect(lines).toContainEqual(expect.objectContaining({ act: 'account.disable', object: `user:${id}`, reason: '调离教育系统' }));

  const enabled = await system.post(`/api/accounts/${id}/enabling`, { version: disabled.json.version, reason: '调回' });
  expect(enabled.json).toMatchObject({ state: 'invited', stateReason: null });
  expect((await office.browser('10.3.4.1').signIn(login, NEW_PASSWORD)).status).toBe(401);
  const { code } = (await system.post(`/api/accounts/${id}/invitation`)).json;
  expect((await office.browser('10.3.4.2').post('/api/invitation', { code, password: PASSWORD })).status).toBe(200);
});

it('lets a security administrator take off a lost authenticator, and a system administrator not', async () => {
  const { id, browser } = await active();
  await transact(office.house.db, office.house.system, async (trx) => {
    await rawSql(trx, `update app_user set totp_secret = '\\x00' where user_id = '${id}'`);
    return { result: undefined, changes: [] };
  });
  const decision = { version: (await seen(id)).version, reason: '手机丢失，当面核实' };
  expect((await system.post(`/api/accounts/${id}/second-factor-removal`, decision)).status).toBe(403);
  expect((await security.post(`/api/accounts/${id}/second-factor-removal`, decision)).json.secondFactor).toBe(false);
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);
});

it('lets nobody decide about his own account', async () => {
  const own = (await system.get('/api/session')).json.user.id;
  const { version } = await seen(own);
  const answers = [
    await system.put(`/api/accounts/${own}`, { version, name: '王', unit: '局' }),
    await system.post(`/api/accounts/${own}/disabling`, { version, reason: '试' }),
    await system.post(`/api/accounts/${own}/invitation`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
});

it('shows accounts to those who keep them, page by page, by part of a name, login or unit', async () => {
  const { id, login } = await made();
  const found = (await security.get(`/api/accounts?text=${login.toUpperCase()}&state=invited`)).json;
  expect(found).toMatchObject({ total: 1, page: 1, size: 50, rows: [{ id }] });
  const all = (await system.get('/api/accounts?size=2&page=2')).json;
  expect(all.rows).toHaveLength(2);
  expect(all.total).toBeGreaterThan(4);
  expect((await system.get('/api/accounts?text=%25')).json.total).toBe(0);
  expect(JSON.stringify(all)).not.toMatch(/argon2|password/);
  expect((await teacher.get('/api/accounts')).status).toBe(403);
  expect((await security.post('/api/accounts', draft())).status).toBe(403);
});

it('disables what nobody has used for 90 days, but never the last of an office', async () => {
  const { id, login } = await active();
  const recent = await active();
  later(89 * 86_400);
  await office.browser('10.3.5.1').signIn(recent.login, NEW_PASSWORD);
  const run = () =>
    transact(office.house.db, office.house.system, async (trx) => {
      const changes = await disableUnused(trx);
      return { result: changes.map(({ object }) => object), changes };
    });
  expect(await run()).toEqual([]);
  later(2 * 86_400);
  const disabled = await run();
  expect(disabled).toContain(`user:${id}`);
  expect(disabled).not.toContain(`user:${recent.id}`);
  expect((await office.browser('10.3.5.2').signIn(login, NEW_PASSWORD)).status).toBe(401);
  const left = ['sys', 'sys2', 'sec'];
  const signedIn = await Promise.all(
    left.map(async (name, place) => (await office.browser(`10.3.6.${place}`).signIn(name, PASSWORD)).status),
  );
  expect(signedIn.slice(0, 2).sort()).toEqual([200, 401]);
  expect(signedIn[2]).toBe(200);
});

it('sets up a fresh installation by the secret on its console: four people, each with an invitation of his own', async () => {
  const fresh = await openOffice();
  const { db, system: server } = fresh.house;
  const someone = fresh.browser();
  expect((await someone.get('/api/setup')).json).toEqual({ open: false });
  const founders = {
    'system-admin': { login: 'xt', name: '甲', unit: '教育局' },
    'security-admin': { login: 'aq', name: '乙', unit: '教育局' },
    'audit-admin': { login: 'sj', name: '丙', unit: '教育局' },
    'bureau-leader': { login: 'ld', name: '丁', unit: '教育局' },
  };
  expect((await someone.post('/api/setup', { secret: 'AAAA-BBBB-CCCC-DDDD-EEEE', founders })).status).toBe(401);
  const old = (await createFirstAccount(db, server)) ?? '';
  const secret = (await createFirstAccount(db, server)) ?? '';
  expect(secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  expect((await someone.get('/api/setup')).json).toEqual({ open: true });
  expect((await someone.post('/api/setup', { secret: old, founders })).status).toBe(401);
  const one = { ...founders, 'audit-admin': founders['system-admin'] };
  expect((await someone.post('/api/setup', { secret, founders: one })).json.error.code).toBe('four-people');

  const first = (await someone.post('/api/setup', { secret, founders })).json.invitations;
  expect(first.map(({ role, login }: { role: string; login: string }) => [role, login])).toEqual([
    ['system-admin', 'xt'],
    ['security-admin', 'aq'],
    ['audit-admin', 'sj'],
    ['bureau-leader', 'ld'],
  ]);
  expect((await someone.post('/api/setup', { secret, founders })).status).toBe(401);

  // The codes were lost on the way: nobody has accepted, so it is done again with a new secret, and the lost ones open nothing.
  const again = (await createFirstAccount(db, server)) ?? '';
  const second = (
    await someone.post('/api/setup', {
      secret: again,
      founders: { ...founders, 'bureau-leader': { ...founders['bureau-leader'], login: 'ld2' } },
    })
  ).json.invitations;
  const accept = (code: string) => fresh.browser().post('/api/invitation', { code, password: NEW_PASSWORD });
  for (const { code } of first) expect((await accept(code)).status).toBe(401);
  const accepted = await accept(second[0].code);
  expect(accepted.json).toMatchObject({ grants: [{ role: 'system-admin', path: '211324/' }], secondFactor: 'enrol' });
  expect(await isSettingUp(db, server)).toBe(false);
  expect(await createFirstAccount(db, server)).toBe(null);
  for (const { code } of second.slice(1)) expect((await accept(code)).status).toBe(200);
  expect(fresh.faults).toEqual([]);
  await fresh.close();
});

it('closes the setup after a day', async () => {
  const fresh = await openOffice();
  const { db, system: server } = fresh.house;
  const start = new Date('2025-03-10T00:00:00Z');
  fresh.house.at(start);
  await createFirstAccount(db, server);
  fresh.house.at(new Date(start.getTime() + 24 * 3_600_000));
  expect(await isSettingUp(db, server)).toBe(false);
  await fresh.close();
});

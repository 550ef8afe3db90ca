import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { disableRow } from '../../platform/access/people/account-store';
import { rawSql } from '../../platform/access/testing/raw-store';
import { readAs, transact } from '../../platform/db';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD } from './testing/office';

let office: Office;
let now: Date;
const wrong = 'Purple kettle 7 walks over the sun';

beforeAll(async () => {
  office = await openOffice();
});
beforeEach(() => later(0, new Date('2025-03-10T00:00:00Z')));
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.close());

/** Moves the county's clock on. */
function later(seconds: number, from = now): void {
  now = new Date(from.getTime() + seconds * 1000);
  office.house.at(now);
}

let next = 0;
const newLogin = () => `teacher${next++}`;

/** Each test has addresses of its own, so that guesses in one do not count in another. */
const newSource = () => `10.1.${Math.floor(next / 250)}.${next++ % 250}`;

async function fail(browser: Browser, login: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) expect((await browser.signIn(login, wrong)).status).toBe(401);
}

it('signs somebody in and tells the pages what they need to know, and nothing else', async () => {
  const { userId, login } = await office.person(newLogin(), 'class-teacher');
  await office.trail();
  const browser = office.browser(newSource());
  expect((await browser.get('/api/session')).json).toEqual({
    signedIn: false,
    demo: false,
    oidc: null,
    county: { id: '211324', name: '喀喇沁左翼蒙古族自治县' },
    today: '2025-03-10',
    now: '2025-03-10T00:00:00.000Z',
  });
  const answer = await browser.signIn(` ${login.toUpperCase()} `, PASSWORD);
  expect(answer.json).toEqual({
    signedIn: true,
    demo: false,
    county: { id: '211324', name: '喀喇沁左翼蒙古族自治县' },
    today: '2025-03-10',
    now: expect.stringMatching(/^2025-03-10T/),
    token: expect.any(String),
    user: { id: userId, name: `王${login}`, login, unit: '试验单位', language: 'zh' },
    grants: [{ role: 'class-teacher', tree: 'school', path: '211324/a/b/', says: { zh: '班主任', en: 'Class teacher' } }],
    permissions: expect.arrayContaining(['school.read']),
    secondFactor: 'none',
    mustChangePassword: false,
    idleSeconds: 900,
  });
  const cookies = [answer.headers['set-cookie']].flat().map(String);
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/);
  expect((await browser.get('/api/session')).json.signedIn).toBe(true);
  expect(await office.trail()).toMatchObject([
    { user_id: userId, act: 'session.begin', object: `user:${userId}`, outcome: 'done' },
  ]);
});

it('keeps digests of what is in the cookies and not the cookies', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await browser.signIn(login, PASSWORD);
  const rows = await readAs(office.house.db, office.house.system, (trx) =>
    rawSql<{ text: string }>(
      trx,
      `select s::text as text from session s union all select d::text from known_device d union all select l::text from audit_line l`,
    ),
  );
  expect(rows.length).toBeGreaterThan(2);
  for (const cookie of browser.cookies.values()) {
    expect(cookie).toMatch(/^[\w-]{43}$/);
    expect(
      rows.filter(({ text }) => text.includes(cookie) || text.includes(Buffer.from(cookie, 'base64url').toString('hex'))),
    ).toEqual([]);
  }
});

it('says the same to a wrong password, an unknown, a disabled and an invited account, and writes no unknown login down', async () => {
  const { login } = await office.person(newLogin());
  const disabled = await office.person(newLogin());
  await transact(office.house.db, office.house.system, async (trx) => {
    await disableRow(trx, disabled.userId, 'left');
    return { result: undefined, changes: [] };
  });
  await office.trail();
  const source = newSource();
  const answers = [
    await office.browser(source).signIn(login, wrong),
    await office.browser(source).signIn('nobody-of-that-name', PASSWORD),
    await office.browser(source).signIn(disabled.login, PASSWORD),
  ];
  const said = answers.map(({ status, json }) => ({ status, error: { ...json.error, requestId: '' } }));
  expect(said[0]).toMatchObject({
    status: 401,
    error: { code: 'wrong-password', zh: expect.stringContaining('账号或密码不对') },
  });
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  const lines = await office.trail();
  expect(lines.map(({ act, outcome, user_id }) => ({ act, outcome, user_id }))).toEqual(
    Array.from({ length: 3 }, () => ({ act: 'session.begin', outcome: 'refused', user_id: null })),
  );
  expect(JSON.stringify(lines)).not.toContain('nobody-of-that-name');
  expect(lines.map(({ object }) => object)).toContainEqual(expect.stringMatching(/^login:[0-9a-f]{32}$/));
});

it('asks for a quarter of an hour after five wrong passwords, and takes not even the right one before', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await fail(browser, login, 5);
  later(60);
  const refused = await browser.signIn(login, PASSWORD);
  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toBe('840');
  expect(refused.json.error.zh).toContain('14 分钟');
  expect((await office.browser(newSource()).signIn(login, PASSWORD)).status).toBe(200);
  later(841);
  expect((await browser.signIn(login, PASSWORD)).status).toBe(200);
});

it('begins to count anew after a right password', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await fail(browser, login, 4);
  later(1);
  expect((await browser.signIn(login, PASSWORD)).status).toBe(200);
  later(1);
  await fail(browser, login, 4);
  expect((await browser.signIn(login, PASSWORD)).status).toBe(200);
});

it('treats an account that does not exist as one that does, wait and all', async () => {
  const browser = office.browser(newSource());
  await fail(browser, 'not-there-at-all', 5);
  const refused = await browser.signIn('not-there-at-all', wrong);
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '900']);
});

it('lets its owner in from a known device while strangers guess, and counts what is guessed from that device', async () => {
  const { login } = await office.person(newLogin());
  const source = newSource();
  const own = office.browser(source);
  await own.signIn(login, PASSWORD);
  await own.delete('/api/session');
  later(1);
  await fail(office.browser(source), login, 5);
  expect((await office.browser(source).signIn(login, PASSWORD)).status).toBe(429);
  expect((await own.signIn(login, PASSWORD)).status).toBe(200);
  await own.delete('/api/session');
  later(1);
  await fail(own, login, 5);
  expect((await own.signIn(login, PASSWORD)).status).toBe(429);
});

it('knows a shared computer for each of its people by one cookie, and no cookie that it has not given out', async () => {
  const [one, other] = [await office.person(newLogin()), await office.person(newLogin())];
  const shared = office.browser(newSource());
  await shared.signIn(one.login, PASSWORD);
  const cookie = shared.cookies.get('nol_device');
  await shared.signIn(other.login, PASSWORD);
  expect(shared.cookies.get('nol_device')).toBe(cookie);

  const planted = office.browser(newSource());
  planted.cookies.set('nol_device', 'A'.repeat(43));
  await planted.signIn(one.login, PASSWORD);
  expect(planted.cookies.get('nol_device')).not.toBe('A'.repeat(43));
});

it('gives a new session at each sign-in, and the one before in that browser opens nothing any more', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  browser.cookies.set('nol_session', 'chosen-by-somebody-else');
  await browser.signIn(login, PASSWORD);
  const first = browser.cookies.get('nol_session') ?? '';
  expect(first).not.toBe('chosen-by-somebody-else');
  await browser.signIn(login, PASSWORD);
  const replay = office.browser();
  replay.cookies.set('nol_session', first);
  expect((await replay.get('/api/session')).json.signedIn).toBe(false);
});

it('ends a session at the sign-out, after a quarter of an hour without a request, and after eight hours of work', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await browser.signIn(login, PASSWORD);
  const cookie = browser.cookies.get('nol_session') ?? '';
  await office.trail();
  expect((await browser.delete('/api/session')).json).toMatchObject({ signedIn: false });
  expect(browser.cookies.has('nol_session')).toBe(false);
  expect(await office.trail()).toMatchObject([{ act: 'session.end' }]);
  const replay = office.browser();
  replay.cookies.set('nol_session', cookie);
  expect((await replay.get('/api/session')).json.signedIn).toBe(false);

  await browser.signIn(login, PASSWORD);
  later(899);
  expect((await browser.get('/api/session')).json.signedIn).toBe(true);
  later(901);
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);

  await browser.signIn(login, PASSWORD);
  for (let minutes = 10; minutes < 480; minutes += 10) {
    later(600);
    expect((await browser.get('/api/session')).json.signedIn, `${minutes} min`).toBe(true);
  }
  later(600);
  expect((await browser.get('/api/session')).json.signedIn).toBe(false);
});

it('keeps five sessions of a person and ends the oldest for a sixth, also when ten begin at once', async () => {
  const { login } = await office.person(newLogin());
  const browsers = Array.from({ length: 6 }, () => office.browser(newSource()));
  for (const browser of browsers) {
    await browser.signIn(login, PASSWORD);
    later(1);
  }
  const open = async () => Promise.all(browsers.map(async (browser) => (await browser.get('/api/session')).json.signedIn));
  expect(await open()).toEqual([false, true, true, true, true, true]);
  const atOnce = Array.from({ length: 10 }, () => office.browser(newSource()));
  await Promise.all(atOnce.map((browser) => browser.signIn(login, PASSWORD)));
  const alive = await Promise.all(atOnce.map(async (browser) => (await browser.get('/api/session')).json.signedIn));
  expect(alive.filter(Boolean)).toHaveLength(5);
});

it('shows people where they are signed in, and ends one of these sessions but nobody else’s', async () => {
  const [one, other] = [await office.person(newLogin()), await office.person(newLogin())];
  const [desk, phone, stranger] = [office.browser(newSource()), office.browser(newSource()), office.browser(newSource())];
  await desk.signIn(one.login, PASSWORD);
  later(60);
  await phone.signIn(one.login, PASSWORD);
  await stranger.signIn(other.login, PASSWORD);
  const { rows } = (await phone.get('/api/session/devices')).json;
  expect(rows).toEqual([
    {
      id: expect.any(String),
      device: 'Chrome · Windows',
      source: phone.source,
      createdAt: now.toISOString(),
      seenAt: now.toISOString(),
      current: true,
    },
    expect.objectContaining({ source: desk.source, current: false }),
  ]);
  expect((await stranger.delete(`/api/session/devices/${rows[1].id}`)).status).toBe(404);
  expect((await desk.get('/api/session')).json.signedIn).toBe(true);
  expect((await phone.delete(`/api/session/devices/${rows[1].id}`)).status).toBe(200);
  expect((await desk.get('/api/session')).json.signedIn).toBe(false);
});

it('changes a password by the old one, ends every other session and gives this one a new id', async () => {
  const { login, userId } = await office.person(newLogin());
  const [desk, phone] = [office.browser(newSource()), office.browser(newSource())];
  await desk.signIn(login, PASSWORD);
  await phone.signIn(login, PASSWORD);
  const before = desk.cookies.get('nol_session') ?? '';
  const fresh = 'Seven lanterns 5 drift past harbour';
  expect((await desk.put('/api/session/password', { current: wrong, next: fresh })).status).toBe(401);
  const weak = await desk.put('/api/session/password', { current: PASSWORD, next: 'Password2025!' });
  expect(weak.status).toBe(400);
  expect(weak.json.error.fields[0]).toMatchObject({ path: 'next', zh: expect.stringContaining('密码') });
  expect((await desk.put('/api/session/password', { current: PASSWORD, next: PASSWORD })).json.error.code).toBe('same-password');
  await office.trail();
  expect((await desk.put('/api/session/password', { current: PASSWORD, next: fresh })).json.signedIn).toBe(true);
  expect(await office.trail()).toMatchObject([{ user_id: userId, act: 'password.change' }]);
  expect(desk.cookies.get('nol_session')).not.toBe(before);
  const replay = office.browser();
  replay.cookies.set('nol_session', before);
  for (const old of [replay, phone]) expect((await old.get('/api/session')).json.signedIn).toBe(false);
  expect((await desk.get('/api/session/devices')).status).toBe(200);
  expect((await phone.signIn(login, PASSWORD)).status).toBe(401);
  expect((await phone.signIn(login, fresh)).status).toBe(200);
});

it('limits guessing at the present password of an open session', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await browser.signIn(login, PASSWORD);
  for (let time = 0; time < 5; time++) {
    expect((await browser.put('/api/session/password', { current: wrong, next: 'x' })).status).toBe(401);
  }
  expect((await browser.put('/api/session/password', { current: PASSWORD, next: 'x' })).status).toBe(429);
});

it('remembers the language a person reads', async () => {
  const { login } = await office.person(newLogin());
  const browser = office.browser(newSource());
  await browser.signIn(login, PASSWORD);
  expect((await browser.put('/api/session/language', { language: 'en' })).json.user.language).toBe('en');
  expect((await browser.get('/api/session')).json.user.language).toBe('en');
});

import { HOTP, Secret } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { spendStep } from '../../platform/access/sign-in/sign-in-store';
import { rawSql } from '../../platform/access/testing/raw-store';
import { readAs, transact } from '../../platform/db';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD } from './testing/office';

let office: Office;
let now: Date;

beforeAll(async () => {
  office = await openOffice();
});
beforeEach(() => later(0, new Date('2025-03-10T00:00:00Z')));
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.close());

function later(seconds: number, from = now): void {
  now = new Date(from.getTime() + seconds * 1000);
  office.house.at(now);
}

let next = 0;
const newLogin = () => `leader${next++}`;
const newSource = () => `10.2.0.${next++ % 250}`;

/** What the authenticator shows now, worked out without our own code. */
const codeOf = (secret: string, steps = 0) =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter: Math.floor(now.getTime() / 30_000) + steps });

/** Somebody whose office needs a second factor, who has set it up in this browser. */
async function enrolled(): Promise<{ login: string; userId: string; browser: Browser; secret: string; recoveryCodes: string[] }> {
  const person = await office.person(newLogin(), 'principal');
  const browser = office.browser(newSource());
  await browser.signIn(person.login, PASSWORD);
  const { secret, recoveryCodes } = (await browser.post('/api/session/second-factor/enrolment')).json;
  expect((await browser.post('/api/session/second-factor', { code: codeOf(secret) })).json.secondFactor).toBe('done');
  later(30);
  return { ...person, browser, secret, recoveryCodes };
}

it('lets a principal do nothing before an authenticator is set up, and shows it once', async () => {
  const { login, userId } = await office.person(newLogin(), 'principal');
  await office.trail();
  const browser = office.browser(newSource());
  expect((await browser.signIn(login, PASSWORD)).json.secondFactor).toBe('enrol');
  const refused = await browser.get('/api/session/devices');
  expect([refused.status, refused.json.error.code]).toEqual([403, 'second-factor-needed']);
  const before = browser.cookies.get('nol_session');
  const shown = (await browser.post('/api/session/second-factor/enrolment')).json;
  expect(shown).toEqual({
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    uri: expect.stringContaining(`secret=${shown.secret}`),
    qr: expect.stringMatching(/^<svg [\s\S]*<\/svg>\s*$/),
    recoveryCodes: expect.any(Array),
  });
  expect((await browser.post('/api/session/second-factor', { code: '000000' })).json.error.code).toBe('wrong-code');
  expect((await browser.post('/api/session/second-factor', { code: codeOf(shown.secret) })).json.secondFactor).toBe('done');
  expect(browser.cookies.get('nol_session')).not.toBe(before);
  expect((await browser.get('/api/session/devices')).status).toBe(200);
  const acts = (await office.trail()).map(({ act, outcome, user_id }) => `${act} ${outcome} ${user_id === userId}`);
  expect(acts.sort()).toEqual([
    'refused refused true',
    'second-factor.set done true',
    'second-factor.show done true',
    'second-factor.use refused true',
    'session.begin done true',
  ]);
});

it('keeps the secret of an authenticator sealed and the recovery codes as digests', async () => {
  const { userId, secret, recoveryCodes } = await enrolled();
  const rows = await readAs(office.house.db, office.house.system, (trx) =>
    rawSql<{ text: string }>(
      trx,
      `select u::text as text from app_user u where user_id = '${userId}'
      union all select r::text from recovery_code r where user_id = '${userId}'`,
    ),
  );
  expect(rows).toHaveLength(11);
  const said = rows.map(({ text }) => text).join('\n');
  for (const plain of [secret, ...recoveryCodes]) {
    expect(said).not.toContain(plain);
    expect(said).not.toContain(Buffer.from(plain).toString('hex'));
  }
});

it('asks for a code at each sign-in, and takes each code once', async () => {
  const { login, secret } = await enrolled();
  const [one, other] = [office.browser(newSource()), office.browser(newSource())];
  expect((await one.signIn(login, PASSWORD)).json.secondFactor).toBe('needed');
  await other.signIn(login, PASSWORD);
  expect((await one.get('/api/session/devices')).json.error.code).toBe('second-factor-needed');
  const code = codeOf(secret);
  expect((await one.post('/api/session/second-factor', { code })).json.secondFactor).toBe('done');
  expect((await other.post('/api/session/second-factor', { code })).json.error.code).toBe('wrong-code');
  later(30);
  expect((await other.post('/api/session/second-factor', { code: codeOf(secret) })).json.secondFactor).toBe('done');
});

it('takes the code of a clock that is half a minute off, and none that is further off', async () => {
  const { login, secret } = await enrolled();
  for (const [steps, right] of [
    [2, false],
    [-2, false],
    [1, true],
  ] as const) {
    const browser = office.browser(newSource());
    await browser.signIn(login, PASSWORD);
    const answer = await browser.post('/api/session/second-factor', { code: codeOf(secret, steps) });
    expect(answer.json.secondFactor === 'done', `${steps}`).toBe(right);
  }
});

it('lets exactly one of a thousand requests with the same code through', async () => {
  const { db, system } = office.house;
  const { userId, login, secret } = await enrolled();
  const [row] = await readAs(db, system, (trx) =>
    rawSql<{ totp_secret: Buffer }>(trx, `select totp_secret from app_user where user_id = '${userId}'`),
  );
  const sealed = row?.totp_secret as Buffer;
  const step = Math.floor(now.getTime() / 30_000) - 1;
  await readAs(db, system, (trx) => rawSql(trx, 'select 1'));
  await transact(db, system, async (trx) => {
    await rawSql(trx, `update app_user set totp_step = ${step - 1} where user_id = '${userId}'`);
    return { result: undefined, changes: [] };
  });
  const spend = () => transact(db, system, async (trx) => ({ result: await spendStep(trx, userId, step, sealed), changes: [] }));
  const spent = await Promise.all(Array.from({ length: 1000 }, spend));
  expect(spent.filter(Boolean)).toHaveLength(1);

  const browsers = Array.from({ length: 4 }, () => office.browser(newSource()));
  for (const browser of browsers) await browser.signIn(login, PASSWORD);
  const code = codeOf(secret);
  const asked = browsers.flatMap((browser) =>
    Array.from({ length: 50 }, () => browser.post('/api/session/second-factor', { code })),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401, 429]));
});

it('asks for a quarter of an hour after five wrong codes, on each device by itself', async () => {
  const { login, secret, browser: own } = await enrolled();
  const stranger = office.browser(newSource());
  await stranger.signIn(login, PASSWORD);
  for (let time = 0; time < 5; time++) {
    expect((await stranger.post('/api/session/second-factor', { code: '123456' })).status).toBe(401);
  }
  expect((await stranger.post('/api/session/second-factor', { code: codeOf(secret) })).status).toBe(429);
  await own.signIn(login, PASSWORD);
  expect((await own.post('/api/session/second-factor', { code: codeOf(secret) })).status).toBe(200);
});

it('takes each recovery code once in the place of the authenticator, however it is typed', async () => {
  const { login, recoveryCodes, browser } = await enrolled();
  expect(recoveryCodes).toHaveLength(10);
  const [code = ''] = recoveryCodes;
  await browser.signIn(login, PASSWORD);
  await office.trail();
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
  expect((await browser.post('/api/session/second-factor', { code: typed })).json.secondFactor).toBe('done');
  expect(await office.trail()).toMatchObject([{ act: 'second-factor.recover' }]);
  await browser.signIn(login, PASSWORD);
  expect((await browser.post('/api/session/second-factor', { code })).json.error.code).toBe('wrong-code');
});

it('makes new recovery codes for whoever gives the password, and the old ones are good no more', async () => {
  const { login, recoveryCodes, browser } = await enrolled();
  expect((await browser.post('/api/session/recovery-codes', { password: 'no' })).status).toBe(401);
  const { codes } = (await browser.post('/api/session/recovery-codes', { password: PASSWORD })).json;
  expect(codes).toHaveLength(10);
  await browser.signIn(login, PASSWORD);
  expect((await browser.post('/api/session/second-factor', { code: recoveryCodes[1] })).status).toBe(401);
  expect((await browser.post('/api/session/second-factor', { code: codes[1] })).status).toBe(200);
});

it('gives another authenticator only to whoever has the one before and the password', async () => {
  const { login, secret, browser } = await enrolled();
  const stranger = office.browser(newSource());
  await stranger.signIn(login, PASSWORD);
  const early = await stranger.post('/api/session/second-factor/enrolment', { password: PASSWORD });
  expect([early.status, early.json.error.code]).toEqual([403, 'second-factor-needed']);
  expect((await browser.post('/api/session/second-factor/enrolment')).status).toBe(401);
  const shown = (await browser.post('/api/session/second-factor/enrolment', { password: PASSWORD })).json;
  expect((await stranger.post('/api/session/second-factor', { code: codeOf(shown.secret) })).status).toBe(401);
  expect((await stranger.post('/api/session/second-factor', { code: codeOf(secret) })).status).toBe(200);
  expect((await browser.post('/api/session/second-factor', { code: codeOf(shown.secret) })).status).toBe(200);
  later(30);
  await stranger.signIn(login, PASSWORD);
  expect((await stranger.post('/api/session/second-factor', { code: codeOf(secret) })).status).toBe(401);
  expect((await stranger.post('/api/session/second-factor', { code: codeOf(shown.secret) })).status).toBe(200);
});

it('changes no password of somebody who has not given the code yet', async () => {
  const { login } = await enrolled();
  const browser = office.browser(newSource());
  await browser.signIn(login, PASSWORD);
  const answer = await browser.put('/api/session/password', { current: PASSWORD, next: 'Seven lanterns 5 drift past harbour' });
  expect([answer.status, answer.json.error.code]).toEqual([403, 'second-factor-needed']);
});

it('asks a teacher for nothing more, and nobody in a county of fictional people', async () => {
  const teacher = await office.person(newLogin(), 'class-teacher');
  expect((await office.browser(newSource()).signIn(teacher.login, PASSWORD)).json.secondFactor).toBe('none');
  const demo = await openOffice({ demo: true });
  const leader = await demo.person('leader', 'bureau-leader');
  const browser = demo.browser();
  expect((await browser.signIn(leader.login, PASSWORD)).json).toMatchObject({ secondFactor: 'none', demo: true });
  expect((await browser.get('/api/session/devices')).status).toBe(200);
  await demo.close();
});

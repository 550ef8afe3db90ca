import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OidcSettings } from '../../platform/access/sign-in';
import { rawSql } from '../../platform/access/testing/raw-store';
import { readAs, transact } from '../../platform/db';
import type { Browser } from './testing/browser';
import { type FalseProvider, type Fault, falseProvider } from './testing/false-provider';
import { type Office, openOffice } from './testing/office';
import { type RealProvider, realProvider } from './testing/real-provider';

const client = { clientId: 'nol', clientSecret: 'a secret of at least thirty-two letters' };
const address = 'http://127.0.0.1:8000';

const settings = (issuer: string, change: Partial<OidcSettings> = {}): OidcSettings => ({
  ...client,
  issuer,
  name: '统一身份认证',
  loginClaim: 'preferred_username',
  secondFactor: ['mfa'],
  address,
  ...change,
});

let next = 1;
const begin = async (browser: Browser, phone = false): Promise<string> =>
  (await browser.post('/api/oidc/begin', { phone })).json.url;
const finish = (browser: Browser, back: URL | string, phone = false) =>
  browser.post('/api/oidc/finish', { phone, query: typeof back === 'string' ? back : back.search.slice(1) });

describe('with a provider as a county might run one', () => {
  let provider: RealProvider;
  let office: Office;
  beforeAll(async () => {
    provider = await realProvider({ ...client, redirects: [`${address}/oidc`, `${address}/m/oidc`] }, { email: 'a@b.cn' });
    office = await openOffice({ oidc: settings(provider.issuer) });
    await office.person('teacher', 'class-teacher');
    await office.person('officer', 'bureau-officer');
  });
  beforeEach(async () => {
    await office.trail();
  });
  afterEach(() => expect(office.faults.splice(0)).toEqual([]));
  afterAll(async () => {
    await office.close();
    await provider.close();
  });

  const visitor = () => office.browser(`10.7.0.${next++}`);

  it('signs in whoever has an account here, by the login that the provider tells', async () => {
    const browser = visitor();
    expect((await browser.get('/api/session')).json).toMatchObject({ signedIn: false, oidc: '统一身份认证' });
    const url = new URL(await begin(browser));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${address}/oidc`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const back = await provider.visit(url.href, 'Teacher');
    expect(back.origin + back.pathname).toBe(`${address}/oidc`);
    const answer = await finish(browser, back);
    expect(answer.json).toMatchObject({ signedIn: true, user: { login: 'teacher' }, secondFactor: 'none' });
    expect((await browser.get('/api/session')).json.user.login).toBe('teacher');
    expect(await office.trail()).toMatchObject([
      { act: 'session.begin', outcome: 'done', detail: { by: 'oidc', secondFactor: false } },
    ]);
    // The same answer again is worth nothing, and so is the same code.
    expect((await finish(browser, back)).json.error.code).toBe('oidc-over');
  });

  it('asks for our own second step where the role needs one and the provider does not vouch for it', async () => {
    const browser = visitor();
    const back = await provider.visit(await begin(browser, true), 'officer');
    expect(back.pathname).toBe('/m/oidc');
    expect((await finish(browser, back, true)).json).toMatchObject({ signedIn: true, secondFactor: 'enrol' });
    expect((await browser.get('/api/schools')).status).toBe(403);
  });

  it('makes no account for whoever has none, and says so', async () => {
    const browser = visitor();
    const answer = await finish(browser, await provider.visit(await begin(browser), 'stranger'));
    expect([answer.status, answer.json.error.code]).toEqual([401, 'oidc-unknown']);
    expect(answer.json.error.zh).toContain('“stranger”');
    expect(await office.trail()).toMatchObject([{ act: 'session.begin', outcome: 'refused', reason: 'oidc-unknown' }]);
    const users = await readAs(office.house.db, office.house.system, (trx) =>
      rawSql(trx, `select 1 from app_user where login = 'stranger'`),
    );
    expect(users).toEqual([]);
  });

  it('lets nobody finish what another browser has begun', async () => {
    const [one, other] = [visitor(), visitor()];
    await begin(other);
    const back = await provider.visit(await begin(one), 'teacher');
    expect((await finish(other, back)).json.error.code).toBe('oidc-over');
    expect((await finish(one, back)).json.signedIn).toBe(true);
  });

  it('says that the person cancelled', async () => {
    const browser = visitor();
    const answer = await finish(browser, await provider.cancel(await begin(browser)));
    expect([answer.status, answer.json.error.code]).toEqual([401, 'oidc-denied']);
  });

  it('forgets what nobody came back from within ten minutes', async () => {
    const browser = visitor();
    const back = await provider.visit(await begin(browser), 'teacher');
    office.house.at(new Date(Date.now() + 11 * 60_000));
    expect((await finish(browser, back)).json.error.code).toBe('oidc-over');
    await begin(browser);
    const rows = await readAs(office.house.db, office.house.system, (trx) => rawSql(trx, 'select 1 from oidc_login'));
    expect(rows).toHaveLength(1);
    office.house.at(new Date());
  });
});

describe('with a provider that cannot be believed', () => {
  let provider: FalseProvider;
  let office: Office;
  beforeAll(async () => {
    provider = await falseProvider(client.clientId);
    office = await openOffice({ oidc: settings(provider.issuer, { loginClaim: 'email' }) });
    await office.person('officer@county.cn', 'bureau-officer');
  });
  beforeEach(async () => {
    provider.fault = 'none';
    provider.claims = { email: 'officer@county.cn', email_verified: true };
    await office.trail();
  });
  afterEach(() => expect(office.faults.splice(0)).toEqual([]));
  afterAll(async () => {
    await office.close();
    await provider.close();
  });

  async function come(fault: Fault): Promise<{ code: string; status: number; json: { secondFactor?: string } }> {
    const browser = office.browser(`10.7.1.${next++}`);
    const url = new URL(await begin(browser));
    provider.nonce = url.searchParams.get('nonce') ?? '';
    provider.fault = fault;
    const query = new URLSearchParams({ code: 'c', state: url.searchParams.get('state') ?? '' });
    const { json, status } = await finish(browser, query.toString());
    return { code: json.error?.code ?? 'in', status, json };
  }

  it('lets somebody in when nothing is wrong', async () => {
    expect((await come('none')).code).toBe('in');
  });

  it.each(['signature', 'nonce', 'audience', 'issuer', 'expired', 'token-error'] as const)(
    'refuses a token with a wrong %s',
    async (fault) => {
      expect(await come(fault)).toMatchObject({ code: 'oidc-untrusted', status: 401 });
      expect(await office.trail()).toMatchObject([{ act: 'session.begin', outcome: 'refused', reason: 'oidc-untrusted' }]);
    },
  );

  it('says that the provider cannot be reached, and comes back to it', async () => {
    expect(await come('silent')).toMatchObject({ code: 'oidc-unreachable', status: 503 });
    provider.fault = 'none';
    expect((await come('none')).code).toBe('in');
  });

  it('believes no address that its owner has not confirmed, and no person without a login', async () => {
    provider.claims = { email: 'officer@county.cn', email_verified: false };
    expect((await come('none')).code).toBe('oidc-no-login');
    provider.claims = { preferred_username: 'officer@county.cn' };
    expect((await come('none')).code).toBe('oidc-no-login');
  });

  it('takes the provider’s second factor where it is one of those agreed on', async () => {
    expect((await come('none')).json.secondFactor).toBe('enrol');
    provider.claims = { ...provider.claims, amr: ['pwd', 'mfa'] };
    expect((await come('none')).json.secondFactor).toBe('done');
    provider.claims = { ...provider.claims, amr: ['pwd'], acr: 'mfa' };
    expect((await come('none')).json.secondFactor).toBe('done');
    provider.claims = { ...provider.claims, amr: ['sms'], acr: 'gold' };
    expect((await come('none')).json.secondFactor).toBe('enrol');
  });

  it('lets a disabled account in no more, and brings one into use that nobody has used yet', async () => {
    await office.person('sys@county.cn', 'system-admin');
    const set = (state: string) =>
      rawSqlAsServer(office, `update app_user set state = '${state}', password_hash = null where login = 'officer@county.cn'`);
    await set('disabled');
    expect((await come('none')).code).toBe('account-disabled');
    await set('invited');
    await office.trail();
    expect((await come('none')).code).toBe('in');
    expect((await office.trail()).map(({ act }) => act)).toEqual(['account.activate', 'session.begin']);
  });
});

it('is absent where no provider is configured', async () => {
  const office = await openOffice();
  const browser = office.browser();
  expect((await browser.get('/api/session')).json.oidc).toBe(null);
  expect((await browser.post('/api/oidc/begin', { phone: false })).status).toBe(404);
  expect((await finish(browser, 'code=c&state=s')).status).toBe(404);
  await office.close();
});

async function rawSqlAsServer(office: Office, statement: string): Promise<void> {
  await transact(office.house.db, office.house.system, async (trx) => {
    await rawSql(trx, statement);
    return { result: undefined, changes: [] };
  });
}

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Role } from '../../platform/access';
import type { Browser } from './testing/browser';
import { type Office, openOffice, PASSWORD, seedPlaces } from './testing/office';

let office: Office;
let security: Browser;
let leader: Browser;
let system: Browser;
let places: { school: string; classes: readonly string[] };

beforeAll(async () => {
  office = await openOffice({ demo: true });
  office.house.at(new Date('2025-03-10T00:00:00Z'));
  places = await seedPlaces(office.house);
  for (const [login, role] of [
    ['sec', 'security-admin'],
    ['lead', 'bureau-leader'],
    ['sys', 'system-admin'],
  ] as const) {
    await office.person(login, role);
  }
  [security, leader, system] = [await signedIn('sec'), await signedIn('lead'), await signedIn('sys')];
});
beforeEach(async () => {
  await office.trail();
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.close());

let next = 1;

async function signedIn(login: string): Promise<Browser> {
  const browser = office.browser(`10.6.0.${next++}`);
  await browser.signIn(login, PASSWORD);
  return browser;
}

type Given = { readonly id: string; readonly version: number; readonly userId: string };

async function given(role: Role, path: string, untilDay: string | null): Promise<Given> {
  const { userId } = await office.person(`holder${next++}`);
  const draft = { userId, role, path, fromDay: '2025-03-01', untilDay, reason: '本学期' };
  const { id } = (await security.post('/api/grants', draft)).json;
  expect((await leader.post('/api/grants/approvals', { grants: [{ id, version: 1 }] })).status).toBe(200);
  return { id, version: 2, userId };
}

const renew = (grants: readonly Given[], untilDay: string, by = security) =>
  by.post('/api/grants/renewals', { grants: grants.map(({ id, version }) => ({ id, version })), untilDay, reason: '下学期续' });
const rowsOf = async (userId: string) => (await security.get(`/api/grants?user=${userId}`)).json.rows;

it('asks for rights to go on, each from the day after it ends, and leaves alone what lasts as long already', async () => {
  const one = await given('registrar', places.school, '2025-03-31');
  const over = await given('principal', places.school, '2025-07-11');
  const lasts = await given('class-teacher', places.classes[0] ?? '', '2025-07-31');
  await office.trail();
  const answer = await renew([one, over, lasts, one], '2025-07-31');
  expect([answer.status, answer.json]).toEqual([200, { asked: 2, unchanged: 1 }]);
  const [asked, before] = await rowsOf(one.userId);
  expect(asked).toMatchObject({
    state: 'asked',
    fromDay: '2025-04-01',
    untilDay: '2025-07-31',
    askedBy: '王sec',
    place: '青禾小学',
  });
  expect(before).toMatchObject({ id: one.id, state: 'open', untilDay: '2025-03-31' });
  expect((await office.trail()).filter(({ act }) => act === 'grant.ask').map(({ detail }) => detail)).toEqual([
    expect.objectContaining({ renews: one.id }),
    expect.objectContaining({ renews: over.id }),
  ]);
  // It waits for the second person like any other right, and asking again asks for nothing more.
  expect((await renew([one], '2025-07-31')).json).toEqual({ asked: 0, unchanged: 1 });
  expect((await leader.post('/api/grants/approvals', { grants: [{ id: asked.id, version: 1 }] })).json).toEqual({ approved: 1 });
});

it('renews all or none: not beyond a year and a month, nothing that waits, no office, nobody his own', async () => {
  const one = await given('registrar', places.school, '2025-03-31');
  const two = await given('registrar', places.school, '2025-03-31');
  const beyond = await renew([one, two], '2027-07-31');
  expect([beyond.status, beyond.json.error.fields[0].path]).toEqual([400, 'untilDay']);
  expect((await renew([one, { ...two, version: 1 }], '2025-07-31')).json.error.code).toBe('changed-meanwhile');
  expect(await rowsOf(one.userId)).toHaveLength(1);

  const officeGrant = (await security.get('/api/grants?role=system-admin&state=open')).json.rows[0];
  expect((await renew([one, officeGrant], '2025-07-31')).json.error.code).toBe('office-lasts');
  const own = (await security.get('/api/grants?role=security-admin&state=open')).json.rows[0];
  expect((await renew([own], '2025-07-31')).json.error.code).toBe('own-rights');
  expect((await renew([one], '2025-07-31', leader)).status).toBe(403);
});

it('finds rights by the name of their place, and places by pinyin', async () => {
  const teacher = await given('class-teacher', places.classes[1] ?? '', '2025-07-31');
  const { rows } = (await security.get('/api/grants?size=200&text=青禾')).json;
  const found = rows.find(({ id }: { id: string }) => id === teacher.id);
  expect(found.place).toBe('青禾小学 三年级2班');
  expect((await security.get('/api/grants?text=没有这个地方')).json.total).toBe(0);

  const search = async (role: string, text: string) =>
    (await security.get(`/api/grants/places?role=${role}&text=${encodeURIComponent(text)}`)).json.rows.map(
      ({ name }: { name: string }) => name,
    );
  expect(await search('registrar', 'qhxx')).toEqual(['青禾小学']);
  expect(await search('registrar', 'Qinghe')).toEqual(['青禾小学']);
  expect(await search('township', 'lgyz')).toEqual(['六官营子镇']);
  // Eight names of villages stand for two each: the township stands before them.
  expect((await search('village', '六官营子镇')).every((name: string) => name.startsWith('六官营子镇 '))).toBe(true);
});

it('shows slips to hand out once, one a person, and everybody his own account', async () => {
  const { id } = (await system.post('/api/accounts', { login: 'slip', name: '赵新', unit: '青禾小学' })).json;
  const { rows } = (await system.post('/api/accounts/slips', { ids: [id] })).json;
  expect(rows).toEqual([
    {
      login: 'slip',
      name: '赵新',
      unit: '青禾小学',
      code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}-\w{4}$/),
      path: `/invitation#${rows[0].code}`,
      expiresAt: '2025-03-24T00:00:00.000Z',
    },
  ]);
  expect((await office.trail()).map(({ act }) => act)).toEqual(['account.create', 'invitation.make']);

  await given('registrar', places.school, '2025-07-31');
  const own = (await leader.get('/api/session/account')).json;
  expect(own).toEqual({
    login: 'lead',
    name: '王lead',
    unit: '试验单位',
    passwordSetAt: '2025-03-10T00:00:00.000Z',
    passwordOld: false,
    secondFactor: false,
    recoveryCodesLeft: 0,
    grants: [
      {
        role: 'bureau-leader',
        tree: 'county',
        path: '211324/',
        says: { zh: '教育局领导', en: 'Bureau leader' },
        place: '全县',
        fromDay: '2020-01-01',
        untilDay: null,
      },
    ],
  });
});

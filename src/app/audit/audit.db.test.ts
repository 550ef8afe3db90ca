import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { rawSql } from '../../platform/access/testing/raw-store';
import { type LineFilter, listLines } from '../../platform/access/trail/look-store';
import { newId, openDatabase, readAs, recordAct, transact } from '../../platform/db';
import { startJobs } from '../../platform/jobs';
import { asking } from '../../platform/testing/house';
import type { Browser } from '../accounts/testing/browser';
import { type Office, openOffice, PASSWORD } from '../accounts/testing/office';
import { objectMeant } from './looking';
import { verifyKind, verifyTrail } from './verification';

let office: Office;
let audit: Browser;
let security: Browser;
let system: Browser;
let now: Date;

beforeAll(async () => {
  office = await openOffice({ demo: true });
  for (const role of ['audit-admin', 'security-admin', 'system-admin'] as const) await office.person(role, role);
});
afterEach(() => expect(office.faults.splice(0)).toEqual([]));
afterAll(() => office.close());

/** Another moment, at which all three sign in anew. */
async function begin(moment: string): Promise<void> {
  now = new Date(moment);
  office.house.at(now);
  [audit, security, system] = await Promise.all([signedIn('audit-admin'), signedIn('security-admin'), signedIn('system-admin')]);
  now = new Date(now.getTime() + 60_000);
  office.house.at(now);
  await office.trail();
}

async function signedIn(login: string): Promise<Browser> {
  const browser = office.browser(`10.8.0.${login.length}`);
  await browser.signIn(login, PASSWORD);
  return browser;
}

/** Writes lines as people of the house would, one a second. */
async function lines(count: number, act: string, object = 'school:a'): Promise<string> {
  const context = asking({ role: 'registrar', tree: 'school', path: '211324/a/' });
  for (let n = 0; n < count; n++) {
    office.house.at(new Date(now.getTime() + n * 1000));
    await recordAct(office.house.db, context, { act, object, detail: { n } });
  }
  office.house.at(now);
  return context.actor.userId;
}

const actsOf = (rows: readonly { act: string }[]) => rows.map(({ act }) => act);

it('shows what was done in words, by whom and to whom, the newest first', async () => {
  await begin('2025-03-10T02:00:00Z');
  const { id } = (await system.post('/api/accounts', { login: 'neu', name: '赵新', unit: '青禾小学' })).json;
  const { rows } = (await audit.get('/api/audit/lines?size=1&until=2025-03-10')).json;
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^\d-\d+$/),
      at: '2025-03-10T02:01:00.000Z',
      who: { id: expect.any(String), login: 'system-admin', name: '王system-admin', unit: '试验单位' },
      act: 'account.create',
      says: { zh: '新建账号', en: 'Made an account' },
      object: { kind: { zh: '账号', en: 'account' }, label: '赵新（neu）', raw: `user:${id}` },
      outcome: 'done',
      reason: null,
      source: '10.8.0.12',
    },
  ]);
  const line = (await audit.get(`/api/audit/lines/${rows[0].id}`)).json;
  expect(line).toMatchObject({ ...rows[0], requestId: expect.any(String), detail: [], beside: [] });
  expect((await audit.get('/api/audit/lines/7-999999')).status).toBe(404);
});

it('says of a refusal what was wanted, and puts the reasons of the program into words', async () => {
  await system.get('/api/grants');
  const [line] = (await audit.get('/api/audit/lines?outcome=refused&person=system')).json.rows;
  expect(line).toMatchObject({
    says: { zh: '没有权限，已拒绝' },
    object: { kind: { zh: '查看授权' }, label: '' },
    reason: { zh: '岗位没有这项权限' },
  });
});

it('goes through the trail page by page, without gaps or doubles, also where many lines have one moment', async () => {
  await begin('2025-03-11T01:00:00Z');
  const context = asking({ role: 'registrar', tree: 'school', path: '211324/a/' });
  await transact(office.house.db, context, async () => ({
    result: undefined,
    changes: Array.from({ length: 7 }, (_, n) => ({ act: 'school.change', object: `school:${n}` })),
  }));
  await lines(5, 'class.change');
  const whole = (await audit.get('/api/audit/lines?from=2025-03-11&until=2025-03-11&size=200')).json.rows;
  const signedIn = 3;
  const walked: { id: string }[] = [];
  let after = '';
  for (;;) {
    const page = (await audit.get(`/api/audit/lines?from=2025-03-11&until=2025-03-11&size=3${after}`)).json;
    walked.push(...page.rows);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(walked.map(({ id }) => id)).toEqual(whole.map(({ id }: { id: string }) => id));
  expect(whole).toHaveLength(12 + signedIn);
});

it('finds by the days of China, by person, by act, by object and by outcome', async () => {
  await begin('2025-03-12T16:30:00Z');
  await lines(2, 'calendar.change', 'calendar:2024-2025');
  const days = async (from: string, until: string) =>
    (await audit.get(`/api/audit/lines?act=calendar.change&from=${from}&until=${until}`)).json.rows.length;
  // Half past midnight in China is the next day there.
  expect([await days('2025-03-12', '2025-03-12'), await days('2025-03-13', '2025-03-13')]).toEqual([0, 2]);

  const by = async (query: string) => actsOf((await audit.get(`/api/audit/lines?size=200&${query}`)).json.rows);
  expect(new Set(await by('person=王system'))).toEqual(new Set(['session.begin', 'account.create', 'refused']));
  expect(await by('person=nobody-of-this-name')).toEqual([]);
  expect(await by('person=SYSTEM&act=account.create')).toEqual(['account.create']);
  expect(await by('object=calendar:2024-2025')).toEqual(['calendar.change', 'calendar.change']);
  expect(new Set(await by('outcome=refused'))).toEqual(new Set(['refused']));
  const known = (await audit.get('/api/audit/acts')).json.rows;
  expect(known).toContainEqual({ act: 'calendar.change', says: { zh: expect.any(String), en: expect.any(String) } });
  expect(actsOf(known)).toEqual([...new Set(actsOf(known))].sort());
});

it('refuses a part of a name that could mean everybody', async () => {
  const people = Array.from(
    { length: 51 },
    (_, n) => `('211324', 'x${n}', 'x${n}', '许多${n}', '', 'zh', 'active', false, 0, now(), 1)`,
  );
  await transact(office.house.db, office.house.system, async (trx) => {
    await rawSql(
      trx,
      `insert into app_user (county_id, user_id, login, name, unit, language, state, must_change_password, totp_step, created_at, version) values ${people.join()}`,
    );
    return { result: undefined, changes: [] };
  });
  const answer = await audit.get('/api/audit/lines?person=许多');
  expect([answer.status, answer.json.error.code]).toEqual([422, 'too-many-people']);
});

it('tells who has looked at a child, by the address of its page, and that this was asked', async () => {
  const child = newId();
  await begin('2025-03-13T01:00:00Z');
  const userId = await lines(2, 'child.reveal', `child:${child}`);
  const address = encodeURIComponent(`https://county.example/children/${child}?from=list`);
  const { rows } = (await audit.get(`/api/audit/lines?object=${address}`)).json;
  expect(rows.map(({ act, who }: { act: string; who: { id: string } }) => [act, who.id])).toEqual([
    ['child.reveal', userId],
    ['child.reveal', userId],
  ]);
  expect((await office.trail()).filter(({ act }) => act === 'audit.child')).toMatchObject([{ object: `child:${child}` }]);
  expect([objectMeant(child.toUpperCase()), objectMeant(`user:${child}`), objectMeant('what')]).toEqual([
    `child:${child}`,
    `user:${child}`,
    'what',
  ]);
});

it('verifies the trail in the background, once at a time, and names the first broken line', async () => {
  const { db } = office.house;
  const services = { ring: office.house.ring, files: office.house.files, wakeJobs: () => undefined };
  const run = async () => {
    const asked = await Promise.all([0, 1].map(async () => (await audit.post('/api/audit/verification')).json.jobId));
    const jobs = startJobs({
      db,
      house: services,
      works: { [verifyKind]: verifyTrail },
      onFault: (error) => office.faults.push(error),
    });
    await expect.poll(state, { timeout: 20_000 }).toMatchObject({ state: 'done' });
    await jobs.stop();
    return { jobs: new Set(asked).size, ...(await state()) };
  };
  const state = async () => (await audit.get('/api/audit/verification')).json.verification;
  expect(await state()).toBe(null);
  expect(await run()).toMatchObject({ verdict: { firstBroken: null, anchors: { count: 0, newest: null } } });

  const owner = openDatabase(office.house.owner, () => undefined);
  await rawSql(owner, `update audit_line set reason = 'nothing' where act = 'county.open'`);
  now = new Date(now.getTime() + 1000);
  office.house.at(now);
  expect(await run()).toMatchObject({ jobs: 1, verdict: { firstBroken: { chain: 0, seq: 1, why: 'altered' } } });
  await rawSql(owner, `update audit_line set reason = null where act = 'county.open'`);
  await owner.close();
});

it('exports what fits as a file, with a reason in a line of its own; never without, nor more than a program opens', async () => {
  const ask = { act: 'class.change', form: 'jsonl', reason: '年度审计' };
  const file = await audit.post('/api/audit/export', ask);
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('审计记录-2025-03-13.jsonl');
  const exported = file.raw
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(exported).toHaveLength(5);
  expect(exported[0]).toMatchObject({ act: 'class.change', mac: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await office.trail()).at(-1)).toMatchObject({
    act: 'audit.export',
    reason: '年度审计',
    detail: { form: 'jsonl', lines: 5, narrowed: ['act'] },
  });
  const book = await audit.post('/api/audit/export', { ...ask, form: 'xlsx' });
  expect([book.status, book.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await audit.post('/api/audit/export', { ...ask, reason: ' ' })).status).toBe(400);
  expect((await audit.post('/api/audit/export', { ...ask, act: 'no.such' })).json.error.code).toBe('no-lines');
});

it('shows the security administrator refusals, failed sign-ins and locks, and nothing of ordinary work', async () => {
  await begin('2025-03-14T01:00:00Z');
  const stranger = office.browser('10.9.9.9');
  for (let guess = 0; guess < 8; guess++) await stranger.signIn('system-admin', 'wrong password');
  await lines(3, 'class.change');
  const { rows } = (await security.get('/api/security-events?from=2025-03-14')).json;
  expect(
    rows.map(({ act, object, reason }: { act: string; object: { label: string }; reason: { zh: string } }) => [
      act,
      object.label,
      reason.zh,
    ]),
  ).toEqual([
    // However often it was tried while it was stopped.
    ['session.lock', '王system-admin（system-admin）', '输错次数太多'],
    ...Array.from({ length: 5 }, () => ['session.begin', '王system-admin（system-admin）', '密码不对']),
  ]);
  expect((await security.get('/api/security-events?object=child:1')).status).toBe(400);
  expect(actsOf((await security.get('/api/security-events?from=2025-03-14&act=session.lock')).json.rows)).toEqual([
    'session.lock',
  ]);
  const { id, version } = (await system.get('/api/accounts?text=neu')).json.rows[0];
  await system.post(`/api/accounts/${id}/disabling`, { version, reason: '调离' });
  expect((await security.get('/api/security-events?from=2025-03-14&outcome=done')).json.rows).toMatchObject([
    { act: 'account.disable', reason: { zh: '调离' } },
  ]);
});

it('reads no more of a long trail than it needs for the lines it shows', async () => {
  const { db, system: server } = office.house;
  const owner = openDatabase(office.house.owner, () => undefined);
  await rawSql(
    owner,
    `insert into audit_line select l.county_id, 9, n, timestamptz '2024-01-01' + n * interval '1 minute', 'u' || n % 50, 'r', '-',
      case when n % 5000 = 0 then 'rare.act' else 'common.act' end, 'child:' || n % 1000,
      case when n % 1000 = 0 then 'refused' else 'done' end, null, null, l.mac
      from audit_line l, generate_series(1, 50000) n where l.act = 'county.open'`,
  );
  await rawSql(owner, 'analyze audit_line');
  const none = { from: null, before: null, users: null, acts: null, object: null, outcome: null };
  // What the connection has counted so far may hold earlier transactions; the difference is this walk alone.
  const linesRead = async (trx: Parameters<typeof listLines>[0]) => {
    const [stat] = await rawSql<{ lines: number }>(
      trx,
      `select pg_stat_get_xact_tuples_returned('audit_line'::regclass) + sum(pg_stat_get_xact_tuples_returned(indexrelid))::int as lines
        from pg_index where indrelid = 'audit_line'::regclass`,
    );
    return Number(stat?.lines);
  };
  const read = (filter: Partial<LineFilter>) =>
    readAs(db, server, async (trx) => {
      const earlier = await linesRead(trx);
      const rows = await listLines(trx, { ...none, ...filter }, null, 20);
      return [rows.length, (await linesRead(trx)) - earlier];
    });
  const before = new Date('2024-01-20T00:00:00Z');
  const walks = {
    newest: await read({ before }),
    person: await read({ before, users: ['u7', 'u8'] }),
    act: await read({ acts: ['rare.act'] }),
    object: await read({ before, object: 'child:999' }),
    refused: await read({ before, outcome: 'refused' }),
  };
  expect(walks).toEqual({
    newest: [20, expect.any(Number)],
    person: [20, expect.any(Number)],
    act: [10, expect.any(Number)],
    object: [20, expect.any(Number)],
    refused: [20, expect.any(Number)],
  });
  // Twenty lines of two persons in fifty stand among 500 of the newest, each read in the index and in the table; a planner whose
  // sample says so walks these and no other index. Twice that is the most; the whole trail would be tens of thousands.
  const most = Math.max(...Object.values(walks).map(([, lines]) => lines ?? 0));
  expect(most, JSON.stringify(walks)).toBeLessThan(2000);
  await rawSql(owner, 'delete from audit_line where chain = 9');
  await owner.close();
});

import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal';
import type { Permission } from '../access';
import { type CoreTables, newId, readAs, transact } from '../db';
import { type TestHouse, testHouse } from '../testing/house';
import { type RouteFacts, routesOf } from './route';
import { buildServer } from './server';
import { type SignedIn, signedIn } from './testing/signed-in';

const route = routesOf<null>();
const bureau: Permission = { says: { zh: '试验', en: 'Try' }, roles: ['bureau-officer'] };
let effects = 0;
const faults: unknown[] = [];

const routes: readonly RouteFacts<null>[] = [
  route({
    method: 'POST',
    url: '/api/things',
    says: { zh: '新增', en: 'Add' },
    who: bureau,
    creates: true,
    body: z.strictObject({ name: z.string().min(2) }),
    response: z.strictObject({ id: z.string(), name: z.string() }),
    handle: ({ db, context, body }) =>
      transact(db, context, async () => {
        effects++;
        return { result: { id: newId(), name: body.name }, changes: [{ act: 'thing.add', object: 'thing:1' }] };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/things/:id',
    says: { zh: '查看', en: 'See' },
    who: 'signed-in',
    params: z.strictObject({ id: z.string() }),
    response: z.strictObject({ id: z.string() }),
    handle: async ({ params }) => {
      if (params.id === 'broken') throw new Error('password=secret at line 7');
      if (params.id === 'mine') throw new Refusal('forbidden', 'not-yours', { zh: '不归您管。', en: 'Not yours.' });
      // A column nobody asked for: the shape must stop it.
      return params.id === 'wide' ? { id: 'wide', idNumber: '211324' } : { id: params.id };
    },
  }),
];

let house: TestHouse;
let app: FastifyInstance;
let officer: SignedIn;
let teacher: SignedIn;

beforeAll(async () => {
  house = await testHouse();
  const onFault = (error: unknown) => faults.push(error);
  app = await buildServer({ db: house.db, house: null, facts: { demo: true }, routes, uploadLimit: 1000, https: false, onFault });
  officer = await signedIn(house.db, { role: 'bureau-officer', tree: 'county', path: '211324/' });
  teacher = await signedIn(house.db, { role: 'class-teacher', tree: 'school', path: '211324/s/c/' });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

function post(body: unknown, headers: Record<string, string> = {}): InjectOptions {
  const usual = {
    cookie: officer.cookie,
    'x-nol-token': officer.token,
    'idempotency-key': newId(),
    'content-type': 'application/json',
  };
  return { method: 'POST', url: '/api/things', headers: { ...usual, ...headers }, payload: JSON.stringify(body) };
}

const refusedLines = () =>
  readAs(house.db, house.system, (trx) =>
    trx.withTables<CoreTables>().selectFrom('audit_line').selectAll().where('outcome', '=', 'refused').execute(),
  );

it('answers a good request, and the same request again with the same answer and no second effect', async () => {
  effects = 0;
  const request = post({ name: '教学点' });
  const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => app.inject(request)));
  expect(first?.statusCode).toBe(200);
  for (const other of others) expect(other.json()).toEqual(first?.json());
  expect(effects).toBe(1);
  const changed = await app.inject({ ...request, payload: JSON.stringify({ name: '另一个' }) });
  expect(changed.statusCode).toBe(422);
  expect(changed.json().error.zh).toContain('没有保存');
});

it('lets in nobody without a session, nobody without the role, and notes both', async () => {
  const before = (await refusedLines()).length;
  const nobody = await app.inject(post({ name: '教学点' }, { cookie: '' }));
  expect(nobody.statusCode).toBe(401);
  const wrongRole = await app.inject(post({ name: '教学点' }, { cookie: teacher.cookie, 'x-nol-token': teacher.token }));
  expect(wrongRole.statusCode).toBe(403);
  expect(wrongRole.json().error).toMatchObject({ code: 'no-right', zh: expect.stringContaining('权限') });
  const inside = await app.inject({ url: '/api/things/mine', headers: { cookie: teacher.cookie } });
  expect(inside.statusCode).toBe(403);
  expect(await refusedLines()).toHaveLength(before + 3);
});

it('takes a change only from a page of its own', async () => {
  for (const headers of [
    { 'x-nol-token': '' },
    { 'x-nol-token': teacher.token },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await app.inject(post({ name: '教学点' }, headers));
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error.code).toBe('foreign-page');
  }
});

it('says field by field what does not fit, in both languages, and refuses what nobody asked for', async () => {
  const short = await app.inject(post({ name: '点' }));
  expect(short.statusCode).toBe(400);
  expect(short.json().error.fields).toEqual([
    { path: 'name', zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/^[ -~]+$/) },
  ]);
  for (const extra of [{ role: 'bureau-leader' }, { county_id: '1' }, { recorded_at: 'x' }, { constructor: 1 }]) {
    expect((await app.inject(post({ name: '教学点', ...extra }))).statusCode).toBe(400);
  }
  expect((await app.inject({ ...post({}), payload: '{"name":"教学点","__proto__":{"a":1}}' })).statusCode).toBe(400);
});

it('never lets a body by whose kind is not exactly JSON', async () => {
  effects = 0;
  const kinds = [
    'text/plain',
    'application/JSON',
    'application/json\t',
    'application/json ;charset=utf-8',
    'application/json;',
    'application/json; x',
    'application/json; charset=gbk',
    'application/jsonp',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
    'application/json, text/plain',
    'application/vnd.api+json',
    '*/*',
    'application/*',
    'json',
    '\tapplication/json',
    'APPLICATION/JSON',
  ];
  for (const kind of kinds) {
    const answer = await app.inject(post({ name: '教学点' }, { 'content-type': kind }));
    expect([400, 415], kind).toContain(answer.statusCode);
  }
  expect(effects).toBe(0);
});

it('tells nothing of a fault of ours but its number, and shows no field outside the shape', async () => {
  const broken = await app.inject({ url: '/api/things/broken', headers: { cookie: officer.cookie } });
  expect(broken.statusCode).toBe(503);
  expect(broken.body).not.toContain('secret');
  expect(broken.json().error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const wide = await app.inject({ url: '/api/things/wide', headers: { cookie: officer.cookie } });
  expect(wide.body).not.toContain('211324');
  expect(faults.length).toBeGreaterThanOrEqual(1);
});

it('sends its safety headers with every answer, and lets nothing personal into a cache', async () => {
  for (const url of ['/api/things/1', '/api/things/broken', '/api/nowhere']) {
    const { headers } = await app.inject({ url, headers: { cookie: officer.cookie } });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers).not.toHaveProperty('server');
  }
});

it('ends a session that was idle or taken away with the next request', async () => {
  const { cookie } = await signedIn(house.db, { role: 'bureau-officer', tree: 'county', path: '211324/' });
  const ask = async () => (await app.inject({ url: '/api/things/1', headers: { cookie } })).statusCode;
  expect(await ask()).toBe(200);
  house.at(new Date(Date.now() + 16 * 60_000));
  expect(await ask()).toBe(401);
  house.at(new Date());
});

it('does not start with a route that does not say who may call it, or that is there twice', async () => {
  const options = { db: house.db, house: null, facts: { demo: true }, uploadLimit: 1000, https: false, onFault: () => undefined };
  const [first] = routes;
  if (first === undefined) throw new Error('no route');
  const silent = { ...first, who: undefined } as unknown as RouteFacts<null>;
  await expect(buildServer({ ...options, routes: [silent] })).rejects.toThrow('does not say who');
  await expect(buildServer({ ...options, routes: [first, first] })).rejects.toThrow('declared twice');
});

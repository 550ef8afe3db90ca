import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal';
import { asking, type TestHouse, testHouse } from '../testing/house';
import { type CoreTables, newId, Replay, readAs, type Trx, transact } from './index';
import { BEGINNING } from './prepared-client';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const officer = () => asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });

async function set(trx: Trx, key: string): Promise<void> {
  const row = { key, from_day: '2025-03-01', value: '1', source: 'county' as const, reason: 'test', version: 1 };
  const whole = { ...row, county_id: trx.countyId, set_by: null, set_at: trx.now };
  await trx.withTables<CoreTables>().insertInto('setting').values(whole).execute();
}

const settings = (key: string) =>
  readAs(house.db, officer(), (trx) =>
    trx.withTables<CoreTables>().selectFrom('setting').select('key').where('key', '=', key).execute(),
  );

const lines = (act: string) =>
  readAs(house.db, house.system, (trx) =>
    trx.withTables<CoreTables>().selectFrom('audit_line').selectAll().where('act', '=', act).orderBy('seq').execute(),
  );

it('keeps a change and its line in the trail together', async () => {
  const context = officer();
  await transact(house.db, context, async (trx) => {
    await set(trx, 'kept');
    return { result: 1, changes: [{ act: 'test.kept', object: 'setting:kept', detail: { b: 1, a: { d: 2, c: 3 } } }] };
  });
  expect(await settings('kept')).toHaveLength(1);
  const [line] = await lines('test.kept');
  expect(line).toMatchObject({ user_id: context.actor.userId, object: 'setting:kept', outcome: 'done' });
});

it('leaves neither when the action throws', async () => {
  const attempt = transact(house.db, officer(), async (trx) => {
    await set(trx, 'lost');
    throw new Refusal('invalid', 'test', { zh: '不行。', en: 'No.' });
  });
  await expect(attempt).rejects.toThrow('No.');
  expect(await settings('lost')).toEqual([]);
});

it('shows nothing without a scope, and refuses one that somebody else has sealed', async () => {
  await transact(house.db, officer(), async (trx) => {
    await set(trx, 'scoped');
    return { result: 1, changes: [] };
  });
  const bare = await house.db.database.kysely.selectFrom('setting').selectAll().execute();
  expect(bare).toEqual([]);
  const forged = { ...house.db, scopeKey: Buffer.alloc(32, 9) };
  await expect(
    readAs(forged, officer(), (trx) => trx.withTables<CoreTables>().selectFrom('setting').selectAll().execute()),
  ).rejects.toThrow('does not bear the seal');
  const elsewhere = { ...house.db, countyId: '211382' };
  expect(
    await readAs(elsewhere, house.system, (trx) => trx.withTables<CoreTables>().selectFrom('setting').selectAll().execute()),
  ).toEqual([]);
});

it('takes everything back when the line of the trail cannot be written, which leaves together with the commit', async () => {
  const attempt = transact(house.db, officer(), async (trx) => {
    await set(trx, 'unsaid');
    return { result: 1, changes: [{ act: 'test.unsaid', object: 'no text of the database holds \u0000' }] };
  });
  await expect(attempt).rejects.toThrow('invalid byte sequence');
  expect(await settings('unsaid')).toEqual([]);
  expect(await lines('test.unsaid')).toEqual([]);
});

it('refuses a change where only reading was asked for', async () => {
  const attempt = readAs(house.db, officer(), (trx) => set(trx as Trx, 'read-only'));
  await expect(attempt).rejects.toThrow('read-only transaction');
});

it('answers what is asked at once to each who asked', async () => {
  const numbers = Array.from({ length: 30 }, (_, at) => at);
  const answers = await readAs(house.db, officer(), (trx) =>
    Promise.all(numbers.map((n) => sql<{ n: number }>`select ${n}::int as n`.execute(trx.withTables<CoreTables>()))),
  );
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(numbers);
});

it('refuses what is asked of a transaction that has ended', async () => {
  const ended = await readAs(house.db, officer(), async (trx) => trx);
  await expect(ended.withTables<CoreTables>().selectFrom('setting').selectAll().execute()).rejects.toThrow(
    'a statement came after the end of its transaction',
  );
});

it('answers nothing on a connection on which reading could not begin, and goes on with another', async () => {
  const asked = house.db.database.onConnection(async (connection) => {
    await sql.raw(`${BEGINNING} nonsense`).execute(connection);
    return sql`select 1 as one`.execute(connection);
  });
  await expect(asked).rejects.toThrow('nonsense');
  expect(await settings('kept')).toHaveLength(1);
});

it('plans on each connection what is asked there, however much other connections were asked before', async () => {
  const { database } = house.db;
  await database.onConnection(async (connection) => {
    for (let number = 0; number < 500; number++) await sql`select ${number}::int as ${sql.ref(`n${number}`)}`.execute(connection);
    // Another connection, as long as this one is taken.
    const planned = await database.onConnection(async (other) => {
      await sql`select ${1}::int as asked_once`.execute(other);
      return sql`select 1 from pg_prepared_statements where statement like '%asked_once'`.execute(other);
    });
    expect(planned.rows).toHaveLength(1);
    const kept = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(connection);
    expect(kept.rows[0]?.n, 'a connection keeps so many and no more').toBe(400);
  });
});

it('says that all are busy where every connection is held, and goes on when one is free', async () => {
  const { database } = house.db;
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  // As many as a process has on any machine.
  const holding = Array.from({ length: 20 }, () => database.onConnection(() => held).catch((error: unknown) => error));
  await expect(readAs(house.db, house.system, async () => 1)).rejects.toMatchObject({ kind: 'unavailable', code: 'busy' });
  release();
  await Promise.all(holding);
  expect(await readAs(house.db, house.system, async () => 1)).toBe(1);
});

it('tells PostgreSQL the places of a scope as they are, whatever is written in them', async () => {
  const schools = ['211324/s1/', '211324/"x", y\\z/', "211324/o'neill/", '211324/{}/'];
  const grants = schools.map((path) => ({ role: 'class-teacher', tree: 'school', path }) as const);
  const actor = { userId: 'u', countyId: house.db.countyId, name: '', login: '', grants };
  const seen = await readAs(house.db, { ...house.system, actor }, async (trx) => {
    const { rows } =
      await sql<object>`select nol_schools() as schools, nol_areas() as areas, nol_everywhere() as everywhere`.execute(
        trx.withTables<CoreTables>(),
      );
    return rows[0];
  });
  expect(seen).toEqual({ schools, areas: [], everywhere: false });
});

it('lets the server role neither change nor remove a line of the trail', async () => {
  const change = (trx: Trx) => trx.withTables<CoreTables>().updateTable('audit_line').set({ act: 'nothing' }).execute();
  const remove = (trx: Trx) => trx.withTables<CoreTables>().deleteFrom('audit_line').execute();
  for (const tamper of [change, remove]) {
    const attempt = transact(house.db, house.system, async (trx) => ({ result: await tamper(trx), changes: [] }));
    await expect(attempt).rejects.toThrow('permission denied');
  }
});

it('does a request with one key once, however often it comes at the same time, and answers alike', async () => {
  const context = { ...officer(), claim: { key: newId(), requestHash: 'same' } };
  let effects = 0;
  const ask = () =>
    transact(house.db, context, async (trx) => {
      effects++;
      await set(trx, 'once');
      return { result: { id: 'first' }, changes: [{ act: 'test.once', object: '-' }] };
    }).catch((error: unknown) => (error instanceof Replay ? error.answer : Promise.reject(error)));
  const answers = await Promise.all(Array.from({ length: 12 }, ask));
  expect(answers).toEqual(Array.from({ length: 12 }, () => ({ id: 'first' })));
  expect(effects).toBe(1);
  expect(await lines('test.once')).toHaveLength(1);
  const other = { ...context, claim: { ...context.claim, requestHash: 'other' } };
  await expect(transact(house.db, other, async () => ({ result: 1, changes: [] }))).rejects.toMatchObject({ code: 'key-reused' });
});

it('takes a key again when the first try failed', async () => {
  const context = { ...officer(), claim: { key: newId(), requestHash: 'again' } };
  await expect(transact(house.db, context, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await transact(house.db, context, async () => ({ result: 'well', changes: [] }))).toBe('well');
});

it('numbers the lines of a chain without a gap when many write at once', async () => {
  const many = Array.from({ length: 40 }, () =>
    transact(house.db, officer(), async () => ({
      result: 1,
      changes: [
        { act: 'test.many', object: '-' },
        { act: 'test.many', object: '2' },
      ],
    })),
  );
  await Promise.all(many);
  const all = await readAs(house.db, house.system, (trx) =>
    trx.withTables<CoreTables>().selectFrom('audit_line').select(['chain', 'seq']).orderBy('chain').orderBy('seq').execute(),
  );
  for (let chain = 0; chain < 8; chain++) {
    const numbers = all.filter((line) => line.chain === chain).map((line) => line.seq);
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  }
  expect(all.length).toBeGreaterThan(80);
});

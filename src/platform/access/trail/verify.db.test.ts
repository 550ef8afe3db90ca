import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type CoreTables, canonical, type Database, type Db, openDatabase, recordAct } from '../../db';
import { asking, type TestHouse, testHouse } from '../../testing/house';
import { rawSql } from '../testing/raw-store';
import { anchorAudit } from './anchors';
import { type Broken, verifyAudit } from './verify';

/** Mutations in a run; the register of goals asks for a thousand (SEC-23), which were run by hand: all found. */
const MUTATIONS = 140;

let house: TestHouse;
let owner: Database;
let db: Db;
let anchors: string;

beforeAll(async () => {
  house = await testHouse();
  ({ db } = house);
  // The owner is bound by no policy on this table: the one who can tamper.
  owner = openDatabase(house.owner, () => undefined);
  anchors = path.join(house.folder, 'anchors.jsonl');
  // Which chain is a person's is settled by the id, which is new each time: people come until every chain has two.
  for (let person = 0; person < 24 || (await shortestChain()) < 12; person++) {
    const context = asking({ role: 'registrar', tree: 'school', path: '211324/s/' });
    for (let act = 0; act < 6; act++) {
      const detail = act % 2 === 0 ? { child: `c${act}`, from: null, counts: [1, 2.5] } : undefined;
      await recordAct(db, context, {
        act: 'child.change',
        object: `child:${act}`,
        ...(detail ? { detail, reason: '核实' } : {}),
      });
    }
  }
  // The heads are guarded even from their owner, who can lift that.
  await run(`alter table audit_head no force row level security`);
  await run(`create table line_copy as select * from audit_line`);
  await run(`create table head_copy as select * from audit_head`);
});
afterEach(restore);
afterAll(async () => {
  await owner.close();
  await house.close();
});

async function restore(): Promise<void> {
  await run(`delete from audit_line`);
  await run(`insert into audit_line select * from line_copy`);
  await run(`delete from audit_head`);
  await run(`insert into audit_head select * from head_copy`);
}

async function shortestChain(): Promise<number> {
  const rows = await rawSql<{ lines: number }>(
    owner,
    'select count(l.seq)::int as lines from generate_series(0, 7) c left join audit_line l on l.chain = c group by c order by 1 limit 1',
  );
  return rows[0]?.lines ?? 0;
}

const run = (statement: string) => rawSql(owner, statement);
const bytes = (buffer: Buffer) => `decode('${buffer.toString('hex')}', 'hex')`;

type Line = CoreTables['audit_line'];

const linesOf = (chain: number): Promise<Line[]> =>
  owner.kysely.selectFrom('audit_line').selectAll().where('chain', '=', chain).orderBy('seq').execute() as Promise<Line[]>;

const at = ({ chain, seq }: Line) => `chain = ${chain} and seq = ${seq}`;

async function edit(line: Line, change: string): Promise<void> {
  await run(`update audit_line set ${change} where ${at(line)}`);
}

/** Numbers that look like chance and are the same in each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const edits: readonly string[] = [
  "at = at + interval '1 microsecond'",
  "at = at - interval '1 day'",
  "user_id = 'somebody-else'",
  "user_id = case when user_id is null then 'somebody' end",
  "request_id = request_id || 'x'",
  "source = '10.0.0.9'",
  "act = 'child.see'",
  "object = 'child:other'",
  "outcome = 'refused'",
  "reason = coalesce(reason, '') || ' '",
  `detail = '{"child": "other"}'`,
  "detail = case when detail is null then 'null'::jsonb else detail || '{\"counts\": [1, 2.50]}' end",
  "mac = decode(repeat('00', 32), 'hex')",
  'mac = set_byte(mac, 31, get_byte(mac, 31) # 1)',
];

type Mutation = (line: Line, lines: readonly Line[], random: (below: number) => number) => Promise<Broken>;

const lastOf = (lines: readonly Line[]) => lines.at(-1) as Line;

const mutations: readonly (readonly [string, Mutation])[] = [
  [
    'edit',
    async (line, _, random) => {
      await edit(line, edits[random(edits.length)] as string);
      return { chain: line.chain, seq: line.seq, why: 'altered' };
    },
  ],
  [
    'delete',
    async (line, lines, random) => {
      const gone = [lines[0] as Line, line, lastOf(lines)][random(3)] as Line;
      await run(`delete from audit_line where ${at(gone)}`);
      return { chain: gone.chain, seq: gone.seq, why: 'missing' };
    },
  ],
  [
    'move to another chain, number or county',
    async (line, _, random) => {
      await edit(line, ['chain = 20', 'seq = seq + 100000'][random(2)] as string);
      return { chain: line.chain, seq: line.seq, why: 'missing' };
    },
  ],
  [
    'insert before',
    async (line) => {
      await run(`update audit_line set seq = -seq where chain = ${line.chain} and seq >= ${line.seq}`);
      await run(`update audit_line set seq = -seq + 1 where chain = ${line.chain} and seq < 0`);
      await run(`insert into audit_line select county_id, chain, ${line.seq}, at, user_id, request_id, source, 'child.see', object,
        outcome, reason, detail, mac from audit_line where ${at({ ...line, seq: line.seq + 1 })}`);
      await run(`update audit_head set seq = seq + 1 where chain = ${line.chain}`);
      return { chain: line.chain, seq: line.seq, why: 'altered' };
    },
  ],
  [
    'insert at the end',
    async (line, lines) => {
      const seq = lastOf(lines).seq + 1;
      await run(`insert into audit_line select county_id, chain, ${seq}, at, user_id, request_id, source, act, object, outcome, reason,
        detail, mac from audit_line where ${at(line)}`);
      return { chain: line.chain, seq, why: 'surplus' };
    },
  ],
  [
    'insert before the first',
    async (line) => {
      await run(`insert into audit_line select county_id, chain, 0, at, user_id, request_id, source, act, object, outcome, reason,
        detail, mac from audit_line where ${at(line)}`);
      return { chain: line.chain, seq: 0, why: 'surplus' };
    },
  ],
  [
    'swap',
    async (line, lines, random) => {
      const other = lines.filter(({ seq }) => seq !== line.seq)[random(lines.length - 1)] as Line;
      await edit(line, 'seq = -1');
      await edit(other, `seq = ${line.seq}`);
      await edit({ ...line, seq: -1 }, `seq = ${other.seq}`);
      return { chain: line.chain, seq: Math.min(line.seq, other.seq), why: 'altered' };
    },
  ],
];

it('finds nothing in a trail that nobody has touched', async () => {
  const rows = await rawSql<{ lines: number }>(owner, 'select count(*) as lines from line_copy');
  expect(await verifyAudit(db, null)).toEqual({
    lines: rows[0]?.lines,
    firstBroken: null,
    anchors: { count: 0, newest: null, brokenLine: null },
  });
});

it(`finds each of ${MUTATIONS} single mutations by whoever owns the database, and names the right line`, async () => {
  const random = dice(20_250_301);
  for (let run = 0; run < MUTATIONS; run++) {
    const lines = await linesOf(random(8));
    const [name, mutate] = mutations[run % mutations.length] as (typeof mutations)[number];
    const expected = await mutate(lines[random(lines.length)] as Line, lines, random);
    expect((await verifyAudit(db, null)).firstBroken, `run ${run}, ${name}`).toEqual(expected);
    await restore();
  }
});

it('finds every edit of every column of a line', async () => {
  const [, line] = await linesOf(3);
  for (const change of edits) {
    await edit(line as Line, change);
    expect((await verifyAudit(db, null)).firstBroken, change).toEqual({ chain: 3, seq: line?.seq, why: 'altered' });
    await restore();
  }
});

it('finds a line that is there twice, where somebody took the key of the table away', async () => {
  await run(`alter table audit_line drop constraint audit_line_pkey`);
  await run(`insert into audit_line select * from audit_line where chain = 2 and seq = 4`);
  expect((await verifyAudit(db, null)).firstBroken).toEqual({ chain: 2, seq: 4, why: 'surplus' });
  await restore();
  await run(`alter table audit_line add constraint audit_line_pkey primary key (county_id, chain, seq)`);
});

async function rewrite(chain: number, from: number, mac: Db['auditMac']): Promise<void> {
  let link: Buffer = Buffer.alloc(32);
  for (const line of await linesOf(chain)) {
    const changed = line.seq === from ? { ...line, act: 'child.see' } : line;
    link = line.seq < from ? line.mac : mac(link, canonical(changed));
    await run(`update audit_line set act = '${changed.act}', mac = ${bytes(link)} where ${at(line)}`);
  }
  await run(`update audit_head set mac = ${bytes(link)} where chain = ${chain}`);
}

it('finds a chain that was written anew with other links', async () => {
  const otherKey: Db['auditMac'] = (previous, line) => createHmac('sha256', 'guessed').update(previous).update(line).digest();
  await rewrite(5, 1, otherKey);
  expect((await verifyAudit(db, null)).firstBroken).toEqual({ chain: 5, seq: 1, why: 'altered' });
});

it('finds by the anchors what somebody with the right key wrote anew, and lines taken off an end', async () => {
  await anchorAudit(db, anchors);
  const end = lastOf(await linesOf(6));
  await rewrite(6, 2, db.auditMac);
  expect((await verifyAudit(db, null)).firstBroken).toBe(null);
  expect((await verifyAudit(db, anchors)).firstBroken).toEqual({ chain: 6, seq: end.seq, why: 'rewritten' });
  await restore();

  const before = (await linesOf(6)).at(-2) as Line;
  await run(`delete from audit_line where ${at(end)}`);
  await run(`update audit_head set seq = ${before.seq}, mac = ${bytes(before.mac)} where chain = 6`);
  expect((await verifyAudit(db, null)).firstBroken).toBe(null);
  expect((await verifyAudit(db, anchors)).firstBroken).toEqual({ chain: 6, seq: end.seq, why: 'missing' });
});

it('finds an end that was noted otherwise', async () => {
  const end = lastOf(await linesOf(1));
  const changes = [
    ["mac = decode(repeat('00', 32), 'hex')", { seq: end.seq, why: 'head' }],
    ['seq = seq + 1', { seq: end.seq + 1, why: 'missing' }],
    ['seq = seq - 1', { seq: end.seq, why: 'surplus' }],
  ] as const;
  for (const [change, expected] of changes) {
    await run(`update audit_head set ${change} where chain = 1`);
    expect((await verifyAudit(db, null)).firstBroken, change).toEqual({ chain: 1, ...expected });
    await restore();
  }
});

it('finds a chain that is gone as a whole', async () => {
  await anchorAudit(db, anchors);
  await run(`delete from audit_line where chain = 7`);
  await run(`delete from audit_head where chain = 7`);
  expect((await verifyAudit(db, anchors)).firstBroken).toEqual({ chain: 7, seq: 1, why: 'missing' });
});

it('writes an anchor only when something was added, and believes no anchor that was changed', async () => {
  const file = path.join(house.folder, 'other.jsonl');
  await anchorAudit(db, file);
  await anchorAudit(db, file);
  await recordAct(db, house.system, { act: 'test.more', object: '-' });
  await anchorAudit(db, file);
  expect((await verifyAudit(db, file)).anchors).toMatchObject({ count: 2, brokenLine: null });

  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}{"at":"2025-`);
  expect((await verifyAudit(db, file)).anchors).toMatchObject({ count: 2, brokenLine: null });
  await recordAct(db, house.system, { act: 'test.more', object: '-' });
  await anchorAudit(db, file);
  expect((await verifyAudit(db, file)).anchors).toMatchObject({ count: 3, brokenLine: null });

  const whole = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [whole[0]?.replace(/"20\d\d-/, '"1999-'), ...whole.slice(1)].join('\n'));
  expect((await verifyAudit(db, file)).anchors).toMatchObject({ count: 0, brokenLine: 1 });
  await writeFile(file, whole.slice(1).join('\n'));
  expect((await verifyAudit(db, file)).anchors).toMatchObject({ count: 0, brokenLine: 1 });
});

// The morning: 2,000 classes are called within 40 seconds while others read. `npm run bench morning`
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { rawSql } from '../src/platform/access/testing/raw-store';
import { type Context, newId, transact } from '../src/platform/db';
import { count, fixed, median } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { type Asker, type BenchHouse, openBenchHouse } from './server/bench-house';
import { addChildren, childId, classPath, countRoll, enrolChildren, schoolPath, settle } from './server/made-children';
import { report } from './table';

const classes = quick ? 200 : 2000;
const SECONDS = quick ? 4 : 40;
const connections = 200;
const readers = 50;
const classSize = 50;
const GOAL_MS = 300;
const day = '2025-03-10';
const context: Context = { actor: null, requestId: newId(), source: 'bench' };

type Answered = { readonly ms: number; readonly status: number };
type Morning = {
  readonly opened: readonly Answered[];
  readonly sent: readonly Answered[];
  readonly read: readonly Answered[];
  readonly seconds: number;
  readonly rolls: number;
  readonly away: number;
};

const loadBefore = load();
await inTemporaryFolder(async (folder) => tell(await morning(await openBenchHouse(folder))));

/** Makes the county, lives through the morning, and looks what is kept of it. */
async function morning(house: BenchHouse): Promise<Morning> {
  await transact(house.db, context, async (trx) => ({ result: await seedCalendar(trx), changes: [] }));
  await addChildren(house.owner, 1, classes * classSize);
  await enrolChildren(house.owner);
  await countRoll(house.owner);
  // Whatever waits to be counted from the making is counted before the morning begins.
  await countChildren({ db: house.db, context });
  await settle(house.owner);
  const teachers = await signedIn(house, classes, 'class-teacher', (at) => classPath(at * classSize + 1));
  const principals = await signedIn(house, readers, 'principal', (at) => schoolPath(1 + ((at * 1000) % (classes * classSize))));
  const address = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const stop = new AbortController();
  const others = [readAll(address, principals, stop.signal), keepCounting(house, stop.signal)] as const;
  const { opened, sent, seconds } = await callClasses(address, teachers);
  stop.abort();
  const [read] = await Promise.all(others);
  await countChildren({ db: house.db, context });
  const [kept] = await rawSql<{ rolls: number; away: number }>(
    house.owner,
    `select (select count(*)::int from class_roll where newest) as rolls,
      (select count(*)::int from standing_interval where state = 'absence-followed') as away`,
  );
  await house.close();
  return { opened, sent, read, seconds, rolls: kept?.rolls ?? 0, away: kept?.away ?? 0 };
}

async function signedIn(house: BenchHouse, many: number, role: 'class-teacher' | 'principal', pathOf: (at: number) => string) {
  const askers: Asker[] = [];
  for (let at = 0; at < many; at++) askers.push(await house.signIn(role, 'school', pathOf(at)));
  return askers;
}

/** Every teacher opens the class and sends its roll, evenly over the time; in every third class a child is away. */
async function callClasses(address: string, teachers: readonly Asker[]) {
  const [opened, sent]: [Answered[], Answered[]] = [[], []];
  const begun = performance.now();
  let next = 0;
  const connection = async () => {
    for (let at = next++; at < teachers.length; at = next++) {
      await pause(begun + (at * SECONDS * 1000) / teachers.length - performance.now());
      const { headers } = teachers[at] as Asker;
      opened.push(await timed(`${address}/api/classes/class-${at}/roll`, { headers }));
      const called = Array.from({ length: classSize }, (_, child) => childId(at * classSize + child + 1));
      const marks = at % 3 === 0 ? [{ childId: called[at % classSize], mark: 'absent' }] : [];
      const body = JSON.stringify({ day, session: 'am', base: 0, called, marks });
      const sending = { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() };
      sent.push(await timed(`${address}/api/classes/class-${at}/rolls`, { method: 'POST', headers: sending, body }));
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { opened, sent, seconds: (performance.now() - begun) / 1000 };
}

/** Principals look at their classes, their roll call and who is away, each once a second. */
async function readAll(address: string, principals: readonly Asker[], signal: AbortSignal): Promise<readonly Answered[]> {
  const pages = ['/api/attendance/classes', '/api/roll-call', '/api/absences'];
  const read: Answered[] = [];
  const reader = async ({ headers }: Asker, at: number) => {
    while (!signal.aborted) {
      read.push(await timed(`${address}${pages[at % pages.length]}`, { headers }));
      await pause(1000);
    }
  };
  await Promise.all(principals.map(reader));
  return read;
}

/** What the process beside the server does; here in the same process, because a benchmark has one. */
async function keepCounting(house: BenchHouse, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await countChildren({ db: house.db, context });
    await pause(1000);
  }
}

function tell({ opened, sent, read, seconds, rolls, away }: Morning): void {
  const refused = [...opened, ...sent, ...read].filter(({ status }) => status >= 300).length;
  const expected = Math.ceil(classes / 3);
  const p95 = percentile(sent, 0.95);
  const show = fixed(0);
  const row = (what: string, list: readonly Answered[]) => [
    what,
    count(list.length),
    show(median(list.map(({ ms }) => ms))),
    show(percentile(list, 0.95)),
    show(percentile(list, 1)),
  ];
  report(
    'morning',
    loadBefore,
    [
      {
        what: `${count(classes)} classes called within ${SECONDS} s over ${connections} connections beside ${readers} readers: 95 of 100 answered within`,
        goal: `≤ ${GOAL_MS} ms, no error, none lost`,
        measured: `${show(p95)} ms; ${count(refused)} refused; ${count(rolls)} rolls kept; all in ${fixed(1)(seconds)} s`,
        reached: p95 <= GOAL_MS && refused === 0 && rolls === classes && away === expected,
      },
    ],
    [
      {
        title: `Milliseconds; server, counting, database and those who ask share the processors. Of ${count(expected)} children away ${count(away)} stand in 缺课跟踪中 afterwards`,
        headers: ['what', 'how many', 'median', '95 of 100 within', 'the slowest'],
        rows: [row('a class is opened', opened), row('a roll is sent', sent), row('somebody reads', read)],
      },
    ],
  );
}

async function timed(address: string, init: RequestInit): Promise<Answered> {
  const begun = performance.now();
  const response = await fetch(address, init);
  await response.arrayBuffer();
  return { ms: performance.now() - begun, status: response.status };
}

function percentile(list: readonly Answered[], part: number): number {
  const sorted = list.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}

// The morning: 2,000 classes are called within 40 seconds while others read; before it half as many in the same time, which says how far
// the machine is from the goal. It is the third week of a term, with its absences and leaves. `npm run bench morning`

import { Agent, type RequestOptions, request } from 'node:http';
import { OwnHouse } from '../src/app/testing/own-house';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { rawSql } from '../src/platform/access/testing/raw-store';
import { type Context, newId, transact } from '../src/platform/db';
import { bringRunningTerm } from '../src/tools/demo-term';
import { count, fixed, median } from './figures';
import { load } from './machine';
import { quick } from './options';
import { type Asker, type BenchHouse, openBenchHouse } from './server/bench-house';
import { addChildren, classPath, countRoll, enrolChildren, schoolPath, settle } from './server/made-children';
import { report } from './table';

const classes = quick ? 200 : 2000;
/** So many others are called before them, at half the pace. */
const calm = classes / 2;
const SECONDS = quick ? 4 : 40;
const connections = 200;
const readers = 50;
const classSize = 50;
const GOAL_MS = 300;
const WARM_UP_MS = 3000;
const day = '2025-03-10';
/** The last school day before it. */
const dayBefore = '2025-03-07';
const context: Context = { actor: null, requestId: newId(), source: 'bench' };

/** As many connections as there are who ask; those who ask share the processors with the program, so the plainest way to ask is taken. */
const agent = new Agent({ keepAlive: true, maxSockets: connections + readers });

type Answered = { readonly ms: number; readonly status: number; readonly text: string };
/** What was answered in one part of the bench. */
type Part = {
  readonly classes: number;
  readonly opened: readonly Answered[];
  readonly sent: readonly Answered[];
  readonly read: readonly Answered[];
  readonly seconds: number;
};
/** What a phone needs of a class to send its roll. */
type Opened = {
  readonly session: string;
  readonly version: number;
  readonly pupils: readonly {
    readonly childId: string;
    readonly away: string | null;
    readonly leave: { readonly mark: string } | null;
  }[];
};
/** What is kept of the morning: rolls, and of the children that were said to be away those that stand so. */
type Kept = { readonly rolls: number; readonly absent: number; readonly away: number };
type Morning = Kept & { readonly parts: readonly Part[] };

const loadBefore = load();
const own = new OwnHouse();
try {
  tell(await morning());
} finally {
  await own.remove();
}

/** Makes the county, lives through the morning on the program as it is started, and looks what is kept of it. */
async function morning(): Promise<Morning> {
  const { teachers, principals } = await makeCounty();
  const served = await own.start();
  // The program counts what is due at its start; its own work is over before the morning begins.
  await pause(WARM_UP_MS);
  const parts: Part[] = [];
  for (const [from, until] of [
    [0, calm],
    [calm, calm + classes],
  ] as const) {
    const stop = new AbortController();
    const others = readAll(served.address, principals, stop.signal);
    const called = await callClasses(served.address, teachers.slice(from, until), from);
    stop.abort();
    parts.push({ classes: until - from, ...called, read: await others });
  }
  const kept = await untilCounted();
  await served.stop();
  return { parts, ...kept };
}

async function makeCounty() {
  const house = await openBenchHouse(own.folder);
  await transact(house.db, context, async (trx) => ({ result: await seedCalendar(trx), changes: [] }));
  await addChildren(house.owner, 1, (calm + classes) * classSize);
  await enrolChildren(house.owner);
  await countRoll(house.owner);
  await bringRunningTerm({ db: house.db, ring: house.house.ring }, context, dayBefore);
  // What a demo would still bring by itself is not the morning's.
  await rawSql(house.owner, 'alter table county no force row level security; update county set demo = false');
  // Whatever waits to be counted from the making is counted before the morning begins.
  await countChildren({ db: house.db, context });
  const teachers = await signedIn(house, calm + classes, 'class-teacher', (at) => classPath(at * classSize + 1));
  const principals = await signedIn(house, readers, 'principal', (at) =>
    schoolPath(1 + ((at * 1000) % ((calm + classes) * classSize))),
  );
  await settle(house.owner);
  await house.close();
  return { teachers, principals };
}

/** What the database holds once the process beside the server has counted everybody who was away. */
async function untilCounted(): Promise<Kept> {
  for (;;) {
    const [kept] = await own.sql(
      `select (select count(*)::int from class_roll where newest and day = '${day}') as rolls, (select count(*)::int from child_due) as due,
        count(*)::int as absent, count(s.child_id)::int as away
      from roll_mark m left join standing_interval s on s.child_id = m.child_id and s.from_day <= m.day and s.until_day > m.day
        and s.state in ('absence-followed', 'suspected-dropout')
      where m.day = '${day}' and m.mark = 'absent'`,
    );
    if (kept?.due === 0) return { rolls: Number(kept.rolls), absent: Number(kept.absent), away: Number(kept.away) };
    await pause(500);
  }
}

async function signedIn(house: BenchHouse, many: number, role: 'class-teacher' | 'principal', pathOf: (at: number) => string) {
  const askers: Asker[] = [];
  for (let at = 0; at < many; at++) askers.push(await house.signIn(role, 'school', pathOf(at)));
  return askers;
}

/** Every teacher opens the class and sends its roll, evenly over the time; in every third class a child is away. */
async function callClasses(address: string, teachers: readonly Asker[], from: number) {
  const [opened, sent]: [Answered[], Answered[]] = [[], []];
  const begun = performance.now();
  let next = 0;
  const connection = async () => {
    for (let turn = next++; turn < teachers.length; turn = next++) {
      await pause(begun + (turn * SECONDS * 1000) / teachers.length - performance.now());
      const { headers } = teachers[turn] as Asker;
      const at = from + turn;
      const seen = await timed(`${address}/api/classes/class-${at}/roll`, { headers });
      opened.push(seen);
      const body = JSON.stringify(rollOf(JSON.parse(seen.text), at));
      const sending = { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() };
      sent.push(await timed(`${address}/api/classes/class-${at}/rolls`, { method: 'POST', headers: sending, body }));
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { opened, sent, seconds: (performance.now() - begun) / 1000 };
}

/** Who is on leave stays so, who was away still is, and in every third class another child is away as well. */
function rollOf({ session, version, pupils }: Opened, at: number) {
  const word = (pupil: Opened['pupils'][number], place: number) =>
    pupil.leave?.mark ?? (pupil.away !== null || (at % 3 === 0 && place === at % pupils.length) ? 'absent' : undefined);
  const marks = pupils.flatMap((pupil, place) => {
    const mark = word(pupil, place);
    return mark === undefined ? [] : [{ childId: pupil.childId, mark }];
  });
  return { day, session, base: version, called: pupils.map(({ childId }) => childId), marks };
}

/** Principals look at their classes, their roll call and who is away, each once a second. */
async function readAll(address: string, principals: readonly Asker[], signal: AbortSignal): Promise<readonly Answered[]> {
  const pages = ['/api/attendance/classes', '/api/roll-call', '/api/absences'];
  const read: Answered[] = [];
  const reader = async ({ headers }: Asker, at: number) => {
    // They do not all look at the same moment.
    await pause((at * 1000) / principals.length);
    while (!signal.aborted) {
      read.push(await timed(`${address}${pages[at % pages.length]}`, { headers }));
      await pause(1000);
    }
  };
  await Promise.all(principals.map(reader));
  return read;
}

function tell({ parts, rolls, absent, away }: Morning): void {
  const refusals = parts.flatMap(({ opened, sent, read }) => [...opened, ...sent, ...read]).filter(({ status }) => status >= 300);
  const refused = `${count(refusals.length)} refused${refusals.length === 0 ? '' : ` (${[...new Set(refusals.map(({ status }) => status))].join(', ')})`}`;
  const called = calm + classes;
  const whole = refusals.length === 0 && rolls === called && away === absent;
  const show = fixed(0);
  const row = (part: Part, what: string, list: readonly Answered[]) => [
    `${count(part.classes)} classes: ${what}`,
    count(list.length),
    show(median(list.map(({ ms }) => ms))),
    show(percentile(list, 0.95)),
    show(percentile(list, 1)),
  ];
  report(
    'morning',
    loadBefore,
    parts.map(({ classes: many, sent, seconds }) => ({
      what: `${count(many)} classes called within ${SECONDS} s over ${connections} connections beside ${readers} readers: 95 of 100 answered within`,
      goal: many === classes ? `≤ ${GOAL_MS} ms, no error, none lost` : 'none set',
      measured: `${show(percentile(sent, 0.95))} ms; ${refused}; ${count(rolls)} of ${count(called)} rolls kept; all in ${fixed(1)(seconds)} s`,
      ...(many === classes ? { reached: percentile(sent, 0.95) <= GOAL_MS && whole } : {}),
    })),
    [
      {
        title: `Milliseconds; the program, its counting, its database and those who ask share the processors. Of ${count(absent)} children away ${count(away)} stand so afterwards`,
        headers: ['what', 'how many', 'median', '95 of 100 within', 'the slowest'],
        rows: parts.flatMap((part) => [
          row(part, 'opened', part.opened),
          row(part, 'sent', part.sent),
          row(part, 'read by others', part.read),
        ]),
      },
    ],
  );
}

async function timed(address: string, { body, ...init }: RequestOptions & { readonly body?: string }): Promise<Answered> {
  const begun = performance.now();
  const answered = await new Promise<Omit<Answered, 'ms'>>((done, failed) => {
    const asking = request(address, { ...init, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text }));
      answer.on('error', failed);
    });
    asking.on('error', failed);
    asking.end(body);
  });
  return { ms: performance.now() - begun, ...answered };
}

function percentile(list: readonly Answered[], part: number): number {
  const sorted = list.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}

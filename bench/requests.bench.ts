// What everyday requests cost beside a bare `select 1`, and how that grows with the county. `npm run bench requests`
import { count, fixed, growthExponent, spread } from './figures';
import { inTemporaryFolder, load } from './machine';
import { large, quick } from './options';
import { type Asker, openBenchHouse } from './server/bench-house';
import {
  addChildren,
  checkRoll,
  childId,
  classPath,
  countRoll,
  nameOf,
  schoolPath,
  sealChildren,
  settle,
  villageOf,
} from './server/made-children';
import { type Costs, type Request, requestCosts } from './server/request-cost';
import { report } from './table';

const sizes = quick ? [30_000, 100_000] : [30_000, 300_000, ...(large ? [3_000_000] : [])];
const effort = quick ? { rounds: 5, times: 100 } : { rounds: 15, times: 100 };

/** How many times a bare `select 1` each may cost: issue 3 §8; of the ledgers, where it sets none, ours. */
const goals = {
  'one child': 3,
  'a class list of 50': 8,
  'search by name': 8,
  'roll call: county': 6,
  'roll call: township': 6,
  'roll call: village': 6,
  'roll call: school': 6,
  'ledger: first page': 8,
  'ledger: first page of a grade': 8,
} as const;
type Kind = keyof typeof goals;
const kinds = Object.keys(goals) as Kind[];
const GROWTH = 0.05;

type Measured = { readonly size: number; readonly costs: Readonly<Record<Kind | 'bare', Costs>> };
const loadBefore = load();
const measured: Measured[] = [];
await inTemporaryFolder(async (folder) => {
  const house = await openBenchHouse(folder);
  const officer = await house.signIn('bureau-officer', 'county', '211324/');
  const teacher = await house.signIn('class-teacher', 'school', classPath(500));
  let made = 0;
  for (const size of sizes) {
    console.error(`${count(size)} children …`);
    await addChildren(house.owner, made + 1, size);
    made = size;
    await countRoll(house.owner);
    if (size === sizes[0]) await checkRoll(house.owner, size);
    const asked = Array.from({ length: 1000 }, (_, at) => 1 + Math.floor((at * size) / 1000));
    await sealChildren(house.owner, house.house.ring, asked);
    await settle(house.owner);
    const requests = requestsOf(officer, teacher, asked, await villageOf(house.owner));
    measured.push({ size, costs: await requestCosts(house.app, requests, effort) });
  }
  await house.close();
});

/** The requests; another child and another name each time, so that nothing is warm by having just been asked for. */
function requestsOf(
  officer: Asker,
  teacher: Asker,
  asked: readonly number[],
  village: string,
): Readonly<Record<Kind | 'bare', Request>> {
  let turn = 0;
  const next = () => asked[(turn++ * 619) % asked.length] ?? 1;
  const get = (url: string, { headers }: Asker) => ({ url, headers });
  const rollCall = (tree: string, grid: string) => get(`/api/roll-call?tree=${tree}&grid=${encodeURIComponent(grid)}`, officer);
  return {
    bare: { url: '/bare' },
    'one child': () => get(`/api/children/${childId(next())}`, officer),
    'a class list of 50': get(`/api/roll-call/children?tree=school&grid=${encodeURIComponent(classPath(500))}`, teacher),
    'search by name': () => get(`/api/children?q=${encodeURIComponent(nameOf(next()))}`, officer),
    'roll call: county': rollCall('area', '211324/'),
    'roll call: township': rollCall('area', `${village.split('/').slice(0, 2).join('/')}/`),
    'roll call: village': rollCall('area', village),
    'roll call: school': () => rollCall('school', schoolPath(next())),
    'ledger: first page': get('/api/ledgers/school-age', officer),
    'ledger: first page of a grade': () => get(`/api/ledgers/school-age?grade=${1 + (next() % 9)}`, officer),
  };
}

/** How many times the bare request, round by round: what disturbs a round disturbs both. */
function ratios({ costs }: Measured, kind: Kind): readonly number[] {
  return costs[kind].map((cost, round) => cost / (costs.bare[round] ?? Number.NaN));
}

/** The quietest rounds tell what the work costs; the others, what somebody else on the machine cost as well. */
function least(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;
}

/** How the cost beside the bare request grows: a larger county is measured minutes later, on a machine in another mood. */
function growth(kind: Kind): number {
  return growthExponent(measured.map((one) => ({ size: one.size, cost: ratio(one, kind) })));
}

function ratio({ costs }: Measured, kind: Kind): number {
  return least(costs[kind]) / least(costs.bare);
}

const smallest = measured[0];
if (smallest === undefined) throw new Error('nothing was measured');
const upTo = count(sizes.at(-1) ?? 0);
report(
  'requests',
  loadBefore,
  kinds.flatMap((kind) => {
    const times = ratio(smallest, kind);
    const goal = goals[kind];
    return [
      {
        what: `${kind}, signed in, with rights, beside a bare select 1 (30,000 children)`,
        goal: `≤ ${goal} ×`,
        measured: `${fixed(1)(times)} × (rounds: ${spread(ratios(smallest, kind), fixed(1))}), n = ${effort.rounds}`,
        reached: times <= goal,
      },
      {
        what: `${kind}: growth exponent to ${upTo} children`,
        goal: `≤ ${GROWTH}`,
        measured: fixed(2)(growth(kind)),
        reached: growth(kind) <= GROWTH,
      },
    ];
  }),
  [
    {
      title: `Processor milliseconds a request, this process and PostgreSQL together: lower quartile (median, smallest–largest) of ${effort.rounds} rounds of ${effort.times}`,
      headers: ['what', ...measured.map(({ size }) => count(size))],
      rows: (['bare', ...kinds] as const).map((kind) => [
        kind === 'bare' ? 'bare select 1' : kind,
        ...measured.map(({ costs }) => `${fixed(2)(least(costs[kind]))} (${spread(costs[kind], fixed(2))})`),
      ]),
    },
  ],
);

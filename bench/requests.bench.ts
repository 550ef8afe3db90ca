// What everyday requests cost beside a bare `select 1`, and how that grows with the county. `npm run bench requests`
import { count, fixed, growthExponent, spread } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { openBenchHouse } from './server/bench-house';
import { addChildren, childId, classPath, nameOf, settle } from './server/made-children';
import { type Costs, requestCosts } from './server/request-cost';
import { report } from './table';

const sizes = quick ? [30_000, 100_000] : [30_000, 300_000, 3_000_000];
const effort = quick ? { rounds: 5, times: 100 } : { rounds: 15, times: 200 };
const kinds = ['one child', 'a class list of 50', 'search by name'] as const;
const goals = { 'one child': 3, 'a class list of 50': 8, 'search by name': 8 };

const loadBefore = load();
const measured: { readonly size: number; readonly costs: Readonly<Record<(typeof kinds)[number] | 'bare', Costs>> }[] = [];
await inTemporaryFolder(async (folder) => {
  const house = await openBenchHouse(folder);
  const officer = await house.signIn('bureau-officer', 'county', '211324/');
  const teacher = await house.signIn('class-teacher', 'school', classPath(500));
  let made = 0;
  for (const size of sizes) {
    console.error(`${count(size)} children …`);
    await addChildren(house.owner, made + 1, size);
    made = size;
    await settle(house.owner);
    // Another child and another name with each request, so that nothing is warm by having just been asked for.
    let turn = 0;
    const next = () => 1 + ((turn++ * 7919) % size);
    const grid = encodeURIComponent(classPath(500));
    const costs = await requestCosts(
      house.app,
      {
        bare: { url: '/bare' },
        'one child': () => ({ url: `/api/children/${childId(next())}`, headers: officer.headers }),
        'a class list of 50': { url: `/api/roll-call/children?tree=school&grid=${grid}`, headers: teacher.headers },
        'search by name': () => ({ url: `/api/children?q=${encodeURIComponent(nameOf(next()))}`, headers: officer.headers }),
      },
      effort,
    );
    measured.push({ size, costs });
  }
  await house.close();
});

/** How many times the bare request, round by round: what disturbs a round disturbs both. */
function ratios({ costs }: (typeof measured)[number], kind: (typeof kinds)[number]): readonly number[] {
  return costs[kind].map((cost, round) => cost / (costs.bare[round] ?? Number.NaN));
}

/** The quietest rounds tell what the work costs; the others, what somebody else on the machine cost as well. */
function least(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;
}

const smallest = measured[0];
if (smallest === undefined) throw new Error('nothing was measured');
report(
  'requests',
  loadBefore,
  kinds.flatMap((kind) => {
    const ratio = least(smallest.costs[kind]) / least(smallest.costs.bare);
    const growth = growthExponent(measured.map((one) => ({ size: one.size, cost: least(one.costs[kind]) })));
    const upTo = count(sizes.at(-1) ?? 0);
    return [
      {
        what: `${kind}, signed in, with rights, beside a bare select 1 (30,000 children)`,
        goal: `≤ ${goals[kind]} ×`,
        measured: `${fixed(1)(ratio)} × (rounds: ${spread(ratios(smallest, kind), fixed(1))})`,
        reached: ratio <= goals[kind],
      },
      {
        what: `${kind}: growth exponent to ${upTo} children`,
        goal: '≤ 0.05',
        measured: fixed(2)(growth),
        reached: growth <= 0.05,
      },
    ];
  }),
  [
    {
      title: `Processor milliseconds a request, this process and PostgreSQL together, lower quartile of ${effort.rounds} rounds of ${effort.times}`,
      headers: ['children', 'bare select 1', ...kinds],
      rows: measured.map(({ size, costs }) => [
        count(size),
        ...(['bare', ...kinds] as const).map((kind) => `${fixed(2)(least(costs[kind]))} (${spread(costs[kind], fixed(2))})`),
      ]),
    },
  ],
);

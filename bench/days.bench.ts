// The roll call of any day of a school year, beside the rule that says where one child stands. `npm run bench days`

import { isDeepStrictEqual } from 'node:util';
import { addStanding, balance, defaultPolicy, emptyRoll, standingOn } from '../src/modules/standing';
import { countChildren } from '../src/modules/standing/server';
import { keptRoll } from '../src/modules/standing/testing/kept-roll-store';
import { type Context, newId } from '../src/platform/db';
import { count, fixed, spread } from './figures';
import { inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { openBenchHouse } from './server/bench-house';
import { addChildren, enrolChildren, settle } from './server/made-children';
import { liveThrough } from './server/made-year';
import { report } from './table';

const children = quick ? 3000 : 30_000;
const [FIRST, LAST] = ['2024-09-02', '2025-07-04'];
const asked = quick ? 6 : 40;
const GOAL_MS = 1000;
const system: Context = { actor: null, requestId: newId(), source: 'bench' };

const loadBefore = load();
await inTemporaryFolder(async (folder) => {
  const house = await openBenchHouse(folder, new Date(`${LAST}T09:00:00Z`));
  await addChildren(house.owner, 1, children);
  await enrolChildren(house.owner);
  const facts = await liveThrough(house.owner, FIRST, LAST);
  const counted = performance.now();
  await countChildren({ db: house.db, context: system });
  const countedIn = (performance.now() - counted) / 1000;
  await settle(house.owner);
  const officer = await house.signIn('bureau-officer', 'county', '211324/');
  const kept = await keptRoll({ db: house.db, system });
  const [times, pure, wrong]: [number[], number[], string[]] = [[], [], []];
  for (const day of someDays()) {
    const begun = performance.now();
    const answer = await house.app.inject({ url: `/api/roll-call?tree=area&day=${day}`, headers: officer.headers });
    times.push(performance.now() - begun);
    const worked = performance.now();
    const roll = emptyRoll();
    for (const child of kept.children) addStanding(roll, standingOn(child, day, defaultPolicy), 1);
    pure.push(performance.now() - worked);
    const said = answer.json<{ roll: unknown; below: readonly { counts: readonly number[] }[] }>();
    const county = roll.area.get('211324/') ?? [];
    const townships = [...roll.area].filter(([path]) => path.split('/').length === 3);
    const sums = (lists: readonly ArrayLike<number>[]) => lists.map((one) => Array.from(one).join()).toSorted();
    const same =
      isDeepStrictEqual(said.roll, balance(county)) &&
      isDeepStrictEqual(sums(said.below.map(({ counts }) => counts)), sums(townships.map(([, counts]) => counts)));
    if (!same) wrong.push(day);
  }
  await house.close();
  tell(facts, countedIn, times, pure, wrong);
});

/** Days over the whole year, in no order. */
function someDays(): readonly string[] {
  const [from, to] = [Date.parse(FIRST), Date.parse(LAST)];
  const length = Math.floor((to - from) / 86_400_000);
  return Array.from({ length: asked }, (_, at) => new Date(from + ((at * 97) % length) * 86_400_000).toISOString().slice(0, 10));
}

function tell(
  facts: number,
  countedIn: number,
  times: readonly number[],
  pure: readonly number[],
  wrong: readonly string[],
): void {
  report(
    'days',
    loadBefore,
    [
      {
        what: `roll call of the county on any of ${asked} past days of a year, ${count(children)} children, ${count(facts)} facts`,
        goal: '≤ 1 s, equal to the rule child by child',
        measured: `${spread(times, fixed(0))} ms; ${wrong.length} of ${asked} days differ`,
        reached: Math.max(...times) <= GOAL_MS && wrong.length === 0,
      },
    ],
    [
      {
        title: 'The same worked out anew by the rule alone, and how long it took to count the year in the first place',
        headers: ['what', 'time'],
        rows: [
          ['one day, child by child, of facts that have been read', `${spread(pure, fixed(0))} ms`],
          ['counting every day of the year for all children, once', `${fixed(1)(countedIn)} s`],
        ],
      },
    ],
  );
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPagesIfStale } from '../../scripts/build.mjs';
import { KilledMorning } from './testing/killed-morning';

/** How often the program is killed; `npm run bench kill` does it 200 times. */
const KILLS = 50;
const TEACHERS = 50;
let morning: KilledMorning;

beforeAll(async () => {
  // The program serves its pages or does not start, and in a new clone this test is the first to need them.
  await buildPagesIfStale();
  morning = await KilledMorning.open(TEACHERS);
}, 120_000);
afterAll(() => morning.close(), 60_000);

it(`keeps each roll once whose teacher was told so, killed ${KILLS} times while ${TEACHERS} teachers send`, {
  timeout: KILLS * 20_000,
}, async () => {
  await morning.undisturbed();
  const ms = await morning.undisturbed();
  for (let kill = 0; kill < KILLS; kill++) await morning.kill(Math.ceil(ms));
  const { acknowledged, unanswered, wrong, lines } = await morning.outcome();
  expect(wrong).toEqual([]);
  expect(acknowledged).toBe((KILLS + 2) * TEACHERS);
  expect(lines, 'one line of the trail for each roll').toBe(acknowledged);
  expect(unanswered, 'the program was killed while it was asked').toBeGreaterThan(0);
});

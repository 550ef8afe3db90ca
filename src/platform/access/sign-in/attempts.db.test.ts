import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../db';
import { type TestHouse, testHouse } from '../../testing/house';
import { type Attempt, passAttempt, removeAttemptsBefore, takeAttempt } from './attempt-store';

let house: TestHouse;
let now: Date;

beforeAll(async () => {
  house = await testHouse();
  now = new Date('2025-03-10T00:00:00Z');
});
afterAll(() => house.close());

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.at(now);
}

const account = () => randomBytes(16);

/** A guess at an account; 0 when it was taken, else the seconds to wait. */
function guess(at: Buffer, source: string, device: Buffer | null = null): Promise<number> {
  const attempt: Attempt = { attemptId: newId(), account: at, source, device };
  return transact(house.db, house.system, async (trx) => ({ result: await takeAttempt(trx, attempt), changes: [] }));
}

const taken = (waits: readonly number[]) => waits.filter((wait) => wait === 0).length;

it('takes at most 100 guesses an hour at one account in two hours of attack from a thousand addresses', async () => {
  const victim = account();
  const hours: number[][] = [];
  for (let minute = 0; minute < 120; minute += 5) {
    later(300);
    const waits = await Promise.all(Array.from({ length: 40 }, (_, place) => guess(victim, `10.${minute}.0.${place}`)));
    hours.push(waits);
  }
  const perStep = hours.map(taken);
  for (let from = 0; from + 12 <= perStep.length; from++) {
    const inAnHour = perStep.slice(from, from + 12).reduce((sum, count) => sum + count, 0);
    expect(inAnHour).toBeLessThanOrEqual(100);
  }
  expect(taken(hours.flat())).toBeGreaterThan(100);
});

it('takes at most 300 wrong guesses an hour from one source, at whatever accounts, and says when it takes the next', async () => {
  later(7200);
  const waits: number[] = [];
  for (let round = 0; round < 16; round++) {
    later(60);
    waits.push(...(await Promise.all(Array.from({ length: 25 }, () => guess(account(), 'school')))));
  }
  expect(taken(waits)).toBe(300);
  const wait = waits.at(-1) ?? 0;
  expect(wait).toBe(3600 - 15 * 60);
  expect(await guess(account(), 'another school')).toBe(0);
  later(wait);
  expect(await guess(account(), 'school')).toBe(0);
});

it('counts guesses that come at the same moment like guesses in a row', async () => {
  later(7200);
  const victim = account();
  expect(taken(await Promise.all(Array.from({ length: 60 }, () => guess(victim, 'one'))))).toBe(5);
});

it('leaves a known device its own five, whatever strangers do, and forgets a run after a right guess', async () => {
  later(7200);
  const [victim, device] = [account(), randomBytes(32)];
  await Promise.all(Array.from({ length: 90 }, (_, place) => guess(victim, `s${place}`)));
  expect(await guess(victim, 'one more')).toBeGreaterThan(0);
  expect(taken(await Promise.all(Array.from({ length: 10 }, () => guess(victim, 's1', device))))).toBe(5);

  later(7200);
  for (let time = 0; time < 4; time++) expect(await guess(victim, 's1', device)).toBe(0);
  later(1);
  const right: Attempt = { attemptId: newId(), account: victim, source: 's2', device };
  await transact(house.db, house.system, async (trx) => {
    await takeAttempt(trx, right);
    await passAttempt(trx, right.attemptId);
    return { result: undefined, changes: [] };
  });
  later(1);
  expect(taken(await Promise.all(Array.from({ length: 10 }, () => guess(victim, 's3', device))))).toBe(5);
});

it('forgets what no limit asks for', async () => {
  const victim = account();
  for (let time = 0; time < 5; time++) await guess(victim, 'one');
  expect(await guess(victim, 'one')).toBeGreaterThan(0);
  await transact(house.db, house.system, async (trx) => {
    await removeAttemptsBefore(trx, new Date(now.getTime() + 1));
    return { result: undefined, changes: [] };
  });
  expect(await guess(victim, 'one')).toBe(0);
});

import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { hashPassword, needsRehash, nobodysHash, verifyPassword } from './hash';
import { longestPassword } from './policy';

const password = 'Shui8 dan3 tao5 fang2';

describe('a stored password', () => {
  it('is an argon2id hash with at least 19 MiB and 2 passes, another each time', async () => {
    const [one, two] = [await hashPassword(password), await hashPassword(password)];
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(one).not.toBe(two);
    expect(needsRehash(one)).toBe(false);
  });

  it('is known again, and no other password is', async () => {
    const stored = await hashPassword(password);
    expect(await verifyPassword(stored, password)).toBe(true);
    for (const other of ['', ' ', password.toLowerCase(), `${password} `, password.slice(0, -1)])
      expect(await verifyPassword(stored, other)).toBe(false);
  });

  it('is one password whether its accents were typed as one character or two', async () => {
    const stored = await hashPassword('Cafe\u0301 au lait 77');
    expect(await verifyPassword(stored, 'Caf\u00e9 au lait 77')).toBe(true);
  });

  it(`may have ${longestPassword} characters of any script and no more`, async () => {
    const long = '𠮷'.repeat(longestPassword);
    const stored = await hashPassword(long);
    expect(await verifyPassword(stored, long)).toBe(true);
    expect(await verifyPassword(stored, `${long}𠮷`)).toBe(false);
    await expect(hashPassword(`${long}𠮷`)).rejects.toThrow(RangeError);
  });

  it('is made anew when it was hashed for less', async () => {
    const cheap = await hash(password, { memoryCost: 19_456, timeCost: 2 });
    const other = await hash(password, { memoryCost: 32_768, timeCost: 3, algorithm: 1 });
    expect([needsRehash(cheap), needsRehash(other)]).toEqual([true, true]);
    expect(await verifyPassword(cheap, password)).toBe(true);
  });
});

describe('an account that is not there', () => {
  it('has no password, not even none', async () => {
    for (const guess of ['', password, nobodysHash]) expect(await verifyPassword(null, guess)).toBe(false);
  });

  it('is answered after the same work as one that is', async () => {
    const stored = await hashPassword(password);
    const costOf = (text: string) => text.split('$').slice(0, 4).join('$');
    expect(costOf(nobodysHash)).toBe(costOf(stored));
    expect(nobodysHash.length).toBe(stored.length);
    const [known, unknown] = await medianMs([() => verifyPassword(stored, 'wrong'), () => verifyPassword(null, 'wrong')], 41);
    expect(Math.abs(known - unknown) / known).toBeLessThan(0.25);
  });
});

/** Milliseconds of the middle run of each, taken in turn so that a busy machine is busy for both. */
async function medianMs(works: readonly (() => Promise<unknown>)[], runs: number): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, work] of works.entries()) {
      const begun = performance.now();
      await work();
      times[at].push(performance.now() - begun);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[runs >> 1]);
}

import fc from 'fast-check';
import { HOTP, Secret, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newSecret, verifyCode } from './codes';
import { newEnrolment } from './enrolment';

/** The secret of RFC 4226 and RFC 6238, 12345678901234567890. */
const secret = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);
const codeOf = (step: number) => HOTP.generate({ secret: Secret.fromBase32(secret), counter: step });

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds is the one of RFC 6238 (its last six digits)', (seconds, code) => {
    expect(verifyCode(secret, code, at(seconds), 0)).toBe(Math.floor(seconds / 30));
    expect(verifyCode(secret, code, at(seconds + 90), 0)).toBeNull();
  });

  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
    '%s is one of RFC 4226',
    (code) => {
      const step = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].indexOf(
        code,
      );
      expect(verifyCode(secret, code, at(step * 30), -1)).toBe(step);
    },
  );

  it('is taken one step of 30 seconds early or late and no further', () => {
    const step = 50_000_000;
    const answers = [-61, -60, -31, -30, -1, 0, 29, 30, 59, 60, 89].map((seconds) =>
      verifyCode(secret, codeOf(step), at(step * 30 + seconds), 0),
    );
    expect(answers).toEqual([null, null, null, step, step, step, step, step, step, null, null]);
  });

  it('is good once: not again, and not after a newer one', () => {
    const step = 50_000_000;
    const now = at(step * 30);
    expect(verifyCode(secret, codeOf(step), now, step - 1)).toBe(step);
    expect(verifyCode(secret, codeOf(step), now, step)).toBeNull();
    expect(verifyCode(secret, codeOf(step - 1), now, step)).toBeNull();
    expect(verifyCode(secret, codeOf(step + 1), now, step)).toBe(step + 1);
  });

  it('never goes back to a step that was used, whatever the clock and the code', () => {
    const steps = fc.integer({ min: 2, max: 100_000_000 });
    fc.assert(
      fc.property(steps, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -3, max: 3 }), (present, off, used) => {
        const answer = verifyCode(secret, codeOf(present + off), at(present * 30 + 7), present + used);
        expect(answer).toBe(Math.abs(off) <= 1 && off > used ? present + off : null);
      }),
    );
  });

  it('may be typed with spaces or in full width', () => {
    for (const typed of ['287 082', ' 287082 ', '２８７０８２']) expect(verifyCode(secret, typed, at(59), 0)).toBe(1);
  });

  it('is six digits: nothing else is compared', () => {
    for (const typed of ['', '28708', '2870820', '94287082', '28708a', '-87082', '2e5', '٢٨٧٠٨٢', '287082\0']) {
      expect(verifyCode(secret, typed, at(59), 0)).toBeNull();
    }
  });

  it('is wrong with the secret of somebody else', () => {
    const others = Array.from({ length: 20 }, () => verifyCode(newSecret(), codeOf(50_000_000), at(50_000_000 * 30), 0));
    expect(others.filter((step) => step !== null).length).toBeLessThan(2);
  });
});

describe('setting up an authenticator', () => {
  it('has a new secret of 20 bytes each time', async () => {
    const [one, two] = [await newEnrolment('zhang'), await newEnrolment('zhang')];
    expect(Secret.fromBase32(one.secret).bytes.length).toBe(20);
    expect(one.secret).not.toBe(two.secret);
  });

  it('has an address that an app reads as this account, this secret and the codes that are accepted', async () => {
    const { secret: mine, uri } = await newEnrolment('zhang xm&issuer=x');
    const app = URI.parse(uri);
    expect(app).toMatchObject({ issuer: '一个都不能少', label: 'zhang xm&issuer=x', digits: 6, period: 30, algorithm: 'SHA1' });
    expect(app.secret.base32).toBe(mine);
    const now = at(1_800_000_000);
    const code = HOTP.generate({ secret: app.secret, counter: 60_000_000 });
    expect(verifyCode(mine, code, now, 0)).toBe(60_000_000);
  });

  it('has a picture with a quiet edge and nothing that a strict page would refuse', async () => {
    const [one, two] = [await newEnrolment('zhang'), await newEnrolment('zhang')];
    expect(one.qr).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    expect(one.qr).not.toMatch(/<script|style=|<style|href|on\w+=/);
    expect(one.qr).toContain('d="M4 4.5h7');
    expect(one.qr).not.toBe(two.qr);
  });
});

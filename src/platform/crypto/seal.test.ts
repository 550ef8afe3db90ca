import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyRefusal } from './key-refusal';
import type { CryptoProfile } from './provider';
import { keyRingOf, newRingText, withNewEncryptionKey } from './ring-text';
import { isSealedOld, openBytes, openField, type SealPlace, sealBytes, sealField } from './seal';

const profiles = ['default', 'sm'] as const satisfies readonly CryptoProfile[];
const place: SealPlace = { countyId: '211324', table: 'child', column: 'id_number', id: '0198c0de-0000-7000-8000-000000000001' };
const number = '211324201203050015';

describe.each(profiles)('a sealed field (%s)', (profile) => {
  const text = newRingText(profile);
  const ring = keyRingOf(text);

  it('opens as the text it was, whatever the text and the place', () => {
    const anyPlace = fc.record({ countyId: fc.string(), table: fc.string(), column: fc.string(), id: fc.string() });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyPlace, (value, where) => {
        const wellFormed = Buffer.from(value).toString();
        expect(openField(ring, where, sealField(ring, where, value))).toBe(wellFormed);
      }),
    );
  });

  it('is never the same twice and does not hold the text', () => {
    const sealed = Array.from({ length: 1200 }, () => sealField(ring, place, number));
    expect(new Set(sealed.map((value) => value.toString('hex'))).size).toBe(1200);
    expect(sealed.some((value) => value.includes(number))).toBe(false);
    expect(sealed[0].length).toBe(number.length + (profile === 'sm' ? 46 : 30));
  });

  it('does not open when any one byte of it is changed in any way tried', () => {
    const sealed = sealField(ring, place, number);
    for (let at = 0; at < sealed.length; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const changed = Buffer.from(sealed);
        changed[at] ^= flip;
        expect(() => openField(ring, place, changed), `byte ${at} ^ ${flip}`).toThrow(KeyRefusal);
      }
    }
  });

  it('does not open when it is shortened or lengthened', () => {
    const sealed = sealField(ring, place, number);
    for (let length = 0; length < sealed.length; length++)
      expect(codeOf(() => openField(ring, place, sealed.subarray(0, length)))).toBe('brokenSeal');
    expect(codeOf(() => openField(ring, place, Buffer.concat([sealed, Buffer.alloc(1)])))).toBe('brokenSeal');
  });

  it.each(['countyId', 'table', 'column', 'id'] as const)('does not open with another %s', (part) => {
    const sealed = sealField(ring, place, number);
    expect(codeOf(() => openField(ring, { ...place, [part]: `${place[part]}x` }, sealed))).toBe('brokenSeal');
  });

  it('does not open where the parts of the place run together in the same way', () => {
    const sealed = sealField(ring, { ...place, table: 'child', column: 'id_number' }, number);
    expect(codeOf(() => openField(ring, { ...place, table: 'childid', column: '_number' }, sealed))).toBe('brokenSeal');
    expect(codeOf(() => openField(ring, { ...place, table: 'child","id_number', column: '' }, sealed))).toBe('brokenSeal');
  });

  it('does not open as bytes, nor bytes as a field', () => {
    expect(codeOf(() => openBytes(ring, place, sealField(ring, place, number)))).toBe('brokenSeal');
    expect(codeOf(() => openField(ring, place, sealBytes(ring, place, Buffer.from(number))))).toBe('brokenSeal');
  });

  it('does not open with the ring of another installation', () => {
    expect(codeOf(() => openField(keyRingOf(newRingText(profile)), place, sealField(ring, place, number)))).toBe('brokenSeal');
  });

  it('still opens after the key was rotated, and is known to be old', () => {
    const rotated = keyRingOf(withNewEncryptionKey(withNewEncryptionKey(text)));
    const [before, after] = [sealField(ring, place, number), sealField(rotated, place, number)];
    expect([before[0], after[0]]).toEqual([1, 3]);
    expect([openField(rotated, place, before), openField(rotated, place, after)]).toEqual([number, number]);
    expect([isSealedOld(rotated, before), isSealedOld(rotated, after)]).toEqual([true, false]);
  });

  it('names the missing key when it was sealed with a newer one than the ring has', () => {
    const sealed = sealField(keyRingOf(withNewEncryptionKey(text)), place, number);
    expect(() => openField(ring, place, sealed)).toThrow('数据用第 2 版密钥加密，密钥文件里只有到第 1 版。');
    expect(codeOf(() => openField(ring, place, sealed))).toBe('unknownKey');
  });
});

describe('what is sealed under one profile', () => {
  it('opens under the other when the keys are the same, so that a county can move', () => {
    const standard = newRingText('default');
    const [ring, sm] = [keyRingOf(standard), keyRingOf({ ...standard, profile: 'sm' })];
    const sealed = sealField(ring, place, number);
    expect(openField(sm, place, sealed)).toBe(number);
    expect(isSealedOld(sm, sealed)).toBe(true);
  });
});

describe('sealed bytes', () => {
  it('open as the bytes they were, none and many', () => {
    const ring = keyRingOf(newRingText('default'));
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(1_000_000, 'roll call')])
      expect(openBytes(ring, place, sealBytes(ring, place, bytes)).equals(bytes)).toBe(true);
  });
});

describe('a refusal to open', () => {
  it('says table and column, and never the value', () => {
    const ring = keyRingOf(newRingText('default'));
    const sealed = sealField(ring, place, number);
    expect(() => openField(ring, { ...place, id: 'another' }, sealed)).toThrow(
      '加密内容打不开（child.id_number）：它被改动过，或者不属于这条记录。请先不要使用这条记录，联系系统管理员用备份核对。',
    );
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof KeyRefusal ? error.code : String(error);
  }
}

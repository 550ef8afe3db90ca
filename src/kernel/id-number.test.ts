import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from './day';
import {
  birthOfIdKey,
  checkDigit,
  idKey,
  idKeyOfBytes,
  maskId,
  nearNumbers,
  parseIdNumber,
  sexOfIdKey,
  upgradeIdNumber,
} from './id-number';

/** Four numbers constructed by the algorithm of GB 11643-1999; they belong to nobody we know of. */
const constructed = [
  ['211324201203050015', '2012-03-05', 1],
  ['21132420130901002X', '2013-09-01', 2],
  ['211324200906171230', '2009-06-17', 1],
  ['211324201608310049', '2016-08-31', 2],
] as const;

const anyNumber = fc
  .record({
    region: fc.constantFrom('211324', '110101', '650102'),
    day: fc.integer({ min: -25567, max: 47846 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, day, sequence }) => withCheck(region + formatDay(day).replaceAll('-', '') + String(sequence).padStart(3, '0')));

function withCheck(body: string): string {
  return body + checkDigit(body);
}

function refusalOf(text: string): string {
  const parsed = parseIdNumber(text);
  return parsed.ok ? 'valid' : parsed.reason;
}

describe('reading an ID number', () => {
  it('reads birth and sex from numbers constructed by the standard', () => {
    for (const [text, birth, sex] of constructed) {
      const parsed = parseIdNumber(text);
      expect(parsed.ok && { region: parsed.region, birth: formatDay(parsed.birth), sex: parsed.sex }).toEqual({
        region: 211324,
        birth,
        sex,
      });
    }
  });

  it('says why a number is none', () => {
    expect(refusalOf('21132420120305001')).toBe('length');
    expect(refusalOf('')).toBe('length');
    expect(refusalOf('2113242012030500A5')).toBe('characters');
    expect(refusalOf('X11324201203050015')).toBe('characters');
    expect(refusalOf('21132420120305001x')).toBe('characters');
    expect(refusalOf('991324201203050015')).toBe('region');
    expect(refusalOf(withCheck('21132420130229001'))).toBe('date');
    expect(refusalOf(withCheck('21132418991231001'))).toBe('date');
    expect(refusalOf(withCheck('21132421010101001'))).toBe('date');
    expect(refusalOf('211324201203050016')).toBe('check');
  });

  it('knows the card of a foreign permanent resident, which has a 9 before the province', () => {
    expect(refusalOf(withCheck('92184020120305001'))).toBe('valid');
    expect(refusalOf(withCheck('99984020120305001'))).toBe('region');
  });

  it('takes a number of 15 digits for the same person as its form of 18', () => {
    expect(upgradeIdNumber('211324820305001')).toBe(withCheck('21132419820305001'));
    expect(idKey('211324820305001')).toBe(idKey(upgradeIdNumber('211324820305001')));
    expect(upgradeIdNumber('E12345678')).toBe('E12345678');
  });

  it('does not take a child whose number lost its century for a person of a hundred', () => {
    expect(idKey('211324120305001')).toBe(-1);
    expect(nearNumbers('211324120305001')).toEqual([{ key: idKey(withCheck('21132420120305001')), edit: 'century' }]);
  });

  it('reads the same from text, from bytes and back from the key', () => {
    fc.assert(
      fc.property(anyNumber, (text) => {
        const parsed = parseIdNumber(text);
        const key = idKey(text);
        const bytes = new TextEncoder().encode(`,${text},`);
        expect(parsed.ok).toBe(true);
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
        expect(idKeyOfBytes(bytes, 1, 19)).toBe(key);
        expect(formatDay(birthOfIdKey(key)).replaceAll('-', '')).toBe(text.slice(6, 14));
        expect(sexOfIdKey(key)).toBe(Number(text[16]) % 2 === 1 ? 1 : 2);
      }),
    );
  });

  it('gives two numbers one key only if they are the same number', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(idKey(a) === idKey(b)).toBe(a === b);
      }),
    );
  });

  it('never throws and never accepts what the check refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789Xx ?张'), maxLength: 20 }), (text) => {
        const valid = parseIdNumber(text).ok;
        expect(idKey(text) >= 0).toBe(valid);
        if (valid && text.length === 18) expect(checkDigit(text.slice(0, 17))).toBe(text[17]);
        nearNumbers(text);
      }),
    );
  });
});

describe('mending an ID number', () => {
  it('finds the number behind one wrong digit, two swapped, one forgotten, one too many', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.nat(9), (text, at, digit) => {
        const key = idKey(text);
        const wrong = text.slice(0, at) + digit + text.slice(at + 1);
        if (idKey(wrong) < 0) expect(keysNear(wrong)).toContain(key);
        const swapped =
          text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(at + 2);
        if (idKey(swapped) < 0) expect(keysNear(swapped)).toContain(key);
        expect(keysNear(text.slice(0, at) + text.slice(at + 1))).toContain(key);
        expect(keysNear(text.slice(0, at) + digit + text.slice(at))).toContain(key);
      }),
    );
  });

  it('says which slip it was', () => {
    const near = (text: string) => nearNumbers(text).find(({ key }) => key === idKey('211324201203050015'))?.edit;
    expect(near('211324201203050016')).toBe('digit');
    expect(near('211324201203O50015')).toBe('digit');
    expect(near('211324201203005015')).toBe('swap');
    expect(near('21132420120305015')).toBe('dropped');
    expect(near('2113242012030500155')).toBe('extra');
    expect(keysNear('211324201309010021')).toContain(idKey('21132420130901002X'));
  });

  it('offers valid numbers only, at most 35 of them, and none for a valid one', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.nat(9), (text, at, digit) => {
        expect(nearNumbers(text)).toEqual([]);
        const near = nearNumbers(text.slice(0, at) + digit + text.slice(at + 1));
        expect(near.length).toBeLessThanOrEqual(35);
        for (const { key } of near) expect(birthOfIdKey(key)).toBeGreaterThanOrEqual(parseDay('1900-01-01') ?? 0);
      }),
    );
  });

  it('guesses only where at most one character is unreadable', () => {
    expect(nearNumbers('2113242012O3O50015')).toEqual([]);
  });
});

describe('showing an ID number', () => {
  it('shows where the number comes from and nothing that finds the person', () => {
    expect(maskId('211324201203050015')).toBe('2113**************');
    expect(maskId('E12345678')).toBe('E12******');
    expect(maskId('12')).toBe('**');
    expect(maskId('')).toBe('');
  });
});

function keysNear(text: string): number[] {
  return nearNumbers(text).map(({ key }) => key);
}

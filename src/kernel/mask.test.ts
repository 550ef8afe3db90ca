import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from './day';
import { checkDigit } from './id-number';
import { compoundSurnames, maskId, maskName, maskPhone, shownUnasked } from './mask';

describe('a masked name', () => {
  it('keeps the surname, of one character or two', () => {
    expect(['张伟', '张小明', '欧阳娜娜', '司马光', '诸葛亮'].map(maskName)).toEqual(['张*', '张**', '欧阳**', '司马*', '诸葛*']);
    for (const surname of compoundSurnames) expect(maskName(`${surname}明`)).toBe(`${surname}*`);
  });

  it('keeps one character where a compound surname would be the whole name', () => {
    expect([maskName('欧阳'), maskName('司马')]).toEqual(['欧*', '司*']);
  });

  it('keeps the first part of a name in parts, whichever dot was typed', () => {
    const names = ['买买提·艾力', '买买提•艾力', '买买提・艾力', '买买提．艾力', '买买提.艾力', '阿依古丽·买买提·艾力'];
    expect(names.map(maskName)).toEqual(['买买提·**', '买买提•**', '买买提・**', '买买提．**', '买买提.**', '阿依古丽·******']);
  });

  it('keeps nothing where there is no part to keep', () => {
    expect(['张', '', '·艾力', '张·'].map(maskName)).toEqual(['*', '', '***', '张*']);
  });

  it('counts a rare character as one', () => {
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskName('张𠮷')).toBe('张*');
  });

  it('is as long as the name and hides the rest of it, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'张欧阳乌云其木格·𠮷A'), maxLength: 8 }), (name) => {
        const [before, after] = [Array.from(name), Array.from(maskName(name))];
        expect(after.length).toBe(before.length);
        const shown = after.filter((character) => character !== '*').length;
        expect(after.slice(0, shown)).toEqual(before.slice(0, shown));
        if (name !== '') expect(shown).toBeLessThan(after.length);
      }),
    );
  });
});

describe('a masked telephone number', () => {
  it('keeps three digits and two of a mobile number, however it was written', () => {
    const ways = [
      '13812345621',
      '138 1234 5621',
      '138-1234-5621',
      '+86 13812345621',
      '008613812345621',
      '１３８１２３４５６２１',
    ];
    for (const way of ways) expect(maskPhone(way)).toBe('138******21');
  });

  it('keeps three digits of a landline and no tail', () => {
    expect([maskPhone('0421-4821234'), maskPhone('(0421)4821234'), maskPhone('02488888888')]).toEqual([
      '042********',
      '042********',
      '024********',
    ]);
  });

  it('keeps nothing of what is neither', () => {
    expect(['4821234', '12345', '', '无', '13812345621/13912345621'].map(maskPhone)).toEqual([
      '*******',
      '*****',
      '',
      '*',
      '***********************',
    ]);
  });
});

describe('what is shown unasked, all together', () => {
  const someone = fc.record({
    region: fc.constantFrom('211324', '110101', '650102'),
    day: fc.integer({ min: 7305, max: 20_000 }).map((day) => formatDay(day).replaceAll('-', '')),
    sequence: fc.integer({ min: 0, max: 999 }).map((sequence) => String(sequence).padStart(3, '0')),
    phone: fc.integer({ min: 0, max: 999_999_999 }).map((tail) => `13${String(tail).padStart(9, '0')}`),
  });

  it(`leaves at least ${shownUnasked.leastIdNumbers} ID numbers`, () => {
    fc.assert(
      fc.property(someone, ({ region, day, sequence }) => {
        const body = region + day + sequence;
        const person = { region, day, sequence, masked: maskId(body + checkDigit(body)) };
        expect(numbersThatFit(person)).toBeGreaterThanOrEqual(shownUnasked.leastIdNumbers);
      }),
    );
  });

  it(`leaves at least ${shownUnasked.leastPhones} telephone numbers`, () => {
    fc.assert(
      fc.property(someone, ({ phone }) => {
        const masked = maskPhone(phone);
        expect(10 ** (masked.split('*').length - 1)).toBeGreaterThanOrEqual(shownUnasked.leastPhones);
        expect(masked.length).toBe(phone.length);
      }),
    );
  });

  it('would not, if the last digits were shown as elsewhere is usual', () => {
    const shown = (tail: number) => `2113${'*'.repeat(14 - tail)}${'211324201203050015'.slice(18 - tail)}`;
    const person = { region: '211324', day: '20120305', sequence: '001' };
    expect([0, 1, 2, 4].map((tail) => numbersThatFit({ ...person, masked: shown(tail) }))).toEqual([500, 46, 9, 1]);
  });
});

type Shown = { readonly region: string; readonly day: string; readonly sequence: string; readonly masked: string };

/** How many ID numbers fit everything that is shown: what each field tells is tried on each number that could be. */
function numbersThatFit({ region, day, sequence, masked }: Shown): number {
  const told = {
    name: () => true,
    phone: () => true,
    area: (number: string) => number.startsWith(region),
    birth: (number: string) => number.slice(6, 14) === day,
    sex: (number: string) => Number(number[16]) % 2 === Number(sequence) % 2,
    idNumber: (number: string) => Array.from(masked).every((character, at) => character === '*' || character === number[at]),
  } satisfies Record<(typeof shownUnasked.fields)[number], (number: string) => boolean>;
  const bodies = Array.from({ length: 1000 }, (_, at) => region + day + String(at).padStart(3, '0'));
  const numbers = bodies.map((body) => body + checkDigit(body));
  return numbers.filter((number) => shownUnasked.fields.every((field) => told[field](number))).length;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from '../../../kernel/byte-interner';
import { compareNames, nameLevel } from './name-level';
import { buildNameTable } from './name-table';

function levelOf(a: string, b: string): string | undefined {
  const names = new ByteInterner();
  const encoder = new TextEncoder();
  const [left, right] = [a, b].map((name) => {
    const bytes = encoder.encode(name);
    return names.add(bytes, 0, bytes.length);
  });
  const level = compareNames(buildNameTable(names), left, right);
  return Object.entries(nameLevel).find(([, number]) => number === level)?.[0];
}

describe('two names', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['are exact when they are written alike', '张子涵', '张子涵', 'exact'],
    ['are one name in traditional characters', '張子涵', '张子涵', 'folded'],
    ['are one name under any dot', '买买提·艾力', '买买提艾力', 'folded'],
    ['sound alike', '张宏伟', '张洪伟', 'sound'],
    ['sound alike in every character', '张紫涵', '章子寒', 'sound'],
    ['look alike', '王未然', '王末然', 'shape'],
    ['have their characters in another order', '张涵子', '张子涵', 'swapped'],
    ['have given name and surname in another order', '雨萱李', '李雨萱', 'swapped'],
    ['lack a character', '张涵', '张子涵', 'partial'],
    ['have a character that could not be typed', '张?涵', '张䶮涵', 'partial'],
    ['have a character spelled out', '张yan涵', '张䶮涵', 'partial'],
    ['lack the same character on both sides', '林*圣', '林?圣', 'partial'],
    ['are the long and the short form of a Mongolian name', '包乌云其木格', '乌云其木格', 'partial'],
    ['are a dotted name and its first half', '阿卜杜拉·买买提', '阿卜杜拉', 'partial'],
    ['share the surname and a character, as brothers do', '张子涵', '张子轩', 'oneCharacter'],
    ['share the given name under another surname', '李子涵', '张子涵', 'givenOnly'],
    ['share the given name under another compound surname', '欧阳子涵', '司马子涵', 'givenOnly'],
    ['share only the surname', '张子涵', '张一博', 'surnameOnly'],
    ['share nothing', '张子涵', '李一博', 'different'],
    ['of Latin letters differ by a slip', 'Michaela Neumann', 'Michaella Neuman', 'partial'],
    ['of Latin letters are different people', 'Michaela Neumann', 'Joshua Campbell', 'different'],
    ['are not compared where one is missing', '', '张子涵', 'missing'],
  ];
  for (const [says, a, b, level] of cases) {
    it(says, () => {
      expect(levelOf(a, b)).toBe(level);
      expect(levelOf(b, a)).toBe(level);
    });
  }

  it('do not become a swap of one another because both lack a character', () => {
    expect(levelOf('林?', '林以')).not.toBe('swapped');
    expect(levelOf('陈?', '?陈')).not.toBe('swapped');
  });

  it('agree in the same way whichever is first', () => {
    const name = fc
      .array(fc.constantFrom(...'张李王子梓涵函轩宏洪未末辰晨欧阳乌云格?·'), { minLength: 1, maxLength: 6 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(levelOf(a, b)).toBe(levelOf(b, a));
      }),
    );
  });
});

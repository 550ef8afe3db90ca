import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interned } from '../testing/factories';
import { compareNames, nameLevel } from './name-level';
import { buildNameTable } from './name-table';

type Level = keyof typeof nameLevel;

describe('how two names agree', () => {
  it.each<[Level, string, string]>([
    ['missing', '', '李宏伟'],
    ['missing', '', ''],
    ['exact', '李宏伟', '李宏伟'],
    ['folded', '李宏伟', '李宏偉'],
    ['folded', '阎晓峰', '闫晓峯'],
    ['folded', '张\ue863', '张䶮'],
    ['sound', '李宏伟', '李洪伟'],
    ['sound', '李宏伟', '李红卫'],
    ['sound', '张振华', '章增花'],
    ['sound', '单雪', '善雪'],
    ['shape', '李未', '李末'],
    ['shape', '李晴', '李睛'],
    ['shape', '赵晗宏', '赵晓洪'],
    ['swapped', '李宏伟', '李伟宏'],
    ['swapped', '李宏伟', '宏伟李'],
    ['partial', '李宏伟', '李伟'],
    ['partial', '李宏伟', '宏伟'],
    ['partial', '李宏伟', '李?伟'],
    ['partial', '李宏伟', '李洪?'],
    ['oneCharacter', '李宏伟', '李宏雪'],
    ['oneCharacter', '李宏伟', '李雪伟'],
    ['givenOnly', '李宏伟', '赵宏伟'],
    ['givenOnly', '李伟', '赵伟'],
    ['surnameOnly', '李宏伟', '李思远'],
    ['surnameOnly', '李伟', '李雪'],
    ['surnameOnly', '李宏伟', '李雪'],
    ['different', '李宏伟', '赵思远'],
    ['different', '李宏伟', '赵宏雪'],
    ['different', '李宏伟', '赵雪'],
    ['swapped', '李雨萱', '雨萱李'],
    ['oneCharacter', '张子涵', '张子轩'],
  ])('%s: %s, %s', (level, a, b) => {
    expect(levelOf(a, b)).toBe(level);
    expect(levelOf(b, a)).toBe(level);
  });

  describe('a character that could not be typed', () => {
    it.each([...'?*□〓'])('stands as %s', (standIn) => {
      expect(levelOf('张研', `张${standIn}`)).toBe('partial');
    });

    it('stands spelled in letters, however many', () => {
      expect(levelOf('张䶮', '张yan')).toBe('partial');
      expect(levelOf('张䶮浩', '张YAN浩')).toBe('partial');
      expect(levelOf('张䶮浩', '张yan')).not.toBe('exact');
    });

    it('agrees with nothing when nothing else agrees', () => {
      expect(levelOf('张研', '??')).toBe('different');
      expect(levelOf('李研', '张?')).not.toBe('partial');
    });

    it('is not the same character where both sides lost one', () => {
      expect(levelOf('张?浩', '张*浩')).toBe('partial');
      expect(levelOf('张?浩', '张浩?')).not.toBe('swapped');
      expect(levelOf('张?', '张*')).toBe('partial');
      expect(levelOf('陈?', '?陈')).not.toBe('swapped');
      expect(levelOf('林?', '林以')).not.toBe('swapped');
    });
  });

  describe('minority names', () => {
    it.each([
      ['古丽·买买提', '古丽买买提'],
      ['古丽.买买提', '古丽·买买提'],
      ['AYGUL·MEMET', 'Aygul Memet'],
      ['Mary-Ann', 'MARY ANN'],
    ])('are the same with any dot or none: %s, %s', (a, b) => {
      expect(levelOf(a, b)).toBe('folded');
    });

    it.each([
      ['乌云其木格', '乌云'],
      ['萨仁图雅', '图雅'],
      ['乌力吉巴雅尔', '巴雅尔'],
      ['包乌云其木格', '乌云其木格'],
      ['阿卜杜拉·买买提', '阿卜杜拉'],
    ])('have a short form: %s, %s', (long, short) => {
      expect(levelOf(long, short)).toBe('partial');
      expect(levelOf(short, long)).toBe('partial');
    });

    it('may have one character spoilt or lost when they are long', () => {
      expect(levelOf('阿卜杜热西提', '阿卜杜热依提')).toBe('partial');
      expect(levelOf('阿卜杜热西提', '阿布都热西提')).toBe('sound');
      expect(levelOf('买买提吐尔逊', '买买提吐孙')).toBe('partial');
      expect(levelOf('Michaela Neumann', 'Michaella Neuman')).toBe('partial');
      expect(levelOf('Michaela Neumann', 'Joshua Campbell')).toBe('different');
    });

    it('are others when half of them differs', () => {
      expect(levelOf('阿卜杜热西提', '阿卜杜克里木')).not.toBe('partial');
      expect(levelOf('乌云其木格', '萨仁其其格')).not.toBe('partial');
      expect(levelOf('乌力吉巴雅尔', '巴特尔')).toBe('different');
    });
  });

  describe('surnames', () => {
    it('count as two characters where they are compound', () => {
      expect(levelOf('欧阳宏伟', '欧阳宏雪')).toBe('oneCharacter');
      expect(levelOf('欧阳雪', '欧阳伟')).toBe('surnameOnly');
      expect(levelOf('欧阳宏伟', '司马宏伟')).toBe('givenOnly');
    });

    it('are not compound where no given name would be left', () => {
      expect(levelOf('东方', '东海')).toBe('surnameOnly');
    });

    it('may be all that a child changed (改姓)', () => {
      expect(levelOf('刘雨桐', '孙雨桐')).toBe('givenOnly');
    });
  });

  it('is the same from either side', () => {
    fc.assert(fc.property(someName, someName, (a, b) => levelOf(a, b) === levelOf(b, a)));
  });

  it('is best for equal names, and exact for nothing else', () => {
    fc.assert(fc.property(someName, (name) => levelOf(name, name) === 'exact'));
    fc.assert(fc.property(someName, someName, (a, b) => a === b || levelOf(a, b) !== 'exact'));
  });
});

/** As the intake leaves names: no dot at either end. */
const someName = fc
  .string({ unit: fc.constantFrom(...'张章李宏洪伟偉未末璐潞辰晨欧阳乌云其木格·?A'), maxLength: 7 })
  .map((rest) => `李${rest}`.replace(/·+$/, ''));

const levels = Object.keys(nameLevel).filter((key): key is Level => key in nameLevel);

function levelOf(a: string, b: string): Level | undefined {
  const { interner, numbers } = interned([a, b]);
  const level = compareNames(buildNameTable(interner), numbers[0], numbers[1]);
  return levels.find((name) => nameLevel[name] === level);
}

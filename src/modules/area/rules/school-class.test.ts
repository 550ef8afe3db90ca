import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClass, aSchool } from '../testing/factories';
import { className, entryYear, faultsOfClass, gradeName, readClassName, type SchoolClass } from './school-class';

function nameOf(grades: readonly number[], number: number, label: string | null = null): string {
  return className({ grades, number, label }).zh;
}

describe('a class', () => {
  it('is called as people call it', () => {
    expect(nameOf([3], 2)).toBe('三年级2班');
    expect(nameOf([7], 12)).toBe('七(12)');
    expect(nameOf([1, 2], 1)).toBe('一、二年级复式1班');
    expect(nameOf([1], 1, '向日葵班')).toBe('一年级向日葵班');
    expect(className({ grades: [7], number: 2, label: null }).en).toBe('grade 7 class 2');
    expect(gradeName(9)).toEqual({ zh: '九年级', en: 'grade 9' });
  });

  it('has entered its stage in a year', () => {
    expect(entryYear('2024-2025', 3)).toBe(2022);
    expect(entryYear('2024-2025', 1)).toBe(2024);
    expect(entryYear('2024-2025', 7)).toBe(2024);
    expect(entryYear('2024-2025', 9)).toBe(2022);
  });

  it('is found in what lists write', () => {
    const read = (text: string, junior = false) => {
      const found = readClassName(text, '2024-2025', junior);
      return found && `${found.grade}/${found.number}`;
    };
    for (const text of [
      '三年级2班',
      '三年2班',
      '3年级2班',
      '三（2）班',
      '三(2)',
      '３年２班',
      '3.2班',
      '302班',
      '302',
      '2022级2班',
      '三年级 二班',
    ]) {
      expect(read(text), text).toBe('3/2');
    }
    for (const text of ['七年级12班', '七(12)', '初一（12）班', '712', '2024级12班', '初一十二班'])
      expect(read(text, true), text).toBe('7/12');
    expect(read('24级1班', true)).toBe('7/1');
    for (const text of ['', '2班', '12班', '三年级', '十年级1班', '2026级1班', '幼儿大班', '初四1班x', '0年1班']) {
      expect(read(text), text).toBeUndefined();
    }
  });

  it('is found in its own name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 }), (grade, number) => {
        expect(readClassName(nameOf([grade], number), '2024-2025', grade >= 7)).toEqual({ grade, number });
      }),
    );
  });
});

describe('a new class', () => {
  const school = aSchool({ firstGrade: 1, lastGrade: 6 });
  const other: SchoolClass = aClass(school, { grades: [3], number: 2 });
  const faults = (grades: readonly number[], number: number) =>
    faultsOfClass({ grades, number }, school, [other]).map(({ path, zh }) => `${path} ${zh}`);

  it('is of grades that its school teaches, and bears a number that is free', () => {
    expect(faults([3], 1)).toEqual([]);
    expect(faults([2, 3], 2)).toEqual([]);
    expect(faults([3], 2)).toEqual(['number 已有三年级2班，请换一个班号。']);
    expect(faults([7], 1)).toEqual(['grades 青禾小学开设 1 到 6 年级，请从低到高选择其中的年级。']);
    expect(faults([3, 2], 1)).toHaveLength(1);
    expect(faults([3, 3], 1)).toHaveLength(1);
  });
});

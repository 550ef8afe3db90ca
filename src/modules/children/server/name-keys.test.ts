import { expect, it } from 'vitest';
import { nameKeys, normalSearch } from './name-keys';

const finds = (typed: string, name: string) => nameKeys(name).some((key) => key.startsWith(normalSearch(typed)));

it('finds a name by its beginning, its given name, its pinyin and its initials', () => {
  for (const typed of ['张', '张浩', '张浩然', '浩然', 'zhang', 'zhanghaoran', 'Zhang Haoran', 'haoran', 'zhr', 'ZHR', 'hr'])
    expect(finds(typed, '张浩然'), typed).toBe(true);
  for (const typed of ['然', 'zhaoran', 'zr', '李浩然']) expect(finds(typed, '张浩然'), typed).toBe(false);
});

it('finds a surname by both of its readings', () => {
  for (const [typed, name] of [
    ['shanxue', '单雪'],
    ['danxue', '单雪'],
    ['sx', '单雪'],
    ['dx', '单雪'],
    ['qiu', '仇英'],
    ['chou', '仇英'],
    ['xiefang', '解放'],
    ['jiefang', '解放'],
    ['zl', '曾乐'],
    ['cl', '曾乐'],
    ['yuchigong', '尉迟恭'],
    ['piao', '朴海'],
  ])
    expect(finds(typed, name), `${typed} ${name}`).toBe(true);
});

it('takes a surname of two characters as one', () => {
  expect(finds('娜娜', '欧阳娜娜')).toBe(true);
  expect(finds('nn', '欧阳娜娜')).toBe(true);
  expect(finds('阳娜娜', '欧阳娜娜')).toBe(false);
});

it('finds a name in parts by each part, with any dot or none', () => {
  for (const typed of ['买买提', '艾力', '买买提艾力', '买买提•艾力', '买买提.艾', 'maimaitiaili', 'mmtal', 'al'])
    expect(finds(typed, '买买提·艾力'), typed).toBe(true);
});

it('finds ü typed as v or as u', () => {
  for (const typed of ['lvbu', 'lubu', 'lübu', 'lb']) expect(finds(typed, '吕布'), typed).toBe(true);
});

it('keeps a rare character, a Latin letter and nothing as they are', () => {
  expect(nameKeys('𠮷田')).toContain('𠮷田');
  expect(finds('𠮷', '𠮷田')).toBe(true);
  expect(finds('tom', 'Tom')).toBe(true);
  expect(nameKeys('')).toEqual([]);
  expect(nameKeys('张')).toEqual(['张', 'zhang']);
});

it('needs no more than a dozen keys for a usual name', () => {
  for (const name of ['张伟', '张浩然', '欧阳娜娜', '单雪', '曾乐乐', '乌云其木格'])
    expect(nameKeys(name).length, name).toBeLessThanOrEqual(12);
});

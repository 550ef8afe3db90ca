import { describe, expect, it } from 'vitest';
import type { ChildValues } from '../../children/index';
import { differsInWriting, sideBySide } from './side-by-side';
import { differenceOf } from './text-difference';

const row = (values: ChildValues, more = {}) => ({ values, more });
const marks = (left: ChildValues, right: ChildValues) =>
  Object.fromEntries(sideBySide(row(left), row(right)).map(({ field, mark }) => [field, mark]));

describe('two rows side by side', () => {
  it('say of each field whether they agree', () => {
    expect(
      marks(
        { name: '白 雪', sex: '2', birthDay: '2014-05-02', village: '桥子村' },
        { name: '白雪', sex: '2', birthDay: '2014-05-03', school: '水泉小学' },
      ),
    ).toEqual({ name: 'alike', sex: 'same', birthDay: 'differs', village: 'one-side', school: 'one-side' });
  });

  it.each([
    ['21132420140502001X', '21132420140502001x', 'same'],
    ['211324201405020011', '211324201405020021', 'slip'],
    ['211324201405020011', '211324201450020011', 'slip'],
    ['211324201405020011', '21132420140502001', 'slip'],
    ['211324201405020011', '211324201405030021', 'differs'],
    ['211324201405020011', '', 'one-side'],
  ])('compare the numbers %s and %s that nobody sees', (left, right, mark) => {
    expect(marks({ idNumber: left }, { idNumber: right })).toEqual({ idNumber: mark });
  });

  it('take the number out of a disability card', () => {
    const card = row({ name: '甲' }, { disabilityCard: '21132420140502001152' });
    expect(sideBySide(card, row({ name: '甲', idNumber: '211324201405020011' }))[1]?.mark).toBe('same');
  });
});

describe('a difference in writing alone', () => {
  const bai = { name: '白雪', birthDay: '2014-05-02', sex: '2', idNumber: '211324201405020011' };
  it.each([
    ['blanks and width of characters', { name: '白　雪' }, true],
    ['a number that one side does not have', { idNumber: '' }, true],
    ['another number', { idNumber: '211324201405020022' }, false],
    ['another character', { name: '白学' }, false],
    ['another birth day', { birthDay: '2014-05-03' }, false],
    ['no birth day', { birthDay: '' }, false],
    ['another guardian', { guardianName: '白强' }, true],
  ])('%s', (_, change, only) => {
    expect(differsInWriting(sideBySide(row(bai), row({ ...bai, ...change })))).toBe(only);
  });

  it('is none where the sides name two guardians or two places', () => {
    const [left, right] = [row({ ...bai, guardianName: '白强' }), row({ ...bai, guardianName: '李梅' })];
    expect(differsInWriting(sideBySide(left, right))).toBe(false);
    const [here, there] = [row({ ...bai, township: '水泉镇' }), row({ ...bai, township: '南哨镇' })];
    expect(differsInWriting(sideBySide(here, there))).toBe(false);
  });
});

describe('a difference of two texts', () => {
  it.each([
    ['白 雪', '白雪', '白[ ]雪', '白雪'],
    ['2014-05-02', '2014-05-12', '2014-05-[0]2', '2014-05-[1]2'],
    ['阿拉坦其其格', '阿拉坦琪琪格', '阿拉坦[其其]格', '阿拉坦[琪琪]格'],
    ['', '甲', '', '[甲]'],
  ])('is shown in %s and %s', (left, right, shownLeft, shownRight) => {
    const { left: l, right: r } = differenceOf(left, right);
    const shown = (list: typeof l) => list.map(({ text, same }) => (same ? text : `[${text}]`)).join('');
    expect([shown(l), shown(r)]).toEqual([shownLeft, shownRight]);
  });
});

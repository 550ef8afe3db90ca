import { describe, expect, it } from 'vitest';
import { idOf, oneDigitWrong, type Row, registerOf } from '../testing/factories';
import { identityLevel, identityOf, identityWeights, joinById, nearPairs, pairKey } from './identity';
import { Dictionaries, type People, peopleOf } from './people';

type Level = keyof typeof identityLevel;

const id = idOf('2012-03-05', 117);
const born = '2012-03-05';

describe('what two ID cells say together', () => {
  it.each<[Level, string, Row, Row]>([
    ['equal', 'one valid number', { idNumber: id }, { idNumber: id }],
    ['missing', 'an empty cell', { idNumber: id }, {}],
    ['missing', 'two empty cells', {}, {}],
    ['sameText', 'one passport', { idNumber: 'H08123456' }, { idNumber: 'H08123456' }],
    ['sameText', 'one mistake copied', { idNumber: oneDigitWrong(id) }, { idNumber: oneDigitWrong(id) }],
    ['near', 'one digit wrong', { idNumber: id }, { idNumber: oneDigitWrong(id) }],
    ['near', 'two digits swapped', { idNumber: id }, { idNumber: swapped(id, 13) }],
    ['near', 'one digit dropped', { idNumber: id }, { idNumber: id.slice(0, 9) + id.slice(10) }],
    ['near', 'one digit too many', { idNumber: id }, { idNumber: `${id.slice(0, 9)}7${id.slice(9)}` }],
    ['near', 'one digit unreadable', { idNumber: id }, { idNumber: `${id.slice(0, 15)}*${id.slice(16)}` }],
    ['near', 'the old form of a child’s number', { idNumber: id }, { idNumber: id.slice(0, 6) + id.slice(8, 17) }],
    ['far', 'a passport on one side', { idNumber: id }, { idNumber: 'H08123456' }],
    ['far', 'two passports', { idNumber: 'H08123457' }, { idNumber: 'H08123456' }],
    ['far', 'two digits wrong', { idNumber: id }, { idNumber: oneDigitWrong(`${id.slice(0, 9)}9${id.slice(10)}`) }],
    ['differs', 'two valid numbers', { idNumber: id }, { idNumber: idOf('2012-03-05', 119) }],
    ['otherRegion', 'only the region differs', { idNumber: id }, { idNumber: idOf('2012-03-05', 117, '150430') }],
    ['equalDoubtful', 'at odds with the birth in its own row', { idNumber: id }, { idNumber: id, birth: '2014-08-01' }],
    ['equalDoubtful', 'at odds with the sex in its own row', { idNumber: id }, { idNumber: id, sex: '女' }],
    ['far', 'another number, at odds with its own row', { idNumber: id }, { idNumber: idOf('2010-01-01', 8), birth: born }],
  ])('%s: %s', (level, _, left, right) => {
    expect(levelOf(left, right)).toBe(level);
    expect(levelOf(right, left)).toBe(level);
  });

  it('takes the ID number out of the 20 digits of a disability card', () => {
    expect(levelOf({ disabilityCard: `${id}53` }, { idNumber: id })).toBe('equal');
    expect(levelOf({ disabilityCard: `${id}53B1` }, { idNumber: id })).toBe('equal');
  });

  it('joins an old number of 15 digits with its form of 18', () => {
    const old = idOf('1985-07-21', 33);
    expect(levelOf({ idNumber: old.slice(0, 6) + old.slice(8, 17) }, { idNumber: old })).toBe('equal');
  });

  it('weighs less the less the cells agree, and nothing where one is empty', () => {
    const weight = (level: Level) => identityWeights[identityLevel[level]];
    expect(weight('missing')).toBe(0);
    expect(weight('equal')).toBeGreaterThan(weight('near'));
    expect(weight('equal')).toBeGreaterThan(weight('equalDoubtful'));
    expect(weight('near')).toBeGreaterThan(weight('otherRegion'));
    expect(weight('far')).toBeLessThan(0);
    expect(weight('differs')).toBeLessThan(weight('far'));
  });
});

describe('pairs of one number', () => {
  it('are joined, every row with every row', () => {
    const twice = [{ idNumber: id }, { idNumber: idOf('2013-01-01', 5) }, { idNumber: id }];
    expect(joined(twice, [{ idNumber: id }, {}])).toEqual(['0-0', '2-0']);
  });

  it('are not made by a number that stands more than twenty times', () => {
    const often = (times: number): Row[] => Array.from({ length: times }, () => ({ idNumber: id }));
    expect(joined(often(20), [{ idNumber: id }])).toHaveLength(20);
    expect(joined(often(21), [{ idNumber: id }])).toHaveLength(0);
  });

  it('are not made by numbers that are not valid', () => {
    expect(joined([{ idNumber: 'H08123456' }], [{ idNumber: 'H08123456' }])).toEqual([]);
  });

  it('are found among thousands of numbers', () => {
    const many = Array.from({ length: 3000 }, (_, at): Row => ({ idNumber: idOf('2012-03-05', at % 1000, regions[at % 3]) }));
    expect(joined(many, many.slice().reverse())).toHaveLength(3000);
  });
});

/** One thousand numbers each; the two run through every pair of region and sequence. */
const regions = ['211324', '211302', '211303'];

function levelOf(left: Row, right: Row): Level | undefined {
  const { a, b, dictionaries } = people([left], [right]);
  const pairs = nearPairs(a, b, dictionaries.documents);
  const near = new Set<number>();
  for (let at = 0; at < pairs.count; at++) near.add(pairKey(pairs.first[at], pairs.second[at]));
  const found = identityOf(a, 0, b, 0, near);
  return levels.find((level) => identityLevel[level] === found);
}

const levels = Object.keys(identityLevel).filter((key): key is Level => key in identityLevel);

function joined(left: readonly Row[], right: readonly Row[]): string[] {
  const { a, b } = people(left, right);
  const pairs = joinById(a, b);
  return Array.from({ length: pairs.count }, (_, at) => `${pairs.first[at]}-${pairs.second[at]}`).sort();
}

function people(left: readonly Row[], right: readonly Row[]): { a: People; b: People; dictionaries: Dictionaries } {
  const dictionaries = new Dictionaries();
  const [a, b] = [left, right].map((rows) => peopleOf(registerOf('household', rows), dictionaries));
  return { a, b, dictionaries };
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

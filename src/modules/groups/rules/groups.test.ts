import { expect, it } from 'vitest';
import { permissions } from '../permissions';
import { careReasons } from './closer-care';
import { derivedMarks, planMarks } from './derive';
import { type GroupKey, groupKeys, groupOf, groups, type VisibilityClass } from './groups';
import { holdsOn } from './marks';
import { sightOf } from './visibility';

const all: readonly VisibilityClass[] = ['school', 'care', 'aid', 'disability', 'involved'];

it('says with each definition whose word it is, and never takes another province for a basis', () => {
  for (const { key, definitions } of groups) {
    expect(definitions.length, key).toBeGreaterThan(0);
    for (const { label, source } of definitions) {
      expect(source.zh, key).not.toBe('');
      if (label === 'basis') expect(source.zh, key).not.toMatch(/云南|山东|河北|合肥|没有/);
    }
  }
});

it('tells a group to nobody without its class, and disability and cases only for a reason', () => {
  for (const group of groupKeys) expect(sightOf(group, new Set()), group).toBe('none');
  const table = Object.fromEntries(groupKeys.map((group) => [group, sightOf(group, new Set(all))]));
  const hidden: readonly GroupKey[] = ['disability', 'involved', 'protected'];
  expect(Object.entries(table).flatMap(([group, sight]) => (sight === 'reveal' ? [group] : []))).toEqual(hidden);
});

it('leaves more than one group behind a flag without a word, for every role that sees the flag', () => {
  for (const role of permissions['group.flag'].roles) {
    const mine = all.filter((one) => permissions[`group.${one}`].roles.some((other: string) => other === role));
    const unsaid = groupKeys.filter((group) => !mine.includes(groupOf(group).class));
    expect(unsaid.length, role).not.toBe(1);
  }
});

it('draws marks from lists and standing, from the oldest day on, and ends those that no longer follow', () => {
  const known = {
    lists: [
      { kind: 'disability', asOf: '2025-03-01' },
      { kind: 'disability', asOf: '2024-09-01' },
    ],
    standing: { state: 'suspended', since: '2025-01-10' },
  } as const;
  const wanted = derivedMarks(known);
  expect(wanted.map(({ group, from }) => [group, from])).toEqual([
    ['disability', '2024-09-01'],
    ['suspended', '2025-01-10'],
  ]);
  expect(planMarks([], wanted)).toEqual({ begin: wanted, end: [] });
  expect(planMarks([{ group: 'suspended' }, { group: 'poverty' }], wanted)).toEqual({
    begin: [wanted[0]],
    end: [{ group: 'poverty' }],
  });
  expect(derivedMarks({ lists: [], standing: null })).toEqual([]);
});

it('holds from its first day until its last, and not on the day it is ended', () => {
  const mark = { from: '2025-03-01', until: '2025-03-31', ended: null };
  const days = ['2025-02-28', '2025-03-01', '2025-03-31', '2025-04-01'];
  expect(days.map((day) => holdsOn(mark, day))).toEqual([false, true, true, false]);
  expect(holdsOn({ ...mark, ended: '2025-03-10' }, '2025-03-10')).toBe(false);
  expect(holdsOn({ ...mark, ended: '2025-03-10' }, '2025-03-09')).toBe(true);
});

it('looks more closely at grades 8 and 9 and at whoever is marked, in words that say nothing else', () => {
  const grades = [1, 7, 8, 9].map((grade) => careReasons({ grade, marked: false }));
  expect(grades).toEqual([[], [], ['key-grade'], ['key-grade']]);
  expect(careReasons({ grade: 9, marked: true })).toEqual(['key-grade', 'marked']);
  expect(careReasons({ grade: null, marked: true })).toEqual(['marked']);
});

import { describe, expect, it } from 'vitest';
import { type Row, registerOf } from '../testing/factories';
import { PairList } from './blocks';
import { Dictionaries, peopleOf } from './people';
import { alignSchools, withoutSchools } from './schools';

describe('schools written differently on the two sides', () => {
  it('are one school when most of the same children sit in them', () => {
    const left = pupils(['实验小学', '实验小学', '实验小学', '实验小学']);
    const right = pupils(['喀左县实验小学', '喀左县实验小学', '喀左县实验小学', '第二小学']);
    const { aligned, there } = align(left, right);
    expect([...aligned]).toEqual([there[0], there[0], there[0], there[0]]);
  });

  it('need three children to say so', () => {
    const { aligned } = align(pupils(['实验小学', '实验小学']), pupils(['喀左县实验小学', '喀左县实验小学']));
    expect([...aligned]).toEqual([0, 0]);
  });

  it('are unknown where the children are spread over several', () => {
    const left = pupils(['实验', '实验', '实验', '实验', '实验', '实验']);
    const right = pupils(['一小', '一小', '一小', '二小', '二小', '二小']);
    expect([...align(left, right).aligned]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('have classes that are aligned in the same way', () => {
    const left = ['2022级02', '2022级02', '2022级02', '2022级01'].map((className): Row => ({ school: '实小', className }));
    const right = ['2班', '2班', '2班', '1班'].map((className): Row => ({ school: '一小', grade: '三年级', className }));
    const { people, other } = align(left, right);
    expect([...people.schoolClass]).toEqual([other.schoolClass[0], other.schoolClass[0], other.schoolClass[0], 0]);
  });

  it('are not looked at before anybody has said what corresponds', () => {
    const blind = withoutSchools(peopleOf(registerOf('attending', pupils(['一小'])), new Dictionaries()));
    expect([blind.school[0], blind.schoolClass[0]]).toEqual([0, 0]);
  });
});

describe('a class', () => {
  it('belongs to its school', () => {
    const { schoolClass } = peopleOf(
      registerOf('attending', [
        { school: '一小', className: '1班' },
        { school: '二小', className: '1班' },
        { school: '一小', className: '1班' },
        { school: '一小' },
      ]),
      new Dictionaries(),
    );
    expect(schoolClass[0]).toBe(schoolClass[2]);
    expect(schoolClass[0]).not.toBe(schoolClass[1]);
    expect(schoolClass[3]).toBe(0);
  });

  it('belongs to its file where the lists name no school', () => {
    const lists = [0, 1, 0].map((file): Row => ({ className: '1班', file }));
    const { schoolClass } = peopleOf(registerOf('attending', lists), new Dictionaries());
    expect(schoolClass[0]).toBe(schoolClass[2]);
    expect(schoolClass[0]).not.toBe(schoolClass[1]);
  });
});

function pupils(schools: readonly string[]): Row[] {
  return schools.map((school) => ({ school }));
}

function align(left: readonly Row[], right: readonly Row[]) {
  const dictionaries = new Dictionaries();
  const mine = peopleOf(registerOf('attending', left), dictionaries);
  const other = peopleOf(registerOf('enrolment', right), dictionaries);
  const sure = new PairList(left.length);
  for (let at = 0; at < left.length; at++) sure.push(at, at);
  const people = alignSchools(mine, other, sure);
  return { people, other, aligned: people.school, there: other.school };
}

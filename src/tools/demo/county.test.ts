import { describe, expect, it } from 'vitest';
import { parseIdNumber } from '../../kernel/id-number';
import { registerKinds } from '../../modules/registers';
import { errorRates, generateCounty } from '../demo';
import { draftOf } from './drafts';
import { isInAge } from './options';
import { attendingKinds, type Child, type Kind, nameOf } from './people';
import { isEnrolled } from './schools';
import { trapKinds } from './traps';

const county = generateCounty({ seed: 11, children: 30_000 });
const { children } = county;
const ofAge = children.filter((child) => isInAge(child.birth));

function share(test: (child: Child) => boolean, among: readonly Child[] = ofAge): number {
  return among.filter(test).length / among.length;
}

const is = (kind: Kind) => (child: Child) => child.kind === kind;

describe('the people of the demonstration county', () => {
  it('are as many of school age as were asked for, and some too young and too old', () => {
    expect(ofAge.length).toBeGreaterThanOrEqual(30_000);
    expect(ofAge.length).toBeLessThan(30_004);
    expect(children.filter(is('tooYoung')).length).toBeGreaterThan(500);
    expect(children.filter(is('tooOld')).length).toBeGreaterThan(1000);
  });

  it('have valid ID numbers of their own that tell birthday and sex', () => {
    for (const child of children) {
      expect(parseIdNumber(child.idNumber)).toMatchObject({ ok: true, birth: child.birth, sex: child.sex });
    }
    const parents = county.families.flatMap(({ father, mother }) => [father.idNumber, mother.idNumber]);
    const all = [...children.map(({ idNumber }) => idNumber), ...parents];
    expect(new Set(all).size).toBe(all.length);
    expect(parents.filter((id) => !parseIdNumber(id).ok)).toEqual([]);
  });

  it('have siblings, twins, minority names and namesakes in the shares written down', () => {
    expect(share((child) => child.family.children.length > 1)).toBeCloseTo(0.37, 1);
    expect(share((child) => child.twin)).toBeGreaterThan(0.02);
    expect(share((child) => child.twin)).toBeLessThan(0.035);
    expect(share((child) => child.family.ethnicity === '蒙古族')).toBeCloseTo(0.2, 1);
    expect(share((child) => child.style !== 'han')).toBeGreaterThan(0.03);
    expect(share((child) => child.given.includes('·'))).toBeGreaterThan(0.003);
    const names = new Set(children.map(nameOf));
    expect(names.size / children.length).toBeLessThan(0.8);
  });

  it('stand where the shares say: out of school, outside, resident, enrolled but absent, attending but not enrolled', () => {
    expect(share(is('outOfSchool'))).toBeGreaterThan(0.003);
    expect(share(is('outOfSchool'))).toBeLessThan(0.01);
    expect(share(is('resident'))).toBeCloseTo(0.03, 2);
    expect(share(is('enrolledNotAttending'))).toBeCloseTo(0.003, 3);
    expect(share(is('attendingNotEnrolled'))).toBeCloseTo(0.005, 2);
    expect(share(is('studyingOutside'))).toBeCloseTo(0.06, 2);
    expect(share((child) => child.disability > 0)).toBeCloseTo(0.008, 3);
    expect(share((child) => child.family.poor)).toBeCloseTo(0.08, 2);
    expect(share((child) => child.secondSchool >= 0, children.filter(isEnrolled))).toBeCloseTo(0.004, 2);
  });

  it('are put into classes of which nine in ten have 20 to 50 children', () => {
    const sizes = new Map<string, number>();
    for (const { school, grade, classNo, kind } of children) {
      if (school < 0 || kind === 'specialSchool') continue;
      const key = `${school} ${grade} ${classNo}`;
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    const usual = [...sizes.values()].filter((size) => size >= 20 && size <= 50).length;
    expect(usual / sizes.size).toBeGreaterThan(0.9);
  });

  it('go to schools whose codes say primary, junior or special school of the province', () => {
    const codes = county.schools.list.map(({ code }) => code);
    expect(codes.filter((code) => !/^(21|31|51)21\d{6}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(county.schools.list.map(({ name }) => name)).size).toBe(codes.length);
  });

  it('hide children behind a twin, a sibling, a cousin, a namesake and a borrowed number', () => {
    for (const kind of trapKinds) expect(county.traps.filter((trap) => trap.kind === kind)).toHaveLength(18);
    for (const { kind, child, decoy } of county.traps) {
      expect([child.kind, isEnrolled(child), isEnrolled(decoy)]).toEqual(['outOfSchool', false, true]);
      if (kind === 'twin') expect([child.birth, child.family]).toEqual([decoy.birth, decoy.family]);
      if (kind === 'namesake') expect([nameOf(child), child.sex]).toEqual([nameOf(decoy), decoy.sex]);
      if (kind === 'cousin') expect(child.family.village).toBe(decoy.family.village);
    }
  });

  it('stand in the enrolment register exactly when enrolled, and in a class list exactly when attending', () => {
    const enrolled = new Set(county.registers.enrolment.personOf);
    const attending = new Set(county.registers.attending.personOf);
    for (const child of children) {
      expect(enrolled.has(child.id)).toBe(isEnrolled(child));
      expect(attending.has(child.id)).toBe(attendingKinds.has(child.kind) && child.school >= 0);
    }
  });
});

describe('the registers of the demonstration county', () => {
  it('lack or spoil four to six in a hundred ID numbers of the enrolment register', () => {
    const rows = county.registers.enrolment.personOf.length;
    let bad = 0;
    for (let row = 0; row < rows; row++) {
      const draft = draftOf(county, 'enrolment', row);
      if (draft.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase() !== draft.child?.idNumber) bad++;
    }
    expect(bad / rows).toBeGreaterThan(0.04);
    expect(bad / rows).toBeLessThan(0.06);
  });

  it('give the sibling of a hidden child the number of that child', () => {
    const { personOf, copyOf } = county.registers.enrolment;
    for (const { kind, child, decoy } of county.traps) {
      if (kind !== 'idOnSibling') continue;
      const row = personOf.findIndex((person, i) => person === decoy.id && copyOf[i] === 0);
      expect(draftOf(county, 'enrolment', row).idNumber).toBe(child.idNumber);
    }
  });

  it.each(registerKinds)('say the plain truth in the %s register when all rates are 0', (kind) => {
    const clean = generateCounty({ seed: 11, children: 800, errors: errorRates({}, 0) });
    const { personOf } = clean.registers[kind];
    for (let row = 0; row < personOf.length; row++) {
      const draft = draftOf(clean, kind, row);
      const allowed = draft.errors.filter((error) => !(kind === 'attending' && error === 'idMissing') && error !== 'idSibling');
      expect(allowed).toEqual([]);
      if (draft.child) expect(draft.name).toBe(nameOf(draft.child));
    }
  });
});

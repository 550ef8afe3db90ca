import { describe, expect, it } from 'vitest';
import { aCounty } from '../testing/county';
import { type Row, registerOf } from '../testing/factories';
import { birthLevel } from './birth-level';
import { joinById } from './identity';
import { nameLevel } from './name-level';
import { buildNameTable } from './name-table';
import { kinLevel, type Pattern, placeLevel, schoolLevel, sexLevel } from './pattern';
import { Dictionaries, peopleOf } from './people';
import { train } from './training';
import { emptyCounts, learnWeights, type Weights, weightOf } from './weights';

const county = aCounty(1200);

/** Nothing known but what the test says. */
function pattern(known: Partial<Pattern>): Pattern {
  return { name: 0, birth: 0, kin: 0, place: 0, sex: 0, school: 0, ...known };
}

const everything = { name: nameLevel.exact, birth: birthLevel.equal, kin: kinLevel.sure, place: placeLevel.village };

describe.each<[string, readonly Row[], boolean]>([
  ['with ID numbers', county.enrolment, true],
  ['without an ID number on one side', county.enrolment.map((row) => ({ ...row, idNumber: '' })), false],
])('weights learnt from a county %s', (_, enrolment, byNumber) => {
  const { weights, labelled } = learnFrom(county.household, enrolment);
  const weigh = (known: Partial<Pattern>) => weightOf(weights, pattern(known));

  it('know whether numbers taught them', () => {
    expect(labelled).toBe(byNumber);
  });

  it('say more where more agrees', () => {
    const { name, birth, kin } = weights.alone;
    expect(name[nameLevel.exact]).toBeGreaterThan(name[nameLevel.oneCharacter]);
    expect(name[nameLevel.sound]).toBeGreaterThan(name[nameLevel.oneCharacter]);
    expect(birth[birthLevel.equal]).toBeGreaterThan(birth[birthLevel.different]);
    expect(kin[kinLevel.sure]).toBeGreaterThan(kin[kinLevel.differs]);
    expect(weights.sex[sexLevel.equal]).toBeGreaterThan(weights.sex[sexLevel.differs]);
    expect(weigh({ ...everything, kin: 0 })).toBeGreaterThan(weigh({ ...everything, kin: 0, place: placeLevel.differs }));
  });

  it('say for agreement, and against disagreement', () => {
    expect(weights.alone.name[nameLevel.exact]).toBeGreaterThan(0);
    expect(weights.alone.name[nameLevel.different]).toBeLessThan(0);
    expect(weights.alone.birth[birthLevel.equal]).toBeGreaterThan(0);
    expect(weights.alone.birth[birthLevel.different]).toBeLessThan(0);
    expect(weights.sex[sexLevel.differs]).toBeLessThan(0);
  });

  it('say nothing of a place, a sex or a school that is not known', () => {
    expect(weights.sex[sexLevel.missing]).toBe(0);
    expect(weights.school[schoolLevel.missing]).toBe(0);
    for (const kin of Object.values(kinLevel)) expect(weigh({ kin })).toBe(weights.core[kin]);
  });

  it('are sure of a child whose every field agrees, and of one with one slip', () => {
    expect(weigh(everything)).toBeGreaterThan(8);
    expect(weigh({ ...everything, name: nameLevel.sound })).toBeGreaterThan(1);
    expect(weigh({ ...everything, birth: birthLevel.slip })).toBeGreaterThan(2);
    expect(weigh({ ...everything, kin: kinLevel.missing })).toBeGreaterThan(4);
  });

  it('do not take a twin for the child, whatever agrees beside the name', () => {
    const twin = { ...everything, name: nameLevel.oneCharacter, sex: sexLevel.equal, school: schoolLevel.schoolClass };
    expect(weigh(twin)).toBeLessThan(0);
    expect(weigh({ ...twin, name: nameLevel.surnameOnly })).toBeLessThan(0);
  });

  it('do not take a brother or sister for the child', () => {
    for (const birth of [birthLevel.sameYear, birthLevel.otherYear, birthLevel.different]) {
      expect(weigh({ ...everything, birth, name: nameLevel.oneCharacter })).toBeLessThan(-2);
      expect(weigh({ ...everything, birth, name: nameLevel.surnameOnly })).toBeLessThan(-2);
    }
  });

  it('do not take a namesake from elsewhere for the child', () => {
    const namesake = { name: nameLevel.exact, birth: birthLevel.different, kin: kinLevel.differs, place: placeLevel.differs };
    expect(weigh(namesake)).toBeLessThan(-4);
  });

  it('never say for two that agree in neither name nor birth', () => {
    expect(weigh({ name: nameLevel.different, birth: birthLevel.different, kin: kinLevel.sure })).toBeLessThan(-3);
  });
});

describe('weights of a county that has taught nothing', () => {
  const weights = learnWeights(emptyCounts());

  it('still tell agreement from disagreement', () => {
    expect(weightOf(weights, pattern(everything))).toBeGreaterThan(weightOf(weights, pattern({ ...everything, name: 11 })));
    expect(weights.alone.birth[birthLevel.equal]).toBeGreaterThan(weights.alone.birth[birthLevel.slip]);
    expect([...weights.core].every(Number.isFinite)).toBe(true);
  });
});

describe('what pairs teach', () => {
  it('is not learnt from a brother’s number typed in the child’s row', () => {
    const { household, enrolment } = county;
    const isBrother = (at: number) => household[at]?.guardian1Phone === household[at + 1]?.guardian1Phone;
    // The first two of a family have each other's number.
    const numberOf = (at: number) => {
      if (isBrother(at) && !isBrother(at - 1)) return household[at + 1].idNumber;
      return isBrother(at - 1) && !isBrother(at - 2) ? household[at - 1].idNumber : household[at].idNumber;
    };
    const mixed = enrolment.map((row, at): Row => ({ ...row, idNumber: numberOf(at) ?? '' }));
    const { weights } = learnFrom(household, mixed);
    expect(weights.alone.name[nameLevel.surnameOnly]).toBeLessThan(-3);
    expect(weights.alone.birth[birthLevel.different]).toBeLessThan(-3);
  });
});

function learnFrom(household: readonly Row[], enrolment: readonly Row[]): { weights: Weights; labelled: boolean } {
  const dictionaries = new Dictionaries();
  const left = peopleOf(registerOf('household', household), dictionaries);
  const right = peopleOf(registerOf('enrolment', enrolment), dictionaries);
  const { counts, labelled } = train({ left, right, names: buildNameTable(dictionaries.names) }, joinById(left, right));
  return { weights: learnWeights(counts), labelled };
}

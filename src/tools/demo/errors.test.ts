import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseIdNumber } from '../../kernel/id-number';
import { registerKinds } from '../../modules/registers';
import { projectRoot } from '../../platform/entry';
import { generateCounty } from './county';
import type { Draft } from './draft';
import { draftOf } from './drafts';
import { type ErrorKind, errorGroups, errorKindNames, errorKinds, errorRates } from './errors';
import { makeRng } from './random';
import { force } from './spoil';

const population = { dotted: 0.1, rare: 0.3, mongolianNames: 0.6 };
const county = generateCounty({ seed: 5, children: 4000, population, errors: errorRates({}, 0) });

/** Drafts to which the error did happen, each beside what it was before. */
function spoiled(kind: ErrorKind): { before: Draft; after: Draft }[] {
  const pairs: { before: Draft; after: Draft }[] = [];
  for (let row = 0; row < 2500; row++) {
    const [before, after] = [draftOf(county, 'household', row), draftOf(county, 'household', row)];
    force(after, kind, { rng: makeRng(5, 999, row), places: county.places });
    if (after.errors.includes(kind)) pairs.push({ before, after });
  }
  return pairs;
}

const fields = ['name', 'idNumber', 'birth', 'sex', 'place', 'alias', 'first', 'phone'] as const;
const fieldOf = {
  id: 'idNumber',
  idForm: 'idNumber',
  name: 'name',
  nameSpecial: 'name',
  nameForm: 'name',
  birth: 'birth',
  sex: 'sex',
} as const;

describe('the errors of the registers', () => {
  it.each(errorKindNames)('%s happens to some rows and changes what its group is about', (kind) => {
    const pairs = spoiled(kind);
    expect(pairs.length).toBeGreaterThan(0);
    const group = errorKinds[kind].group;
    const allowed: readonly string[] =
      group === 'place'
        ? ['place', 'alias']
        : group === 'guardian' || group === 'guardianId'
          ? ['first']
          : group === 'phone'
            ? ['phone', 'first']
            : [fieldOf[group]];
    for (const { before, after } of pairs) {
      const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
      expect(changed.filter((field) => !allowed.includes(field))).toEqual([]);
      if (group !== 'phone') expect(changed.length).toBeGreaterThan(0);
    }
  });

  it.each(['idDigit', 'idSwap', 'idDropped', 'idOld15'] as const)('%s leaves no number that passes', (kind) => {
    expect(spoiled(kind).filter(({ after }) => after.idNumber.length === 18 && parseIdNumber(after.idNumber).ok)).toEqual([]);
  });

  it('idExcel keeps fifteen digits, so that one in eleven passes without being the number of anybody', () => {
    const spoilt = spoiled('idExcel');
    for (const { before, after } of spoilt) {
      expect([`${before.idNumber.slice(0, 15)}000`, `${before.idNumber[0]}.${before.idNumber.slice(1, 6)}E+17`]).toContain(
        after.idNumber,
      );
    }
    const passing = spoilt.filter(({ after }) => parseIdNumber(after.idNumber).ok).length;
    expect(passing / spoilt.length).toBeLessThan(1 / 11);
  });

  it.each(['idSibling', 'idParent', 'idEarlier'] as const)('%s puts a valid number where another belongs', (kind) => {
    for (const { before, after } of spoiled(kind)) {
      expect(parseIdNumber(after.idNumber).ok).toBe(true);
      expect(after.idNumber).not.toBe(before.idNumber);
    }
  });

  it('idLowerX, idBlank and idFullWidth change the writing only', () => {
    for (const kind of ['idLowerX', 'idBlank', 'idFullWidth'] as const) {
      for (const { before, after } of spoiled(kind)) {
        expect(after.idNumber).not.toBe(before.idNumber);
        expect(after.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase()).toBe(before.idNumber);
      }
    }
  });

  it('keeps the former name only where the clerk noted it', () => {
    const noted = spoiled('nameFormer').filter(({ after }) => after.formerName !== '');
    for (const { before, after } of noted) expect(after.formerName).toBe(before.name);
    expect(noted.length / spoiled('nameFormer').length).toBeCloseTo(0.4, 1);
  });

  it('asks of no group more than every row', () => {
    for (const group of errorGroups) {
      registerKinds.forEach((_, register) => {
        const rates = errorKindNames
          .filter((kind) => errorKinds[kind].group === group)
          .map((kind) => errorKinds[kind].rates[register]);
        expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeLessThanOrEqual(1);
      });
    }
  });

  it('happen as often as the table says', () => {
    const usual = generateCounty({ seed: 9, children: 40_000 });
    const rows = usual.registers.enrolment.personOf.length;
    const counts = new Map<ErrorKind, number>();
    for (let row = 0; row < rows; row++) {
      for (const error of draftOf(usual, 'enrolment', row).errors) counts.set(error, (counts.get(error) ?? 0) + 1);
    }
    for (const kind of ['idMissing', 'idDigit', 'idExcel', 'birthLunar', 'placeMoved', 'phoneChanged', 'nameFormer'] as const) {
      const rate = errorKinds[kind].rates[1];
      const tolerance = 4 * Math.sqrt((rate * (1 - rate)) / rows) + (rate < 0.1 ? rate * 0.2 : 0.01);
      expect(Math.abs((counts.get(kind) ?? 0) / rows - rate), kind).toBeLessThan(tolerance);
    }
  });

  it('keep company: the schools with most wrong numbers have most wrong names', () => {
    const usual = generateCounty({ seed: 9, children: 40_000 });
    const careless = { rows: 0, names: 0, numbers: 0 };
    const careful = { rows: 0, names: 0, numbers: 0 };
    for (let row = 0; row < usual.registers.enrolment.personOf.length; row++) {
      const { child, errors } = draftOf(usual, 'enrolment', row);
      const clerk = ((child?.school ?? 0) * 7 + 9) % 10 === 3 ? careless : careful;
      clerk.rows++;
      if (errors.includes('nameHomophone')) clerk.names++;
      if (errors.includes('idDigit')) clerk.numbers++;
    }
    expect(careless.names / careless.rows / (careful.names / careful.rows)).toBeGreaterThan(3);
    expect(careless.numbers / careless.rows / (careful.numbers / careful.rows)).toBeGreaterThan(3);
  });

  it('can be turned up one by one', () => {
    const rates = errorRates({ enrolment: { idDigit: 0.5 } }, 0);
    expect(rates.enrolment.idDigit).toBe(0.5);
    expect(rates.enrolment.idMissing + rates.household.idDigit).toBe(0);
  });

  it('are all in the table of the documentation with their rates and sources', () => {
    const page = readFileSync(path.join(projectRoot(), 'docs/demo-registers.md'), 'utf8');
    for (const kind of errorKindNames) {
      const { chinese, says, source, rates } = errorKinds[kind];
      const shares = rates.map((rate) => String(Number((rate * 100).toFixed(3))));
      expect(page).toContain(`| \`${kind}\` | ${chinese} | ${says} | ${shares.join(' | ')} | ${source} |`);
    }
  });
});

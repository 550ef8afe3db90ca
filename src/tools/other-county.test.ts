import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseIdNumber } from '../kernel/id-number';
import { rareReadings } from './other/names';
import { generateOther, otherModes, otherRates, writeOther } from './other-county';
import { groupBits, type TruthRegister } from './truth-file';

function registersOf(options: Parameters<typeof generateOther>[0]) {
  const county = generateOther(options);
  const { household, enrolment } = county.truth.registers;
  if (!household || !enrolment) throw new Error('both registers are always there');
  return { ...county, householdTruth: household, enrolmentTruth: enrolment };
}

function share(register: TruthRegister, ...kinds: string[]): number {
  return kinds.reduce((sum, kind) => sum + (register.errors[kind]?.length ?? 0), 0) / register.person.length;
}

describe('the second generator', () => {
  it.each(otherModes)('makes the same county twice from the same seed: %s', (mode) => {
    const options = { seed: 7, children: 400, mode };
    expect(generateOther(options)).toEqual(generateOther(options));
    expect(generateOther({ ...options, seed: 8 }).household).not.toEqual(generateOther(options).household);
  });

  it('writes what it makes', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'other-'));
    const options = { seed: 1, children: 300, mode: 'minimal' } as const;
    const paths = await writeOther(folder, options);
    const county = generateOther(options);
    expect(JSON.parse(await readFile(paths.truth, 'utf8'))).toEqual(county.truth);
    for (const register of ['household', 'enrolment'] as const) {
      const { headers, rows } = county[register];
      expect(await readFile(paths[register], 'utf8')).toBe(
        `\ufeff${[headers, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`,
      );
    }
    await rm(folder, { recursive: true });
  });

  it('gives the household register three columns with a valid number in every row', () => {
    const { household } = generateOther({ seed: 1, children: 2000, mode: 'minimal' });
    expect(household.headers).toEqual(['姓名', '身份证号', '户籍地址']);
    expect(household.rows.filter(([, id]) => !parseIdNumber(id).ok)).toEqual([]);
    expect(new Set(household.rows.map(([, id]) => id)).size).toBe(household.rows.length);
  });

  it('leaves the ID number out of class lists altogether', () => {
    const { enrolment, enrolmentTruth } = registersOf({ seed: 1, children: 500, mode: 'noIds' });
    expect(enrolment.headers).toEqual(['姓名', '性别', '出生日期', '学校名称', '监护人姓名']);
    expect(enrolment.rows.every((row) => row.length === 5)).toBe(true);
    expect(enrolmentTruth.badId).toHaveLength(enrolment.rows.length);
  });

  it.each(['dirty', 'minimal'] as const)('spoils as many numbers and names as the mode says: %s', (mode) => {
    const { enrolmentTruth } = registersOf({ seed: 3, children: 40_000, mode });
    expect(share(enrolmentTruth, 'idMissing', 'idSlip') / otherRates[mode].id).toBeCloseTo(1, 0);
    expect(share(enrolmentTruth, 'nameSlip') / otherRates[mode].name).toBeGreaterThan(0.6);
    expect(share(enrolmentTruth, 'nameSlip') / otherRates[mode].name).toBeLessThan(1.3);
  });

  it('marks as bad exactly the rows whose number is not the household one', () => {
    const { household, enrolment, householdTruth, enrolmentTruth } = registersOf({ seed: 2, children: 3000, mode: 'dirty' });
    const numbers = new Map(householdTruth.person.map((person, i) => [person, household.rows[i][1]]));
    const bad = new Set(enrolmentTruth.badId);
    enrolment.rows.forEach((row, i) => {
      const number = numbers.get(enrolmentTruth.person[i]);
      if (number !== undefined) expect(row[1] === number).toBe(!bad.has(i + 2));
    });
  });

  it('gives no two children of a family one name', () => {
    const { household } = generateOther({ seed: 3, children: 20_000, mode: 'twins' });
    const keys = household.rows.map(([name, id, address]) => `${name} ${id.slice(6, 14)} ${address}`);
    expect(new Set(keys).size).toBeGreaterThan(keys.length - 3);
  });

  it('lets a few careless schools make most of the mistakes', () => {
    const { enrolment, enrolmentTruth } = registersOf({ seed: 4, children: 30_000, mode: 'dirty' });
    const perSchool = new Map<string, number>();
    for (const row of enrolmentTruth.badId) {
      const school = enrolment.rows[row - 2][4];
      perSchool.set(school, (perSchool.get(school) ?? 0) + 1);
    }
    const counts = [...perSchool.values()].sort((a, b) => b - a);
    const worstFifth = counts.slice(0, Math.ceil(counts.length / 5)).reduce((sum, n) => sum + n, 0);
    expect(worstFifth / enrolmentTruth.badId.length).toBeGreaterThan(0.4);
  });

  it('fills a county with minority names, twins or rare characters when asked to', () => {
    const minority = generateOther({ seed: 5, children: 4000, mode: 'minority' }).truth.persons.groups;
    expect(minority.filter((group) => group & groupBits.minority).length / minority.length).toBeCloseTo(0.5, 1);
    const twins = generateOther({ seed: 5, children: 4000, mode: 'twins' }).truth.persons.groups;
    expect(twins.filter((group) => group & groupBits.siblings).length / twins.length).toBeGreaterThan(0.6);
    const { household } = generateOther({ seed: 5, children: 4000, mode: 'rare' });
    const rare = household.rows.filter(([name]) => [...name].some((character) => rareReadings[character]));
    expect(rare.length / household.rows.length).toBeGreaterThan(0.25);
  });
});

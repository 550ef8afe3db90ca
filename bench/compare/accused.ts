// What the look-up of numbers costs families: enrolled children of school age whom it does not find.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDemo } from '../../src/tools/demo';
import { writeOther } from '../../src/tools/other-county';
import { type ComparisonResult, score, type Truth } from '../../src/tools/truth';
import { resultOf } from '../command';
import { count, fixed, spread } from '../figures';
import { quick } from '../options';
import type { Table } from '../table';
import { enrolmentHeader, householdHeader, lookUp } from './vlookup';

const children = quick ? 5000 : 30_000;
const seeds = quick ? [1] : [1, 2, 3];

type Files = { readonly household: string; readonly enrolment: string; readonly truth: string };
type Accused = { readonly lookUp: number; readonly ours: number };

/** Families wrongly asked where their child is, among 100,000 children in school: by the look-up, and by the comparison. */
export async function accusedTable(folder: string): Promise<Table> {
  const demo = await accusedIn((seed) => writeDemo(path.join(folder, 'accused'), { seed, children, format: 'csv' }));
  const minimal = await accusedIn((seed) => writeOther(path.join(folder, 'accused'), { seed, children, mode: 'minimal' }));
  const dirty = await accusedIn((seed) => writeOther(path.join(folder, 'accused'), { seed, children, mode: 'dirty' }));
  const line = (county: string, found: readonly Accused[]) => [
    county,
    spread(
      found.map((one) => one.lookUp),
      fixed(0),
    ),
    spread(
      found.map((one) => one.ours),
      fixed(0),
    ),
  ];
  return {
    title: `Of 100,000 children of school age in school, how many would be reported as not enrolled; ${seeds.length} seeds of ${count(children)}`,
    headers: ['county', 'look-up of equal numbers (VLOOKUP)', 'nol compare'],
    rows: [line('demo', demo), line('other/minimal', minimal), line('other/dirty', dirty)],
  };
}

async function accusedIn(write: (seed: number) => Promise<Files>): Promise<Accused[]> {
  const accused: Accused[] = [];
  for (const seed of seeds) {
    const { household, enrolment, truth: truthFile } = await write(seed);
    const truth: Truth = JSON.parse(readFileSync(truthFile, 'utf8'));
    const result = await resultOf<ComparisonResult>(household, enrolment);
    accused.push({
      lookUp: 1e5 * falseByLookUp(truth, household, enrolment),
      ours: 1e5 * score(truth, result).falseAbsent.share,
    });
  }
  return accused;
}

function falseByLookUp(truth: Truth, household: string, enrolment: string): number {
  const { household: left, enrolment: right } = truth.registers;
  if (!left || !right) throw new Error('the truth lacks a register');
  const found = lookUp(
    { file: household, headerLine: left.firstRow - 1, header: householdHeader },
    { file: enrolment, headerLine: right.firstRow - 1, header: enrolmentHeader },
  );
  const enrolled = new Set(right.person);
  const inSchool = left.person.flatMap((person, at) => (enrolled.has(person) && truth.persons.inAge[person] === 1 ? [at] : []));
  return inSchool.filter((at) => !found[at]).length / inSchool.length;
}

import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDemo } from '../../src/tools/demo';
import { writeCsv } from '../../src/tools/demo/csv';
import { otherModes, writeOther } from '../../src/tools/other-county';
import type { Truth } from '../../src/tools/truth';
import { csvLines } from '../csv';
import { quick } from '../options';

/** Two registers on the disk and the truth about them. */
export type Written = { readonly household: string; readonly enrolment: string; readonly truth: Truth };
/** One sort of county, made anew for every seed. */
export type CountySort = {
  readonly name: string;
  readonly seeds: readonly number[];
  readonly write: (folder: string, seed: number) => Promise<Written>;
};

/** So many children of school age in every county. */
export const children = quick ? 5000 : 30_000;
const demoSeeds = quick ? [1] : [1, 2, 3, 4, 5];
const otherSeeds = quick ? [1] : [1, 2, 3];

/** The demonstration county, the same without numbers in the enrolment register, and all sorts of the other county. */
export const countySorts: readonly CountySort[] = [
  { name: 'demo', seeds: demoSeeds, write: demo },
  { name: 'demo/noIds', seeds: otherSeeds, write: demoWithoutNumbers },
  ...otherModes.map((mode) => ({
    name: `other/${mode}`,
    seeds: otherSeeds,
    write: async (folder: string, seed: number) => withTruth(await writeOther(folder, { seed, children, mode })),
  })),
];

async function demo(folder: string, seed: number): Promise<Written> {
  return withTruth(await writeDemo(folder, { seed, children, format: 'csv' }));
}

/** The enrolment register as a school writes it by hand: every cell that holds or contains a pupil's number is empty. */
async function demoWithoutNumbers(folder: string, seed: number): Promise<Written> {
  const { household, enrolment, truth } = await demo(folder, seed);
  const [title, headers, ...rows] = csvLines(enrolment);
  const emptied = headers.flatMap((header, column) => (/^(学生)?身份证件?号码?$|学籍号|学籍辅号/.test(header) ? [column] : []));
  if (emptied.length === 0) throw new Error(`no column of numbers among ${headers.join()}`);
  mkdirSync(path.join(folder, 'by-hand'), { recursive: true });
  const file = path.join(folder, 'by-hand/enrolment.csv');
  for (const row of rows) for (const column of emptied) row[column] = '';
  await writeCsv(file, [title, headers, ...rows]);
  return { household, enrolment: file, truth: everyNumberMissing(truth) };
}

function everyNumberMissing(truth: Truth): Truth {
  const { enrolment } = truth.registers;
  if (!enrolment) return truth;
  const badId = enrolment.person.map((_, at) => enrolment.firstRow + at);
  return { ...truth, registers: { ...truth.registers, enrolment: { ...enrolment, badId } } };
}

function withTruth(paths: { household: string; enrolment: string; truth: string }): Written {
  const truth: Truth = JSON.parse(readFileSync(paths.truth, 'utf8'));
  return { household: paths.household, enrolment: paths.enrolment, truth };
}

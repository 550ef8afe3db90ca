// Run in a process of its own by the benchmark: one part of a comparison, measured from inside.

import { compareRegisters } from '../../src/modules/matching';
import { readRegister } from '../../src/modules/registers/server';
import { cpuSeconds, runNode } from '../machine';
import { enrolmentHeader, householdHeader, lookUp } from './vlookup';

/** Rows of both lists, and CPU-seconds: of reading, and of the comparison alone, the first time and when the code is warm. */
export type Inside = { readonly rows: readonly number[]; readonly read: number; readonly compare: readonly number[] };

/** Answers for this process when it was started as `… inside part household enrolment repeats`; otherwise false. */
export async function answeredInside(): Promise<boolean> {
  const [mark, part, household, enrolment, repeats] = process.argv.slice(2);
  if (mark !== 'inside') return false;
  const answer = part === 'vlookup' ? vlookup(household, enrolment) : await compareInside(household, enrolment, Number(repeats));
  console.log(JSON.stringify(answer));
  return true;
}

/** The comparison of two files without reading and writing. */
export async function insideOf(household: string, enrolment: string, repeats: number): Promise<Inside> {
  const { output } = await runNode([thisProgram(), 'inside', 'compare', household, enrolment, String(repeats)]);
  return JSON.parse(output);
}

/** The bare look-up of numbers as a program of its own. */
export function runVlookup(household: string, enrolment: string) {
  return runNode([thisProgram(), 'inside', 'vlookup', household, enrolment]);
}

function thisProgram(): string {
  return process.argv[1];
}

function vlookup(household: string, enrolment: string): number {
  const found = lookUp(
    { file: household, headerLine: 1, header: householdHeader },
    { file: enrolment, headerLine: 1, header: enrolmentHeader },
  );
  return found.filter(Boolean).length;
}

async function compareInside(household: string, enrolment: string, repeats: number): Promise<Inside> {
  const begun = cpuSeconds('all');
  const registers = {
    household: await readRegister('household', [household]),
    enrolment: await readRegister('enrolment', [enrolment]),
  };
  const read = cpuSeconds('all') - begun;
  const compare: number[] = [];
  for (let round = 0; round < repeats; round++) {
    const before = process.cpuUsage();
    compareRegisters(registers, '2025-03-01', () => undefined);
    const { user, system } = process.cpuUsage(before);
    compare.push((user + system) / 1e6);
  }
  return { rows: [registers.household.count, registers.enrolment.count], read, compare };
}

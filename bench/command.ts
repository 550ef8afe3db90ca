import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { builtEntry } from '../src/platform/entry';
import { type Cost, runNode } from './machine';

/** The day of all made-up registers. */
const asOf = '2025-03-01';

/** Runs `nol compare` as its users do, in a process of its own; `more` are further options. */
export async function compareFiles(household: string, enrolment: string, more: readonly string[]): Promise<Cost> {
  const files = ['--household', household, '--enrolment', enrolment];
  return runNode([builtEntry('cli'), 'compare', '--as-of', asOf, ...files, ...more]);
}

/** Runs `nol compare` on two registers and reads its result.json, of which the caller says what it looks like. */
export async function resultOf<T>(household: string, enrolment: string): Promise<T> {
  const file = path.join(path.dirname(household), 'result.json');
  await compareFiles(household, enrolment, ['--json', file]);
  const result: T = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return result;
}

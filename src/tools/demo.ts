import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type RegisterKind, registerKinds } from '../modules/registers';
import type { CellOut } from '../platform/sheets/types';
import { type County, generateCounty } from './demo/county';
import { writeCsv } from './demo/csv';
import { type RegisterOut, registerOut, truthOf } from './demo/truth-of';
import type { Truth } from './truth-file';

export { type County, type CountyOptions, generateCounty } from './demo/county';
export { type ErrorRates, errorRates } from './demo/errors';

export type DemoOptions = { readonly seed: number; readonly children: number; readonly format: 'xlsx' | 'csv' };
export type DemoPaths = { readonly [R in RegisterKind]: string } & { readonly truth: string };

/** Writes the five registers of a made-up county and truth.json into `folder`, and says where each is. */
export async function writeDemo(folder: string, options: DemoOptions): Promise<DemoPaths> {
  return writeCounty(folder, generateCounty(options), options.format);
}

/** Writes a county that is already made. */
export async function writeCounty(folder: string, county: County, format: 'xlsx' | 'csv'): Promise<DemoPaths> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => path.join(folder, name);
  const outs = registerKinds.map((kind) => [kind, registerOut(county, kind, `${kind}.${format}`)] as const);
  for (const [kind, out] of outs) await writeRegister(at(`${kind}.${format}`), out);
  const truth: Truth = truthOf(county, Object.fromEntries(outs.map(([kind, out]) => [kind, out.truth()])));
  await writeFile(at('truth.json'), JSON.stringify(truth));
  const file = (kind: RegisterKind) => at(`${kind}.${format}`);
  return {
    household: file('household'),
    enrolment: file('enrolment'),
    attending: file('attending'),
    poverty: file('poverty'),
    disability: file('disability'),
    truth: at('truth.json'),
  };
}

async function writeRegister(file: string, out: RegisterOut): Promise<void> {
  await writeCsv(file, withHeader(out));
}

function* withHeader({ layout, rows }: RegisterOut): Generator<readonly CellOut[]> {
  if (layout.title !== '') yield [layout.title, ...new Array<string>(layout.headers.length - 1).fill('')];
  yield layout.headers;
  yield* rows();
}

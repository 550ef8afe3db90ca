import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type RegisterKind, registerKinds } from '../modules/registers';
import { type CellOut, type SheetOut, writeWorkbook } from '../platform/sheets';
import { type CountyOptions, generateCounty } from './demo/county';
import { writeCsv } from './demo/csv';
import { type RegisterOut, registerOut, truthOf } from './demo/truth-of';
import type { Truth } from './truth-file';

export { generateCounty } from './demo/county';
export { errorRates } from './demo/errors';

export type DemoOptions = CountyOptions & { readonly format: 'xlsx' | 'csv' };
export type DemoPaths = { readonly [R in RegisterKind]: string } & { readonly truth: string };

/** Writes the five registers of a made-up county and truth.json into `folder`, and says where each is. */
export async function writeDemo(folder: string, options: DemoOptions): Promise<DemoPaths> {
  const { format } = options;
  const county = generateCounty(options);
  await mkdir(folder, { recursive: true });
  const at = (name: string) => path.join(folder, name);
  const outs = registerKinds.map((kind) => [kind, registerOut(county, kind, `${kind}.${format}`)] as const);
  for (const [kind, out] of outs) await writeRegister(at(`${kind}.${format}`), out, format);
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

// A longer register would go on in a second sheet, and its row numbers would begin again.
const mostRows = 1_048_000;

async function writeRegister(file: string, out: RegisterOut, format: 'xlsx' | 'csv'): Promise<void> {
  if (format === 'csv') return writeCsv(file, withHeader(out));
  if (out.count > mostRows) throw new RangeError(`${out.count} rows do not fit one sheet of a workbook: ask for csv`);
  await writeWorkbook(file, [asSheet(out)]);
}

/** The writer's header line is the first line, which is the title where there is one; the real header follows as a row. */
function asSheet(out: RegisterOut): SheetOut {
  const [first, ...rest] = headLines(out);
  const columns = first.map((header) => ({ header, width: 14, kind: 'integer' as const }));
  function* rows() {
    yield* rest;
    yield* out.rows();
  }
  return { name: out.layout.sheet, columns, rows: rows() };
}

function* withHeader(out: RegisterOut): Generator<readonly CellOut[]> {
  yield* headLines(out);
  yield* out.rows();
}

function headLines({ layout }: RegisterOut): (readonly string[])[] {
  const { title, headers } = layout;
  return title === '' ? [headers] : [[title, ...new Array<string>(headers.length - 1).fill('')], headers];
}

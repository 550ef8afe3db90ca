import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Day, parseDay } from '../kernel/day';
import { type RegisterKind, registerKinds } from '../modules/registers/index';
import type { SheetLimits } from '../platform/sheets/index';
import { numberOf, readArguments, type Typed } from './arguments';
import { CommandRefusal } from './refusal';
import type { Lang } from './words';

/** What one comparison is asked to do, checked as far as it can be without opening a sheet. */
export type CompareOptions = {
  readonly lang: Lang;
  readonly asOf: Day;
  readonly files: { readonly [K in RegisterKind]: readonly string[] };
  readonly out: string | undefined;
  readonly json: string | undefined;
  readonly limits: Partial<SheetLimits>;
};

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** Reads and checks the command line of `nol compare`; 'help' when that is all that is wanted. */
export async function readCompareOptions(args: readonly string[]): Promise<CompareOptions | 'help'> {
  const registers = Object.fromEntries(registerKinds.map((kind) => [kind, texts]));
  const others = { 'as-of': text, out: text, json: text, 'max-rows': text, 'max-memory': text, 'max-seconds': text };
  const typed = readArguments('compare', args, { ...registers, ...others }, registerKinds);
  if (typed.has('help')) return 'help';
  const options = optionsOf(typed);
  await checkPlaces(options);
  return options;
}

function optionsOf(typed: Typed): CompareOptions {
  const { lang } = typed;
  const asOf = typed.text('as-of');
  if (asOf === undefined) throw new CommandRefusal(lang, 'noAsOf');
  if (parseDay(asOf) === undefined) throw new CommandRefusal(lang, 'wrongAsOf', { name: asOf });
  for (const kind of ['household', 'enrolment'] as const) {
    if (typed.all(kind).length > 0) continue;
    throw new CommandRefusal(lang, 'noRegister', { name: kind, register: registerNames[kind][lang] });
  }
  const [rows, memoryMb, seconds] = ['max-rows', 'max-memory', 'max-seconds'].map((name) => numberOf(typed, name));
  return {
    lang,
    asOf,
    files: {
      household: typed.all('household'),
      enrolment: typed.all('enrolment'),
      attending: typed.all('attending'),
      poverty: typed.all('poverty'),
      disability: typed.all('disability'),
    },
    out: typed.text('out'),
    json: typed.text('json'),
    limits: { ...(rows && { rows }), ...(memoryMb && { memoryMb }), ...(seconds && { seconds }) },
  };
}

/** Nothing is overwritten that was given to be read, and a missing folder is told before an hour's work and not after. */
async function checkPlaces({ lang, files, out, json }: CompareOptions): Promise<void> {
  const inputs = new Set<string>();
  for (const file of registerKinds.flatMap((kind) => files[kind])) {
    const place = await placeOf(file);
    if (inputs.has(place)) throw new CommandRefusal(lang, 'sameFile', { name: file });
    inputs.add(place);
  }
  const outputs = new Set<string>();
  for (const file of [out, json]) {
    if (file === undefined) continue;
    await checkFolder(lang, file);
    const place = await placeOf(file);
    if (inputs.has(place)) throw new CommandRefusal(lang, 'outputIsInput', { name: file });
    if (outputs.has(place)) throw new CommandRefusal(lang, 'sameOutput');
    outputs.add(place);
  }
  if (out !== undefined && !/[.]xlsx$/i.test(out)) throw new CommandRefusal(lang, 'notXlsx');
}

async function checkFolder(lang: Lang, file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  if (!(await isFolder(folder))) throw new CommandRefusal(lang, 'noFolder', { name: folder });
  if (/[\\/]$/.test(file) || (await isFolder(file))) throw new CommandRefusal(lang, 'outputIsFolder', { name: file });
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** One file has one place, whatever links and dots lead to it. */
async function placeOf(file: string): Promise<string> {
  return realpath(file).catch(() => path.resolve(file));
}

/** What each register is called in front of people. */
export const registerNames = {
  household: { zh: '户籍', en: 'household' },
  enrolment: { zh: '学籍', en: 'enrolment' },
  attending: { zh: '在校', en: 'attending' },
  poverty: { zh: '脱贫户', en: 'poverty' },
  disability: { zh: '残疾人', en: 'disability' },
} as const;

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { RegisterKind } from '../modules/registers/index';
import { numberOf, readArguments } from './arguments';
import { runCompare } from './compare-command';
import { readConfig } from './config';
import { logLine } from './log';
import { openHouse } from './open-house';
import { Progress } from './progress';
import { CommandRefusal } from './refusal';
import { type Lang, say } from './words';

/** The generator of the demo county; cli.ts hands it in, because the tools stay outside the product. */
export type WriteDemo = (
  folder: string,
  options: { readonly seed: number; readonly children: number; readonly format: 'xlsx' | 'csv' },
) => Promise<{ readonly [K in RegisterKind]: string }>;

/** The spring the plan speaks of; the demo registers are as of this day. */
const demoDay = '2025-03-01';

const text = { type: 'string' } as const;

/** Makes the demo registers, and with `--compare` compares them; 'help' when that is all that is wanted. */
export async function runDemo(args: readonly string[], writeDemo: WriteDemo): Promise<'help' | undefined> {
  const options = {
    out: text,
    children: text,
    seed: text,
    format: text,
    compare: { type: 'boolean' },
    reset: { type: 'boolean' },
  } as const;
  const typed = readArguments('demo', args, options);
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  if (typed.has('reset')) return resetDemo(lang);
  const format = typed.text('format') ?? 'xlsx';
  if (format !== 'xlsx' && format !== 'csv') throw new CommandRefusal(lang, 'noFormat');
  const folder = typed.text('out') ?? path.join('data', 'demo');
  const children = numberOf(typed, 'children') ?? 30_000;
  const seed = numberOf(typed, 'seed') ?? 2025;
  const progress = new Progress();
  progress.begin(say(lang, 'making', { count: children }));
  const paths = await writeDemo(folder, { seed, children, format });
  progress.clear();
  console.log(say(lang, 'demoDone', { name: path.resolve(folder) }));
  if (!typed.has('compare')) return undefined;
  await runCompare({
    lang,
    asOf: demoDay,
    files: {
      household: [paths.household],
      enrolment: [paths.enrolment],
      attending: [paths.attending],
      poverty: [paths.poverty],
      disability: [paths.disability],
    },
    out: path.join(folder, '比对结果.xlsx'),
    json: path.join(folder, 'result.json'),
    limits: {},
  });
  return undefined;
}

/** Removes the data of a demo county, so that the next start makes it anew; refuses anything else. */
async function resetDemo(lang: Lang): Promise<undefined> {
  const config = readConfig(process.env);
  if (existsSync(config.dataFolder)) {
    if (config.databaseUrl !== undefined) throw new CommandRefusal(lang, 'resetForeign');
    const house = await openHouse(config, logLine);
    await house.close();
    if (house.county !== undefined && !house.county.demo)
      throw new CommandRefusal(lang, 'resetReal', { name: config.dataFolder });
    await rm(config.dataFolder, { recursive: true });
  }
  console.log(say(lang, 'resetDone', { name: config.dataFolder }));
  return undefined;
}

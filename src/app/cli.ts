import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../kernel/refusal';
import { BackupRefusal } from '../platform/backup';
import { KeyRefusal } from '../platform/crypto';
import { StartRefusal } from '../platform/db';
import { projectRoot } from '../platform/entry';
import { SheetRefusal } from '../platform/sheets/index';
import { langOf } from './arguments';
import { help } from './help';
import { Interrupted } from './interrupt';
import { CommandRefusal } from './refusal';
import { say } from './words';

type Args = readonly string[];

/**
 * The commands that work in a data folder; each answers with 'help' when that is all that is wanted. A command is loaded when it is
 * asked for: the whole house takes a second of a slow machine, and a comparison needs little of it.
 */
const houseCommands = {
  start: async (args: Args) => {
    const [{ runStart }, { demoBegins, loadDemo, loadOlder }] = await Promise.all([
      import('./start-command'),
      import('../tools/demo-county'),
    ]);
    return runStart(args, { begins: demoBegins, load: loadDemo, loadOlder });
  },
  migrate: async (args: Args) => (await import('./start-command')).runMigrate(args),
  backup: async (args: Args) => (await import('./backup-command')).runBackup(args),
  restore: async (args: Args) => (await import('./backup-command')).runRestore(args),
  import: async (args: Args) => (await import('./import-command')).runImport(args),
  user: async (args: Args) => (await import('./user-command')).runUser(args),
  'verify-audit': async (args: Args) => (await import('./verify-command')).runVerify(args),
  doctor: async (args: Args) => (await import('./doctor-command')).runDoctor(args),
};

const exitCode = { done: 0, refused: 2, interrupted: 130 } as const;

process.exitCode = await main(process.argv.slice(2));

/** A refusal is one sentence and code 2; a fault of the program goes up with its stack, and Node ends with code 1. */
async function main(args: readonly string[]): Promise<number> {
  try {
    await run(args);
    return exitCode.done;
  } catch (error) {
    if (error instanceof CommandRefusal || error instanceof SheetRefusal) {
      console.error(error.message);
      return exitCode.refused;
    }
    if (error instanceof Refusal) {
      console.error(error.says[langOf(args)]);
      return exitCode.refused;
    }
    if (error instanceof StartRefusal || error instanceof KeyRefusal || error instanceof BackupRefusal) {
      console.error(error[langOf(args)]);
      return exitCode.refused;
    }
    if (!(error instanceof Interrupted)) throw error;
    console.error(say(langOf(args), 'interrupted'));
    return exitCode.interrupted;
  }
}

async function run(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  const lang = langOf(args);
  if (command === '--version') return console.log(version());
  if (command === 'demo') {
    const [{ runDemo }, { writeDemo }] = await Promise.all([import('./demo-command'), import('../tools/demo')]);
    if ((await runDemo(rest, writeDemo)) === 'help') process.stdout.write(help.demo[lang]);
    return;
  }
  if (isHouseCommand(command)) {
    if ((await houseCommands[command](rest)) === 'help') process.stdout.write(help[command][lang]);
    return;
  }
  if (command === 'compare') {
    const { readCompareOptions } = await import('./compare-options');
    const options = await readCompareOptions(rest);
    if (options === 'help') process.stdout.write(help.compare[lang]);
    else await (await import('./compare-command')).runCompare(options);
    return;
  }
  if (command !== undefined && !['--help', '--lang', `--lang=${lang}`].includes(command))
    throw new CommandRefusal(lang, 'noCommand', { name: command });
  process.stdout.write(help.nol[lang]);
}

function isHouseCommand(command: string | undefined): command is keyof typeof houseCommands {
  return command !== undefined && Object.hasOwn(houseCommands, command);
}

function version(): string {
  const file: { version?: unknown } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
  return String(file.version);
}

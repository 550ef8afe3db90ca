import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { parseDay } from '../kernel/day';
import { Refusal } from '../kernel/refusal';
import { listAllSchools } from '../modules/area/server';
import { type RegisterKind, registerKinds } from '../modules/registers';
import { type Bringing, batchNumber, bringList, type ListRead, leaveList, takeList } from '../modules/registers/server';
import { dayOf } from '../platform/clock';
import { type Context, newId, readAs } from '../platform/db';
import { readArguments, type Typed } from './arguments';
import { registerNames } from './compare-options';
import { readConfig } from './config';
import { type Effect, effectLines, foundLines } from './import-lines';
import { importWords } from './import-words';
import { logLine } from './log';
import { CommandRefusal } from './refusal';
import { type Visit, visitHouse } from './visit-house';
import { listWorks } from './wiring';
import { say } from './words';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  kind: text,
  file: { type: 'string', multiple: true },
  'as-of': text,
  unit: text,
  part: flag,
  'take-good-rows': flag,
  'take-all-rows': flag,
  reason: text,
  check: flag,
} as const;

/**
 * `nol import`: the two steps of the pages on a terminal. What was found and what it would change is printed; it counts only
 * where nothing speaks against it, or where the options answer what is asked. Otherwise the batch is given up.
 */
export async function runImport(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('import', args, options, ['file']);
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const kind = kindOf(typed);
  const files = filesOf(typed);
  const house = await visitHouse(readConfig(process.env), logLine);
  try {
    if (house.county === undefined) throw new CommandRefusal(lang, 'noCounty');
    const where = bringing(house);
    const unit = await unitOf(typed, where);
    const asOf = asOfOf(typed, dayOf(house.db.now()));
    const list = await bringList(where, { kind, asOf, ...(unit && { unit: unit.path }) }, files);
    const facts = { kind: registerNames[kind][lang], unit: unit?.name ?? house.county.name, asOf, files: files.length };
    console.log([say(lang, importWords.head, facts), ...foundLines(lang, list.preview)].join('\n'));
    await decide(typed, where, list);
  } finally {
    await house.close();
  }
  return undefined;
}

/** Lets the list count, or says why not and gives it up. */
async function decide(typed: Typed, where: Bringing, list: ListRead): Promise<void> {
  const { lang } = typed;
  const effect = effectOf(typed, list);
  if (effect !== undefined) console.log(effectLines(lang, list.preview, effect).join('\n'));
  const refusal = effect === undefined ? new CommandRefusal(lang, importWords.notPart) : refusalOf(typed, list, effect);
  if (refusal || effect === undefined || typed.has('check')) {
    await leaveList(where, list);
    if (refusal && !typed.has('check')) throw refusal;
    console.log(say(lang, importWords.onlyLooked));
    return;
  }
  const { mode, badRows } = effect;
  const reason = typed.text('reason');
  const choice = { mode, badRows, ...(reason === undefined ? {} : { reason }) };
  const batch = await takeList(where, list, choice).catch(async (error) => {
    if (!(error instanceof Refusal) || error.code !== 'current-changed') throw error;
    await leaveList(where, list);
    throw new CommandRefusal(lang, importWords.meanwhile);
  });
  const rows = badRows === 'wait' ? list.preview.goodRows : list.preview.rows;
  console.log(say(lang, importWords.done, { rows, number: batchNumber(batch) }));
}

/** The way that the options name; mended rows that come back have one way only. Undefined where there is no list to add to. */
function effectOf(typed: Typed, { preview }: ListRead): Effect | undefined {
  const badRows = typed.has('take-good-rows') && preview.errorRows > 0 ? 'wait' : 'take';
  const mode = typed.has('part') ? 'add' : 'replace';
  const fitting = preview.effects.filter((effect) => effect.badRows === badRows);
  return fitting.find((effect) => effect.mode === mode || effect.mode === 'mend');
}

function refusalOf(typed: Typed, { preview }: ListRead, effect: Effect): CommandRefusal | undefined {
  const { lang } = typed;
  const guards = [...preview.guards, ...effect.guards];
  const stop = guards.find(({ severity }) => severity === 'stop');
  if (stop) return new CommandRefusal(lang, stop);
  const undecided = !typed.has('take-good-rows') && !typed.has('take-all-rows');
  if (preview.errorRows > 0 && undecided) return new CommandRefusal(lang, importWords.badRows, { errors: preview.errorRows });
  const asked = guards.some(({ severity }) => severity === 'ask');
  return asked && typed.text('reason') === undefined ? new CommandRefusal(lang, importWords.needsReason) : undefined;
}

function bringing({ db, ring, files }: Visit): Bringing {
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  return { db, context, house: { ring, files, wakeJobs: () => undefined }, works: listWorks };
}

function kindOf(typed: Typed): RegisterKind {
  const kind = registerKinds.find((one) => one === typed.text('kind'));
  if (!kind) throw new CommandRefusal(typed.lang, importWords.noKind, { kinds: registerKinds.join(' ') });
  return kind;
}

function filesOf(typed: Typed) {
  const names = typed.all('file');
  if (names.length === 0) throw new CommandRefusal(typed.lang, importWords.noFiles);
  return names.map((name) => {
    if (!statSync(name, { throwIfNoEntry: false })?.isFile()) throw new CommandRefusal(typed.lang, importWords.noFile, { name });
    return { name: path.basename(name), open: () => createReadStream(name) };
  });
}

function asOfOf(typed: Typed, today: string): string {
  const day = typed.text('as-of') ?? today;
  if (parseDay(day) === undefined || day > today) throw new CommandRefusal(typed.lang, importWords.wrongDay);
  return day;
}

/** The school whose list it is; undefined for the county's. */
async function unitOf(typed: Typed, { db, context }: Bringing) {
  const said = typed.text('unit');
  if (said === undefined) return undefined;
  const schools = await readAs(db, context, listAllSchools);
  const found = schools.find(({ officialCode, name }) => officialCode === said || name === said);
  if (!found) throw new CommandRefusal(typed.lang, importWords.noUnit, { name: said });
  return found;
}

import { createFirstAccount } from '../platform/access/people/setup';
import { newId } from '../platform/db';
import { readArguments } from './arguments';
import { beginCounty, type DemoStep, type LoadDemo } from './begin-county';
import { readConfig } from './config';
import { logLine } from './log';
import { type OpenHouse, openHouse } from './open-house';
import { serve } from './serve';
import { type Lang, say } from './words';

/** What is said while the demo county is made. */
const demoSteps = {
  registers: 'demoRegisters',
  import: 'demoImport',
  settle: 'demoSettle',
  rolls: 'demoRolls',
} as const satisfies Record<DemoStep, string>;

/** `nol start`: opens the data folder, brings the schema up to date, serves until Ctrl-C. 'help' when that is all that is wanted. */
export async function runStart(args: readonly string[], loadDemo: LoadDemo): Promise<'help' | undefined> {
  const typed = readArguments('start', args, { demo: { type: 'boolean' }, 'by-hand': { type: 'boolean' } });
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  console.log(say(lang, 'starting'));
  const opened = await openHouse(readConfig(process.env), logLine);
  try {
    const tell = (step: DemoStep) => console.log(say(lang, demoSteps[step]));
    const wish = typed.has('demo') ? { loader: loadDemo, lists: !typed.has('by-hand'), tell } : undefined;
    const house = opened.county ? opened : await beginCounty(opened, wish);
    const serving = await serve(house, logLine);
    console.log(say(lang, 'serving', { name: serving.address }));
    await offerSetup(house, serving.address, lang);
    const older = bringOlder(house, loadDemo, lang);
    await stopped;
    console.log(say(lang, 'stopping'));
    await older.stop();
    await serving.stop();
  } finally {
    await opened.close();
  }
  return undefined;
}

/** What a demo county has from before is brought while its pages are served; a stop lets the week end that is being brought. */
function bringOlder({ db, ring, county }: OpenHouse, loadDemo: LoadDemo, lang: Lang): { stop(): Promise<void> } {
  if (!county?.demo) return { stop: async () => undefined };
  const stopping = new AbortController();
  const done = loadDemo.loadOlder({ db, ring }, stopping.signal).then(
    (any) => any && !stopping.signal.aborted && console.log(say(lang, 'demoOlderDone')),
    (error: unknown) => logLine(`fault in the older rolls of the demo: ${String(error)}`),
  );
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

/** SEC-06: nobody can sign in to a fresh county without the secret that is printed here, once. */
async function offerSetup({ db }: OpenHouse, address: string, lang: Lang): Promise<void> {
  const secret = await createFirstAccount(db, { actor: null, requestId: newId(), source: 'command' });
  if (secret !== null) console.log(say(lang, 'setup', { name: `${address}/setup`, secret }));
}

/** `nol migrate`: brings the schema up to date and ends. */
export async function runMigrate(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('migrate', args, {});
  if (typed.has('help')) return 'help';
  const house = await openHouse(readConfig(process.env), logLine);
  await house.close();
  console.log(say(typed.lang, 'migrated'));
  return undefined;
}

import path from 'node:path';
import { type BackupOptions, restoreBackup, writeBackup } from '../platform/backup';
import { keyRingFile } from '../platform/crypto';
import { lockDataFolder, recordAct, startEmbedded } from '../platform/db';
import { readArguments } from './arguments';
import { type Config, filesFolderOf, readConfig } from './config';
import { logLine } from './log';
import { COUNTY } from './open-house';
import { backupPassphrase } from './passphrase';
import { CommandRefusal } from './refusal';
import { visitHouse } from './visit-house';
import { say } from './words';

const text = { type: 'string' } as const;

/** `nol backup --out FILE`: everything of one moment in one sealed file; the server may be at work. */
export async function runBackup(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('backup', args, { out: text });
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const out = typed.text('out');
  if (out === undefined) throw new CommandRefusal(lang, 'noOut');
  const passphrase = await backupPassphrase(lang);
  const house = await visitHouse(readConfig(process.env), logLine);
  try {
    if (house.county === undefined) throw new CommandRefusal(lang, 'noCounty');
    const { ways, db } = house;
    const options: BackupOptions = { ...ways, scopeKey: db.scopeKey, countyId: db.countyId, passphrase, now: db.now() };
    await writeBackup(path.resolve(out), options);
    const server = { actor: null, requestId: 'backup', source: 'command' };
    await recordAct(db, server, { act: 'backup.make', object: `county:${db.countyId}` });
  } finally {
    await house.close();
  }
  console.log(say(lang, 'backupDone', { name: path.resolve(out) }));
  return undefined;
}

/** `nol restore --from FILE`: into an empty data folder and an empty database only. */
export async function runRestore(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('restore', args, { from: text });
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const from = typed.text('from');
  if (from === undefined) throw new CommandRefusal(lang, 'noFrom');
  const passphrase = await backupPassphrase(lang);
  const config = readConfig(process.env);
  const manifest = await withDatabase(config, ({ owner, app }) =>
    restoreBackup(path.resolve(from), {
      owner,
      app,
      passphrase,
      keysFile: keyRingFile(config.dataFolder, process.env),
      filesFolder: filesFolderOf(config),
    }),
  );
  console.log(say(lang, 'restoreDone', { name: config.dataFolder, county: COUNTY.name, day: manifest.madeAt.slice(0, 10) }));
  return undefined;
}

type Ways = Pick<Awaited<ReturnType<typeof startEmbedded>>, 'owner' | 'app'> | { owner: Url; app: Url };
type Url = { readonly connectionString: string };

async function withDatabase<T>(config: Config, use: (ways: Ways) => Promise<T>): Promise<T> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    const owner = { connectionString: config.ownerUrl ?? databaseUrl };
    return use({ owner, app: { connectionString: databaseUrl } });
  }
  const lock = lockDataFolder(config.dataFolder);
  try {
    const server = await startEmbedded({ folder: config.dataFolder, log: () => undefined });
    try {
      return await use(server);
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

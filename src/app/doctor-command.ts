import { existsSync } from 'node:fs';
import { keyRingFile, openKeyRing } from '../platform/crypto';
import {
  type ConnectionSettings,
  checkReachable,
  isFresh,
  lockDataFolder,
  openDatabase,
  runningEmbedded,
  StartRefusal,
  startEmbedded,
} from '../platform/db';
import { readArguments } from './arguments';
import { type Config, filesFolderOf, readConfig } from './config';
import { type Finding, findingLine, looked, seeTo, well } from './doctor-findings';
import { countyFindings, databaseFindings, diskFinding, nodeFinding } from './doctor-looks';
import { doctorWords } from './doctor-words';
import { enterHouse } from './open-house';
import { CommandRefusal } from './refusal';
import { say } from './words';

/**
 * `nol doctor`: looks at everything the program needs, and says of each thing whether it is well (✓), to be seen to (!) or to be
 * put right first (✗). Changes nothing; the server may be at work. Ends with code 2 where there is a ✗.
 */
export async function runDoctor(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('doctor', args, {});
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const found: Finding[] = [];
  const tell = (finding: Finding) => {
    found.push(finding);
    console.log(findingLine(lang, finding));
  };
  tell(nodeFinding(process.versions.node));
  const config = readConfig(process.env);
  if (existsSync(config.dataFolder)) await lookAt(config, tell);
  else tell(seeTo('noFolder', { name: config.dataFolder }));
  const count = (mark: Finding['mark']) => found.filter((finding) => finding.mark === mark).length;
  if (count('✗') > 0) throw new CommandRefusal(lang, doctorWords.bad, { count: count('✗') });
  console.log(count('!') > 0 ? say(lang, doctorWords.warned, { count: count('!') }) : say(lang, doctorWords.good));
  return undefined;
}

type Tell = (finding: Finding) => void;

async function lookAt(config: Config, tell: Tell): Promise<void> {
  tell(await diskFinding(config.dataFolder));
  const keysFile = keyRingFile(config.dataFolder, process.env);
  const keys = await looked(async () => {
    await openKeyRing(keysFile);
    return well('keys', { name: keysFile });
  });
  // Before the first start there are no keys, and nothing that they would open.
  const isNew = !existsSync(keysFile) && config.databaseUrl === undefined && !existsSync(`${config.dataFolder}/pg`);
  if (!isNew) tell(keys);
  await withDatabase(config, tell, async (connection) => {
    const database = openDatabase(connection, () => undefined);
    try {
      const reached = await looked(async () => {
        await checkReachable(database);
        return well('reached');
      });
      if (reached.mark === '✗') return tell(reached);
      if (await isFresh(database)) return tell(seeTo('empty'));
      const findings = await databaseFindings({ database });
      for (const finding of findings) tell(finding);
      if ([keys, ...findings].some(({ mark }) => mark === '✗')) return;
    } finally {
      await database.close();
    }
    await lookInside({ connection, keysFile, filesFolder: filesFolderOf(config), anchorsFile: config.anchorsFile }, tell);
  });
}

async function lookInside(ways: Parameters<typeof enterHouse>[0], tell: Tell): Promise<void> {
  const { db, files, county } = await enterHouse(ways, () => undefined);
  try {
    if (county === undefined) return tell(seeTo('noCounty'));
    for (const finding of await countyFindings({ db, files, county, filesFolder: ways.filesFolder })) tell(finding);
  } finally {
    await db.database.close();
  }
}

/** The database of the settings: somebody else's server, the one that runs, or ours, started for as long as we look. */
async function withDatabase(config: Config, tell: Tell, look: (app: ConnectionSettings) => Promise<void>): Promise<void> {
  const name = config.dataFolder;
  if (config.databaseUrl !== undefined) return look({ connectionString: config.databaseUrl });
  const running = runningEmbedded(config.dataFolder);
  if (running) {
    tell(well('folderServed', { name }));
    return look(running.app);
  }
  if (!existsSync(`${config.dataFolder}/pg`)) return tell(seeTo('empty'));
  try {
    const lock = lockDataFolder(config.dataFolder);
    try {
      tell(well('folder', { name }));
      const server = await startEmbedded({ folder: config.dataFolder, log: () => undefined });
      await look(server.app).finally(() => server.stop());
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    tell({ mark: '✗', says: error });
  }
}

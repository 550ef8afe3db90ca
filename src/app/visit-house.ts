import { existsSync } from 'node:fs';
import path from 'node:path';
import { keyRingFile } from '../platform/crypto';
import { runningEmbedded } from '../platform/db';
import { type Config, filesFolderOf } from './config';
import { enterHouse, type HouseWays, nothingThere, type OpenHouse, openHouse } from './open-house';

/** A house as a command uses it that may come while the server works. */
export type Visit = Pick<OpenHouse, 'db' | 'ring' | 'files' | 'county'> & { readonly ways: HouseWays; close(): Promise<void> };

/** Enters the house beside the server that runs in it, or opens it when none does; never makes one. */
export async function visitHouse(config: Config, log: (line: string) => void): Promise<Visit> {
  const connection =
    config.databaseUrl === undefined ? runningEmbedded(config.dataFolder)?.app : { connectionString: config.databaseUrl };
  if (connection === undefined) {
    if (config.databaseUrl === undefined && !existsSync(path.join(config.dataFolder, 'pg')))
      throw nothingThere(config.dataFolder);
    return openHouse(config, log, 'existing');
  }
  const keysFile = keyRingFile(config.dataFolder, process.env);
  const ways = { connection, keysFile, filesFolder: filesFolderOf(config), anchorsFile: config.anchorsFile };
  const rooms = await enterHouse(ways, log);
  return { ...rooms, ways, close: () => rooms.db.database.close() };
}

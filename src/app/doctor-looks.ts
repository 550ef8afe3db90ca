import { statfs } from 'node:fs/promises';
import { roleFacts } from '../platform/access';
import { otherHolders } from '../platform/access/grants/grant-store';
import { listLines } from '../platform/access/trail/look-store';
import { dayOf } from '../platform/clock';
import type { County } from '../platform/county';
import {
  brokenTails,
  type Context,
  checkClock,
  checkDatabase,
  checkDisk,
  checkSchema,
  type Db,
  newId,
  readAs,
  serverVersion,
  slowJobs,
  unguardedTables,
} from '../platform/db';
import { type FileFolder, keptFiles } from '../platform/files';
import { broken, type Finding, looked, seeTo, well } from './doctor-findings';

const GIGABYTE = 1024 ** 3;
const DAY_MS = 86_400_000;
/** Below this somebody should make room; below 1 GB the program refuses (REL-24). Our choice. */
const lowDisk = 5;
/** 等保 8.1.4.9 asks for regular backups; a week without one is told. Our choice. */
const oldBackupDays = 7;
const slowJobMs = 30 * 60_000;
const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;

/** Node's end of maintenance is April of each even year; 20 still runs the program. */
export function nodeFinding(version: string): Finding {
  return Number(version.split('.')[0]) < 22 ? seeTo('nodeOld', { version }) : well('node', { version });
}

export function diskFinding(folder: string): Promise<Finding> {
  return looked(async () => {
    await checkDisk(folder);
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / GIGABYTE);
    return free < lowDisk ? seeTo('diskLow', { free }) : well('disk', { free });
  });
}

/** The database as it must be before anything is read from it. */
export async function databaseFindings({ database }: Pick<Db, 'database'>): Promise<readonly Finding[]> {
  return [
    await looked(async () => {
      await checkDatabase(database);
      return well('database', { version: await serverVersion(database) });
    }),
    await looked(async () => {
      await checkSchema(database);
      return well('schema');
    }),
    await looked(async () => {
      const names = await unguardedTables(database);
      return names.length === 0 ? well('guarded') : broken('unguarded', { names: names.join(' ') });
    }),
  ];
}

type Rooms = { readonly db: Db; readonly files: FileFolder; readonly county: County; readonly filesFolder: string };

/** What stands in the books of a county. */
export async function countyFindings({ db, files, county, filesFolder }: Rooms): Promise<readonly Finding[]> {
  const context: Context = { actor: null, requestId: newId(), source: 'doctor' };
  const now = db.now();
  return [
    county.demo ? seeTo('demoCounty', { name: county.name }) : well('county', { name: county.name }),
    await looked(async () => {
      await checkClock(db.database, db.countyId, now);
      return well('clock');
    }),
    ...(await readAs(db, context, async (trx) => {
      const tails = await brokenTails(trx);
      const slow = await slowJobs(trx, new Date(now.getTime() - slowJobMs));
      const kept = await keptFiles(trx);
      const vacant = [];
      for (const role of administrators)
        if ((await otherHolders(trx, role, dayOf(now), '')) === 0) vacant.push(roleFacts(role).says);
      const only = { from: null, before: null, users: null, object: null, outcome: null };
      const [backup] = await listLines(trx, { ...only, acts: ['backup.make'] }, null, 1);
      return [
        tails.length === 0 ? well('tails') : broken('tailsBroken', { chains: tails.join(' ') }),
        await filesFinding(files, kept, filesFolder),
        backupFinding(backup?.at, now),
        slow === 0 ? well('jobs') : seeTo('jobsSlow', { count: slow }),
        vacant.length === 0 ? well('administrators') : vacantFinding(vacant),
      ];
    })),
  ];
}

async function filesFinding(files: FileFolder, kept: ReadonlySet<string>, folder: string): Promise<Finding> {
  const { missing, unnamed } = await files.disagreement(kept);
  const facts = { count: kept.size, missing: missing.length, unnamed, folder };
  if (missing.length > 0) return broken('filesMissing', facts);
  return unnamed > 0 ? well('filesUnnamed', facts) : well('files', facts);
}

function backupFinding(at: Date | undefined, now: Date): Finding {
  if (at === undefined) return seeTo('noBackup');
  const days = Math.floor((now.getTime() - at.getTime()) / DAY_MS);
  return days > oldBackupDays ? seeTo('backupOld', { day: dayOf(at), days }) : well('backup', { day: dayOf(at) });
}

function vacantFinding(vacant: readonly { readonly zh: string; readonly en: string }[]): Finding {
  const [zh, en] = [vacant.map((says) => says.zh).join('、'), vacant.map((says) => says.en).join(', ')];
  const { says } = seeTo('noAdministrators');
  return { mark: '!', says: { zh: says.zh.replace('{names}', zh), en: says.en.replace('{names}', en) } };
}

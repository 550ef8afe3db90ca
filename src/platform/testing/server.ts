import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockDataFolder } from '../db/data-folder';
import { administratorOf, startEmbedded } from '../db/embedded';
import { beginRun, parseAddress, type RunServer, rolesOf } from '../db/embedded/testing/databases';
import { abandonEmbedded, discardEmbedded } from '../db/embedded/testing/discard';
import { StartRefusal } from '../db/start-refusal';

/** As durable as the product's, but for data that are thrown away: nothing is put in order before that. */
const hurried = {
  shared_buffers: '64MB',
  max_connections: '100',
  synchronous_commit: 'off',
  checkpoint_timeout: '1d',
  max_wal_size: '8GB',
  wal_init_zero: 'off',
  autovacuum_naptime: '1h',
};

type Started = { readonly server: RunServer; end(): Promise<void> };

/** Where a process of the tests asks for the server. */
export const DOOR = 'NOL_TEST_DOOR';

const PREFIX = 'nol-test-';
const MINUTE = 60_000;

/**
 * Offers one PostgreSQL to all test processes of a run, started when the first of them asks, so that a run of pure tests pays
 * nothing. It is the server named by TEST_DATABASE_URL, whose user may make databases and roles, else one in a temporary folder.
 * TEST_DATABASE_THROWN_AWAY=1 tells that the named one goes with the run.
 * Answers with what ends it and takes away everything it left.
 */
export async function offerServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), PREFIX));
  lockDataFolder(folder);
  let starting: Promise<Started> | undefined;
  const door = createServer((socket) => {
    starting ??= startServer(folder);
    const answer = starting.then(
      ({ server }) => ({ server }),
      (error: unknown) => ({ refusal: String(error) }),
    );
    answer.then((value) => socket.end(JSON.stringify(value))).catch(() => socket.destroy());
  });
  process.env[DOOR] = path.join(folder, 'door');
  await new Promise<void>((resolve) => door.listen(process.env[DOOR], resolve));
  // Ctrl+C ends the runner without the clearing up below.
  const abandon = () => abandonEmbedded(folder);
  process.once('exit', abandon);
  return async () => {
    door.close();
    const started = await starting?.catch(() => undefined);
    await started?.end();
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', abandon);
  };
}

function startServer(folder: string): Promise<Started> {
  const address = process.env.TEST_DATABASE_URL;
  const run = randomBytes(4).toString('hex');
  return address ? foreignServer(address, run) : startOwn(folder, run);
}

async function foreignServer(address: string, run: string): Promise<Started> {
  const roles = rolesOf(run, randomBytes(12).toString('hex'));
  const isThrownAway = process.env.TEST_DATABASE_THROWN_AWAY === '1';
  const server = { run, administrator: parseAddress(address), roles, isThrownAway };
  return { server, ...(await beginRun(server)) };
}

async function startOwn(folder: string, run: string): Promise<Started> {
  await removeDeadRuns(path.dirname(folder));
  const embedded = await startEmbedded({ folder, log: () => undefined, settings: hurried });
  const roles = { owner: embedded.owner.user, app: embedded.app.user };
  return {
    server: { run, administrator: administratorOf(embedded), roles, isThrownAway: true },
    end: () => embedded.stop('abrupt'),
  };
}

/** A run that was killed left its server at work; its folder is one that nobody holds any more. */
async function removeDeadRuns(parent: string): Promise<void> {
  const folders = readdirSync(parent).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => path.join(parent, name))) {
    // A run that has just made its folder may not hold it yet.
    const isOld = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > MINUTE;
    if (isOld && isFree(folder)) await discardEmbedded(folder);
  }
}

function isFree(folder: string): boolean {
  try {
    lockDataFolder(folder).release();
    return true;
  } catch (error) {
    if (error instanceof StartRefusal) return false;
    throw error;
  }
}

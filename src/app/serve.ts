import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { oidcOf } from '../platform/access/sign-in';
import { StartRefusal } from '../platform/db';
import { projectRoot } from '../platform/entry';
import { buildServer, servePages } from '../platform/http';
import type { Config } from './config';
import { type JobProcess, startJobProcess } from './job-supervisor';
import type { OpenHouse } from './open-house';
import { startUpkeep } from './upkeep';
import { routesFor } from './wiring';

/** 20 MB: what a sheet from an office may weigh (register of goals §6.5). */
const UPLOAD_LIMIT = 20 * 1024 * 1024;

export type Serving = {
  /** the address for a browser on this machine */ readonly address: string;
  /** answers what is under way, ends the jobs, and only then answers */ stop(): Promise<void>;
};

/** Serves an opened house until `stop`; the house itself is closed by whoever opened it. */
export async function serve(house: OpenHouse, log: (line: string) => void): Promise<Serving> {
  const { db, ring, files, config } = house;
  if (house.county === undefined) throw new Error('the books of the county have not been opened');
  let jobs: JobProcess | undefined;
  const services = { ring, files, anchorsFile: config.anchorsFile, wakeJobs: () => jobs?.wake() };
  const onFault = (error: unknown, id: string) => log(`fault ${id}: ${error instanceof Error ? error.stack : String(error)}`);
  const app: FastifyInstance = await buildServer({
    db,
    house: services,
    facts: { demo: house.county.demo },
    routes: routesFor(house.county, config.oidc && oidcOf(config.oidc)),
    uploadLimit: UPLOAD_LIMIT,
    https: config.https,
    onFault,
  });
  await servePages(app, path.join(projectRoot(), 'dist', 'web'));
  const address = await listen(app, config);
  jobs = startJobProcess(house.ways, log);
  const kept = { db, anchorsFile: config.anchorsFile, isDemo: house.county.demo };
  const upkeep = startUpkeep(kept, (error) => onFault(error, 'upkeep'));
  return {
    address,
    async stop() {
      await app.close();
      await jobs?.stop();
      await upkeep.stop();
    },
  };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new StartRefusal(
      'port',
      `端口 ${port} 用不了：已有别的程序在用，或没有权限。请设 NOL_PORT 换一个端口，例如 NOL_PORT=8001。`,
      `Port ${port} cannot be used: another program has it, or this user may not. Choose another with NOL_PORT, such as NOL_PORT=8001.`,
    );
  }
}

import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { findCounty } from '../platform/county';
import { newId, readAs } from '../platform/db';
import { projectRoot } from '../platform/entry';
import { buildServer, servePages } from '../platform/http';
import { startJobProcess } from './job-supervisor';
import { COUNTY, type OpenHouse } from './open-house';
import { routes } from './wiring';

/** 20 MB: what a sheet from an office may weigh (register of goals §6.5). */
const UPLOAD_LIMIT = 20 * 1024 * 1024;

export type Serving = {
  /** the address for a browser on this machine */ readonly address: string;
  /** answers what is under way, ends the jobs, and only then answers */ stop(): Promise<void>;
};

/** Serves an opened house until `stop`; the house itself is closed by whoever opened it. */
export async function serve(house: OpenHouse, log: (line: string) => void): Promise<Serving> {
  const { db, ring, files, config } = house;
  const county = await readAs(db, { actor: null, requestId: newId(), source: 'start' }, findCounty);
  if (county === undefined) throw new Error(`the county ${COUNTY.countyId} has not been opened`);
  const jobs = startJobProcess(house.ways, log);
  const services = { ring, files, wakeJobs: () => jobs.wake() };
  const onFault = (error: unknown, id: string) => log(`fault ${id}: ${error instanceof Error ? error.stack : String(error)}`);
  const app: FastifyInstance = await buildServer({
    db,
    house: services,
    facts: { demo: county.demo },
    routes,
    uploadLimit: UPLOAD_LIMIT,
    https: config.https,
    onFault,
  });
  await servePages(app, path.join(projectRoot(), 'dist', 'web'));
  const address = await app.listen({ host: config.host, port: config.port });
  return {
    address,
    async stop() {
      await app.close();
      await jobs.stop();
    },
  };
}

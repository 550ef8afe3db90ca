import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import type { JobWork } from '../../../platform/jobs';
import { jobKinds } from './actions';
import { commitBatch } from './commit-job';
import type { RegisterNeeds } from './needs';
import { readBatch } from './read-job';
import { registerRoutes } from './routes';

export { permissions } from '../permissions';
export type { RegisterReading } from './assembly';
export { numberOf as batchNumber } from './batch-view';
export { type Bringing, bringList, type FileBrought, type ListRead, leaveList, takeList } from './bring';
export { type CurrentRegister, readCurrent } from './current-register';
export { readRegister } from './intake';
export type { RegisterChange, RegisterNeeds } from './needs';
export { RegisterRefusal } from './register-refusal';
export { listCurrent, type StoredSnapshot } from './snapshot-store';

/** The routes and the jobs of this module; `needs` is what later modules want to hear of. */
export function registersServer(needs: RegisterNeeds): {
  readonly routes: readonly RouteFacts<House>[];
  readonly jobs: Readonly<Record<string, JobWork<House>>>;
} {
  return { routes: registerRoutes(needs), jobs: { [jobKinds.read]: readBatch, [jobKinds.commit]: commitBatch(needs) } };
}

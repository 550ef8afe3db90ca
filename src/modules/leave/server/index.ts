export { permissions } from '../permissions';
export { type PastLeave, putLeaves } from './bulk-store';
export { removeLinksBefore } from './link-store';
export { endByRoll, type RunningLeave, runningLeave } from './roll-leaves';
export { routes } from './routes';

/** Reports as they are kept, for the worlds of tests. */
export { insertReport } from '../server/report-store';

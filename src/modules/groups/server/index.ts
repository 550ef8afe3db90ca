export { permissions } from '../permissions';
export { careAmong, closerCare } from './care';
export { settleMarks } from './derive';
export { followMerge as followMergedMarks, undoMerge as returnMarks } from './follow';
export { type PastMark, putMarks } from './mark-store';
export { routes } from './routes';

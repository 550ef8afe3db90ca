export { permissions } from '../permissions';
export { answererOf } from './asking';
export { followMerge, undoMerge } from './follow';
export { type PlainPaper, plainPaper } from './paper';
export { routes } from './routes';
export { recallFound } from './send-actions';

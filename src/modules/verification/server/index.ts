export { permissions } from '../permissions';
export { followMerge, undoMerge } from './follow';
export { type PlainPaper, plainPaper } from './paper';
export { routes } from './routes';
export { recallFound } from './send-actions';

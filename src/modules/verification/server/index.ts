export { permissions } from '../permissions';
export { followMerge, undoMerge } from './follow';
export { routes } from './routes';
export { recallFound } from './send-actions';

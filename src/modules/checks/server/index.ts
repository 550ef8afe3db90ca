export { permissions } from '../permissions';
export { type BroughtMonth, type BroughtSchool, type BroughtSheet, bringMonth } from './bring';
export { openedMonths } from './month-store';
export { routes } from './routes';

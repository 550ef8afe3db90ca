export { permissions } from '../permissions';
export {
  type BroughtMonth,
  type BroughtSchool,
  type BroughtSheet,
  type BroughtStep,
  bringMonth,
  bringSteps,
  type UntouchedItem,
} from './bring';
export { openedMonths } from './month-store';
export { routes } from './routes';

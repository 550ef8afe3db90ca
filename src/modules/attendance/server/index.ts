export { permissions } from '../permissions';
export {
  type BroughtContact,
  type BroughtRoll,
  type BroughtTerm,
  bringDays,
  type ClassList,
  factsOfTerm,
  firstCalledDay,
  listsOfClasses,
} from './bring-days';
export { type BroughtReport, bringReports } from './bring-reports';
export { type ChildDays, type ClassDays, daysOfClasses } from './class-days';
export { routes } from './routes';

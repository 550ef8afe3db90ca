export { FindDialog } from './find-dialog';
export { childPages } from './pages';
export type { ChildPageNeeds, ChildPanel, FactSays, ToldFact } from './panels';
export { childPlace } from './places';
export { findWords } from './words';

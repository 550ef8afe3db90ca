export { childPages } from './pages';
export type { ChildPageNeeds, ChildPanel, FactSays, ToldFact } from './panels';
export { childPlace } from './places';

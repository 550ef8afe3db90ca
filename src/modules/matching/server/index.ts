import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import type { JobWork } from '../../../platform/jobs';
import { reviewRoutes } from './review-routes';
import { COMPARISON, type ComparisonNeeds, comparisonWork } from './run/comparison-work';
import { runRoutes } from './run-routes';

export { permissions } from '../permissions';
export { evidenceSays } from './evidence-says';
export { type ChildFinding, countFindings, findingChildren, findingsOf } from './finding-store';
export { type ResultPlaces, writeResults } from './results';
export { type ComparisonNeeds, runComparison } from './run/comparison-work';
export { type LoadRegisters, loadCurrent } from './run/loaded-registers';
export { lastRun, type StoredRun } from './run-store';
export { type Summary, summaryOf } from './summary';

/** The routes and the job of this module; `needs` are the lists that count and what their words mean. */
export function matchingServer(needs: ComparisonNeeds): {
  readonly routes: readonly RouteFacts<House>[];
  readonly jobs: Readonly<Record<string, JobWork<House>>>;
} {
  return { routes: [...runRoutes, ...reviewRoutes], jobs: { [COMPARISON]: comparisonWork(needs) } };
}

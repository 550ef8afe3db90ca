import { type Answer, useAnswer } from '../../../ui/desk/answers';
import type { ComparisonView } from '../contract';
import { getComparison } from './calls';

/** The newest comparison, what runs and what would be compared now. */
export function useComparison(): Answer<ComparisonView> {
  return useAnswer(getComparison, {});
}

import { useAnswer } from '../../../ui/desk/answers';
import { getReviews } from './calls';

/** How many pairs wait for a person. */
export function useOpenReviews(): number | undefined {
  const answer = useAnswer(getReviews, { query: { size: 1 } });
  return answer.data?.counts.open;
}

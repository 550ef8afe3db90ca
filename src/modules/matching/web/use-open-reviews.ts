import { useAnswer } from '../../../ui/desk/answers';
import { getReviews } from './calls';

/** What is asked for the number alone. */
export const openCountAsked = { query: { size: 1 } };

/** How many pairs wait for a person. */
export function useOpenReviews(): number | undefined {
  const answer = useAnswer(getReviews, openCountAsked);
  return answer.data?.counts.open;
}

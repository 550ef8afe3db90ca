import { useAnswer } from '../../../ui/desk/answers';
import type { SchoolView } from '../contract';
import { getSchools } from './calls';

const none: readonly SchoolView[] = [];

/** The open schools of the asker's places, for choosing one; a county has a hundred or so. */
export function useSchools(): readonly SchoolView[] {
  const answer = useAnswer(getSchools, { query: { size: 200, state: 'open' } }, { keeps: true });
  return answer.data?.rows ?? none;
}

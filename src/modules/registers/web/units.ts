import { useAnswer } from '../../../ui/desk/answers';
import { contract } from '../../../ui/shared/contract';
import { useSignedIn } from '../../../ui/shared/server-context';

type School = { readonly path: string; readonly name: string };

/** The schools of the county, as the area module serves them; of each only what a list needs. */
const getSchools = contract<{ query: { page: number; size: number }; answer: { rows: readonly School[] } }>(
  'GET',
  '/api/schools',
);
/** The most rows the server gives at once; a county has fewer schools. */
const mostSchools = 200;

/** The schools for which the bureau may bring a list; asked for when it is needed. */
export function useSchools(when: boolean): readonly School[] {
  const answer = useAnswer(getSchools, { query: { page: 1, size: mostSchools } }, { when });
  return answer.data?.rows ?? [];
}

/** Whether the person brings lists for the whole county; otherwise it is the own school's. */
export function useIsCounty(): boolean {
  return useSignedIn().grants.some(({ role }) => role === 'bureau-officer');
}

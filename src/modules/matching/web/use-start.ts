import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { isRefused } from '../../../ui/shared/refused';
import { getComparison, startRun } from './calls';

const renews = [getComparison];

/** Begins a comparison; where one runs already, says whose. */
export function useStart(): { readonly start: () => Promise<void>; readonly busy: boolean } {
  const { run, busy } = useAction(startRun, { renews });
  const tell = useTell();
  const start = async () => {
    try {
      await run({ body: {} });
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return { start, busy };
}

import { useAnswer } from '../../../ui/desk/answers';
import { getExportCounts } from './calls';

/** How many exports wait for the reader: to be decided, or to be taken. */
export function useOpenExports(): number | undefined {
  const { data } = useAnswer(getExportCounts, {});
  return data && data.approve + data.take;
}

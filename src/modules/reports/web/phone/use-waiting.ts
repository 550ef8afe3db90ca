import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { getExportCounts } from '../calls';

/** How many exports wait for the reader's word. */
export function useWaiting(): number | undefined {
  return usePhoneAnswer(getExportCounts, {}).data?.approve;
}

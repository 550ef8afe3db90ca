import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { useWords } from '../../../../ui/shared/language';
import { getLeaves } from '../calls';
import { phoneWords } from './words';

/** The door to 请假, with what waits for whoever looks and who has not come back. */
export function LeaveDoor() {
  const p = useWords(phoneWords);
  const { data } = usePhoneAnswer(getLeaves, { query: { phase: 'mine', size: 1 } });
  const { mine, overdue } = data?.counts ?? { mine: 0, overdue: 0 };
  return (
    <RowList>
      <Row title={p.door(mine, overdue)} href="/m/leave" />
    </RowList>
  );
}

import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { useWords } from '../../../../ui/shared/language';
import { useSignedIn } from '../../../../ui/shared/server-context';
import { holds } from '../../../../ui/shared/session';
import { getClasses } from '../calls';
import { useMonthWords } from '../line-words';
import { phoneWords } from './words';

/** The door to 一月一核 for whoever signs, while classes wait to be signed or were sent back; nothing otherwise. */
export function CheckDoor() {
  return holds(useSignedIn(), ['check.sign']) ? <OpenClasses /> : null;
}

function OpenClasses() {
  const p = useWords(phoneWords);
  const monthOf = useMonthWords();
  const { data } = usePhoneAnswer(getClasses, { query: {} });
  const open = data?.rows.filter(({ signed }) => signed === null || signed.state === 'returned').length ?? 0;
  if (!data?.month?.open || open === 0) return null;
  return (
    <RowList>
      <Row title={p.door(monthOf(data.month.month), open)} href="/m/checks" />
    </RowList>
  );
}

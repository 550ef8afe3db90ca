import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { useWords } from '../../../../ui/shared/language';
import { getAbsences } from '../calls';
import { followWords } from '../follow-words';

/** The door to the children who are away, with how many wait to be followed up; nothing where nobody is away. */
export function ToFollow() {
  const w = useWords(followWords);
  const { data } = usePhoneAnswer(getAbsences, { query: {} });
  if (!data || data.rows.length === 0) return null;
  return (
    <RowList>
      <Row title={data.due > 0 ? w.follow(data.due) : w.title} href="/m/absences" />
    </RowList>
  );
}

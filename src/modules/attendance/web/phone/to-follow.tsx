import { Suspense } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Doors } from '../../../../ui/phone/doors';
import { Row, RowList } from '../../../../ui/phone/row';
import { useWords } from '../../../../ui/shared/language';
import { LeaveDoor } from '../../../leave/web/phone/index';
import { getAbsences } from '../calls';
import { followWords } from '../follow-words';

/** The door to the children who are away, with how many wait to be followed up, where there are any, and the doors to 请假 and to what later modules ask. */
export function ToFollow() {
  const w = useWords(followWords);
  const { data } = usePhoneAnswer(getAbsences, { query: {} });
  return (
    <>
      {data && data.rows.length > 0 ? (
        <RowList>
          <Row title={data.due > 0 ? w.follow(data.due) : w.title} href="/m/absences" />
        </RowList>
      ) : null}
      <Suspense fallback={null}>
        <LeaveDoor />
      </Suspense>
      <Doors />
    </>
  );
}

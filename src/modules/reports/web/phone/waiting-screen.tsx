import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { numberText } from '../../../../ui/shared/numbers';
import { useSignedIn } from '../../../../ui/shared/server-context';
import type { ExportView } from '../../contract';
import { ledgerWords } from '../../words';
import { getExports } from '../calls';
import { exportWords } from '../export-words';
import { purposeOf } from '../purpose-of';
import { ledgerPageWords } from '../words';
import { Holding } from './holding';
import { phoneExportWords } from './words';

/** So many lines are asked for at once, and so many the server gives at most. */
const [lines, mostLines] = [30, 200];

/** 导出审批: the exports that wait for the reader's word. */
export function WaitingScreen() {
  const w = useWords(phoneExportWords);
  const { user } = useSignedIn();
  const none = useWords(exportWords).noneApprove;
  const [size, setSize] = useState(lines);
  const { data, refused, again } = usePhoneAnswer(getExports, { query: { list: 'approve', size } });
  const more = data !== undefined && data.total > data.rows.length && size < mostLines;
  return (
    <Screen title={w.title} note={data && data.total > 0 ? w.count(data.total) : user.unit}>
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {data || refused ? null : <Loading />}
      {data?.total === 0 ? <Empty says={`${none}${w.nothingWhy}`} /> : null}
      {data && data.total > 0 ? (
        <RowList>
          {data.rows.map((one) => (
            <WaitingRow key={one.exportId} one={one} />
          ))}
        </RowList>
      ) : null}
      {more ? <Button onClick={() => setSize(Math.min(size + lines, mostLines))}>{w.more}</Button> : null}
    </Screen>
  );
}

function WaitingRow({ one }: { readonly one: ExportView }) {
  const w = useWords(phoneExportWords);
  const { people } = useWords(ledgerPageWords);
  const say = useSay();
  const { language } = useLanguage();
  const { today } = useSignedIn();
  return (
    <Row
      title={w.what(say(ledgerWords[one.ledger]), people(numberText(one.rowsAsked)))}
      note={
        <>
          <span className="ph-line">{`${one.askedBy.unit} ${one.askedBy.name}`}</span>
          <span className="ph-line">{purposeOf(one, say)}</span>
          <span className="ph-line">{w.until(momentWords(one.expiresAt, today, language))}</span>
          <span className="ph-line ph-chips">
            <Holding one={one} />
          </span>
        </>
      }
      href={`/m/exports/${one.exportId}`}
    />
  );
}

import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { purposes } from '../rules/purposes';
import { ledgerWords } from '../words';
import { getReceived } from './calls';
import { exportWords, kindSays } from './export-words';
import { leftPlace } from './places';
import './reports.css';

/** 信息给过谁: every list that left with this child in it. */
export function ReceivedPanel({ childId }: { readonly childId: string }) {
  const w = useWords(exportWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  const { data, error, refetch } = useAnswer(getReceived, { params: { id: childId } });
  const beside =
    data && data.rows.length > 0 ? <Door href={hrefOf(leftPlace, {}, { child: [childId] })}>{w.seeInRegister}</Door> : null;
  return (
    <Card title={w.received} beside={beside}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState rows={2} />}
      {data?.rows.length === 0 ? <p>{w.receivedNone}</p> : null}
      <ul className="reports-received">
        {data?.rows.map((one) => (
          <li key={one.exportId}>
            {momentWords(one.at, today, language)} · {w.whatHow(say(ledgerWords[one.ledger]), say(kindSays[one.kind]))} ·{' '}
            {one.by.unit} {one.by.name} → {one.receiver} · {say(purposes[one.purpose].says)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

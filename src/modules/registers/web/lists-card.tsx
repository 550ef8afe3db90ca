import { useAnswer } from '../../../ui/desk/answers';
import { Card, Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { registerKinds } from '../rules/register';
import { kindWords } from '../words';
import { getCurrent } from './calls';
import { Current } from './current-strip';
import { newImportPlace, registersPlace } from './places';
import { listWords } from './words';

/** 名册 on the start page: what counts of each kind, and the way to bring the next. A school sees the kinds it has brought. */
export function ListsCard() {
  const w = useWords(listWords);
  const say = useSay();
  const session = useSignedIn();
  const county = session.grants.some(({ tree }) => tree === 'county');
  const { data, error, refetch } = useAnswer(getCurrent, {});
  const beside = holds(session, ['register.import']) ? (
    <Door href={hrefOf(newImportPlace)}>{w.bring}</Door>
  ) : (
    <Door href={hrefOf(registersPlace)}>{w.card}</Door>
  );
  const shown = data ? registerKinds.filter((kind) => county || data.rows.some((row) => row.kind === kind)) : [];
  return (
    <Card title={w.card} beside={beside}>
      {error && !data ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState rows={5} /> : null}
      {data?.rows.length === 0 ? <p>{county ? w.cardFirst : w.cardNone}</p> : null}
      {data ? (
        <Facts
          rows={shown.map((kind) => ({
            says: say(kindWords[kind]),
            value: <Current kind={kind} rows={data.rows.filter((row) => row.kind === kind)} />,
          }))}
        />
      ) : null}
    </Card>
  );
}

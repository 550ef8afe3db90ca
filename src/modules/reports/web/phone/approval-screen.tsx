import { useEffect, useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { numberText } from '../../../../ui/shared/numbers';
import { useSignedIn } from '../../../../ui/shared/server-context';
import type { ExportView } from '../../contract';
import { ledgerWords } from '../../words';
import { getExport } from '../calls';
import { ExportMark } from '../export-mark';
import { type ExportRow, useAbout, useCourse, useHolds } from '../export-rows';
import { exportWords } from '../export-words';
import { ledgerPageWords } from '../words';
import { Deciding } from './deciding';
import { Holding } from './holding';
import { phoneExportWords } from './words';
import './approval.css';

const above = '/m/exports';

/** One export that waits: who wants what, for whom and what for, how much of it is masked; approved or refused here. */
export function ApprovalScreen({ params }: PhonePageProps) {
  const w = useWords(phoneExportWords);
  const { data, refused, again } = usePhoneAnswer(getExport, { params: { id: params.id ?? '' } });
  const [decided, setDecided] = useState<ExportView>();
  const one = decided ?? data;
  if (one) return <Approval one={one} isDecided={decided !== undefined} onDecided={setDecided} onStale={again} />;
  return (
    <Screen title={w.title} above={above}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

type ApprovalProps = {
  readonly one: ExportView;
  readonly isDecided: boolean;
  readonly onDecided: (one: ExportView) => void;
  readonly onStale: () => void;
};

function Approval({ one, isDecided, onDecided, onStale }: ApprovalProps) {
  const w = useWords(phoneExportWords);
  const { people } = useWords(ledgerPageWords);
  const say = useSay();
  const { language } = useLanguage();
  const { today } = useSignedIn();
  const { unit, name } = one.askedBy;
  const waits = one.steps.includes('approve');
  return (
    <Screen
      title={w.what(say(ledgerWords[one.ledger]), people(numberText(one.rowsAsked)))}
      note={w.asks(`${unit} ${name}`, momentWords(one.askedAt, today, language))}
      above={above}
      action={waits ? <Deciding one={one} onDecided={onDecided} onStale={onStale} /> : <Back />}
    >
      {isDecided ? <Done one={one} /> : null}
      {waits || isDecided ? null : <Empty says={w.closed} />}
      <p className="ph-chips">
        <ExportMark one={one} /> <Holding one={one} />
      </p>
      <Told one={one} />
    </Screen>
  );
}

function Done({ one: { state, number } }: { readonly one: ExportView }) {
  const w = useWords(phoneExportWords);
  // Decided at the foot of a long page; what came of it stands at its head.
  useEffect(() => {
    // Not as the effect's answer: newer browsers answer with a promise, which React would call as the way to take the effect back.
    window.scrollTo(0, 0);
  }, []);
  return (
    <p role="status" className="ph-done">
      ✓ {state === 'refused' ? w.refused(number) : w.approved(number)}
    </p>
  );
}

function Back() {
  const w = useWords(phoneExportWords);
  const { go } = useWay();
  return (
    <Button kind="main" onClick={() => go(above, { replace: true })}>
      {w.back}
    </Button>
  );
}

function Told({ one }: { readonly one: ExportView }) {
  const w = useWords(phoneExportWords);
  const { holds, course } = useWords(exportWords);
  return (
    <>
      <Rows title={w.about} rows={useAbout(one)} />
      <Rows title={holds} rows={useHolds(one)} />
      <Rows title={course} rows={useCourse(one)} />
    </>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly ExportRow[] }) {
  return (
    <RowList title={title}>
      {rows.map(({ says, value }) => (
        <Row key={says} title={value} note={says} />
      ))}
    </RowList>
  );
}

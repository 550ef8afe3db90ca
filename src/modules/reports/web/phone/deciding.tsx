import { useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ReasonForm } from '../../../../ui/phone/reason-form';
import { Sheet } from '../../../../ui/phone/sheet';
import { useSay, useWords } from '../../../../ui/shared/language';
import { numberText } from '../../../../ui/shared/numbers';
import { isRefused } from '../../../../ui/shared/refused';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import type { ExportView } from '../../contract';
import { decideExport } from '../calls';
import { exportWords, refusalReasons } from '../export-words';
import { ledgerPageWords } from '../words';
import { phoneExportWords } from './words';

type DecidingProps = {
  readonly one: ExportView;
  readonly onDecided: (one: ExportView) => void;
  /** It is not as it was shown: somebody else has decided, or it was taken back. */
  readonly onStale: () => void;
};

/** Approves, or refuses with a reason; what is approved says how many children it lets out. */
export function Deciding({ one, onDecided, onStale }: DecidingProps) {
  const w = useWords(phoneExportWords);
  const x = useWords(exportWords);
  const { people } = useWords(ledgerPageWords);
  const say = useSay();
  const call = useCall();
  const [asking, setAsking] = useState(false);
  const decide = async (verdict: 'approve' | 'refuse', reason: string) => {
    try {
      onDecided(await call(decideExport, { params: { id: one.exportId }, body: { verdict, reason, version: one.version } }));
    } catch (error) {
      if (isRefused(error) && error.status === 409) onStale();
      throw error;
    }
  };
  const { send, busy, refused } = useSending(() => decide('approve', ''));
  return (
    <>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
      <div className="ph-decide">
        <Button onClick={() => setAsking(true)}>{x.no}</Button>
        <Button kind="main" busy={busy} onClick={() => void send(undefined)}>
          {w.approve(people(numberText(one.rowsAsked)))}
        </Button>
      </div>
      <Sheet open={asking} title={x.refuseTitle(one.number)} onClose={() => setAsking(false)}>
        <ReasonForm label={w.refuseWhy} reasons={refusalReasons} submit={x.no} onReason={(reason) => decide('refuse', reason)} />
      </Sheet>
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { useKey } from '../../../ui/desk/keys';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useWords } from '../../../ui/shared/language';
import type { ExportView } from '../contract';
import { decideExport, getExport, getExportCounts, getExports, withdrawExport, writeAgain } from './calls';
import { exportWords, refusalReasons } from './export-words';
import { useAttempt } from './use-attempt';

const renews = [getExport, getExports, getExportCounts];
const yesKey = { zh: '批准这条导出', en: 'Approve this export' };
const noKey = { zh: '不批准这条导出', en: 'Refuse this export' };

/** What can be done with an export now: approve or refuse (A, R), take back, have it written again. */
export function ExportSteps({ one }: { readonly one: ExportView }) {
  return (
    <div className="reports-steps">
      <Deciding one={one} />
      <Own one={one} />
    </div>
  );
}

function Deciding({ one }: { readonly one: ExportView }) {
  const w = useWords(exportWords);
  const [asking, setAsking] = useState(false);
  const { run } = useAction(decideExport, { renews });
  const { attempt, busy } = useAttempt();
  const decide = (verdict: 'approve' | 'refuse', reason: string) =>
    run({ params: { id: one.exportId }, body: { verdict, reason, version: one.version } });
  const approve = () => void attempt(() => decide('approve', ''), w.approved(one.number));
  const [mayApprove, mayRefuse] = [one.steps.includes('approve'), one.steps.includes('refuse')];
  useKey('a', yesKey, approve, mayApprove && !busy);
  useKey('r', noKey, () => setAsking(true), mayRefuse && !busy);
  if (!mayApprove && !mayRefuse) return null;
  return (
    <>
      <Button type="primary" loading={busy} onClick={approve}>
        {w.yes} (A)
      </Button>
      <Button onClick={() => setAsking(true)}>{w.no} (R)</Button>
      <ReasonDialog
        open={asking}
        title={w.refuseTitle(one.number)}
        reasons={refusalReasons}
        submit={w.no}
        onSubmit={async (reason) => {
          await decide('refuse', reason);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Own({ one }: { readonly one: ExportView }) {
  const w = useWords(exportWords);
  const withdraw = useAction(withdrawExport, { renews });
  const again = useAction(writeAgain, { renews });
  const { attempt, busy } = useAttempt();
  const input = { params: { id: one.exportId }, body: { version: one.version } };
  return (
    <>
      {one.steps.includes('write-again') ? (
        <Button type="primary" loading={busy} onClick={() => void attempt(() => again.run(input))}>
          {w.again}
        </Button>
      ) : null}
      {one.steps.includes('withdraw') ? (
        <Button loading={busy} onClick={() => void attempt(() => withdraw.run(input), w.withdrawn(one.number))}>
          {w.withdraw}
        </Button>
      ) : null}
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import type { ExportView, PasswordView } from '../contract';
import { getExport, getExportCounts, getExports, getPassword, takeExport } from './calls';
import { exportWords } from './export-words';
import { useAttempt } from './use-attempt';

const renews = [getExport, getExports, getExportCounts];

/** The password, shown once, and then the file, once. */
export function TakeBox({ one }: { readonly one: ExportView }) {
  const w = useWords(exportWords);
  const tell = useTell();
  const [shown, setShown] = useState<PasswordView>();
  const password = useAction(getPassword, { renews: [getExport] });
  const file = useAction(takeExport, { renews });
  const { attempt, busy } = useAttempt();
  const params = { id: one.exportId };
  const ask = async () => setShown(await password.run({ params, body: { version: one.version } }));
  const take = async (version: number) => {
    saveFile(await file.run({ params, body: { version } }));
    tell.done(w.downloaded);
  };
  const ready = one.steps.includes('take');
  if (!ready && shown === undefined) return null;
  return (
    <section className="reports-take" aria-label={w.takeTitle}>
      {shown ? (
        <p>
          {w.passwordIs} <strong className="reports-password">{shown.password}</strong>
        </p>
      ) : null}
      <p>{shown === undefined ? w.zip : ready ? w.passwordOnce : w.passwordAfter}</p>
      {ready && !shown ? (
        <Button type="primary" loading={busy} onClick={() => void attempt(ask)}>
          {w.getPassword}
        </Button>
      ) : null}
      {ready && shown ? (
        <Button type="primary" loading={busy} onClick={() => void attempt(() => take(shown.version))}>
          {w.download}
        </Button>
      ) : null}
    </section>
  );
}

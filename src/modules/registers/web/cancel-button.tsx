import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import type { BatchView } from '../contract';
import { cancelBatch, getBatch } from './calls';
import { wizardWords } from './words';

const renewed = [getBatch];

/** Gives the import up; nothing has counted yet, so nothing has to be taken back. */
export function CancelButton({ batch }: { readonly batch: Pick<BatchView, 'id' | 'version'> }) {
  const w = useWords(wizardWords);
  const tell = useTell();
  const { run, busy } = useAction(cancelBatch, { renews: renewed });
  const cancel = async () => {
    try {
      await run({ params: { id: batch.id }, body: { version: batch.version } });
      tell.done(w.cancelled);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button loading={busy} onClick={() => void cancel()}>
      {w.cancel}
    </Button>
  );
}

import { useGo } from '../../../ui/desk/address';
import { hrefOf } from '../../../ui/desk/place';
import { useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { BatchView } from '../contract';
import { takeProblemRows } from './calls';
import { FileDrop } from './file-drop';
import { batchPlace } from './places';
import { RefusedNote } from './refused-note';
import { SaveButton } from './save-button';
import { checkStepWords, doneStepWords } from './step-words';
import { useUpload } from './use-upload';

/** Takes the workbook of mended rows back: of what list and for whom they are is known, so dropping it begins the check. */
export function MendedDrop({ batch }: { readonly batch: BatchView }) {
  const w = useWords(doneStepWords);
  const check = useWords(checkStepWords);
  const today = useToday();
  const go = useGo();
  const { upload, sending, refused } = useUpload();
  const take = async (files: readonly File[]) => {
    const unit = batch.unit.tree === 'school' ? { unit: batch.unit.path } : {};
    const begun = await upload({ kind: batch.kind, asOf: today, ...unit }, files);
    if (begun) go(hrefOf(batchPlace, { id: begun.id }));
  };
  return (
    <section className="nol-import-mended" aria-label={w.mended}>
      <h3>{w.mended}</h3>
      <p>{w.mendedHint}</p>
      <p className="nol-import-kind">
        <SaveButton contract={takeProblemRows} input={{ params: { id: batch.id } }} says={check.download} />
      </p>
      <FileDrop files={[]} forMended busy={sending !== undefined} onChange={(files) => void take(files)} />
      {refused ? <RefusedNote refused={refused} /> : null}
    </section>
  );
}

import { useWords } from '../../../../ui/shared/language';
import { ToneChip } from '../../../../ui/shared/mark';
import type { ExportView } from '../../contract';
import { layouts } from '../../rules/layouts';
import { phoneExportWords } from './words';

/** What of an export is more than who and where: whole numbers first, since they are the gravest. */
export function Holding({ one }: { readonly one: ExportView }) {
  const w = useWords(phoneExportWords);
  const { classes } = one;
  return (
    <>
      {hasWholeNumbers(one) ? (
        <ToneChip tone="urgent" shape="bang">
          {w.whole}
        </ToneChip>
      ) : (
        <ToneChip tone="quiet">{w.masked}</ToneChip>
      )}
      {classes.includes('F4') ? (
        <ToneChip tone="watch" shape="triangle">
          {w.care}
        </ToneChip>
      ) : null}
      {classes.includes('F2') ? (
        <ToneChip tone="watch" shape="triangle">
          {w.contact}
        </ToneChip>
      ) : null}
    </>
  );
}

/** Whether a number leaves as it is: it was asked for, by somebody who may see it whole. */
function hasWholeNumbers({ ledger, columns }: ExportView): boolean {
  const numbers: readonly string[] = layouts[ledger].flatMap((column) => (column.class === 'F3' ? [column.header] : []));
  return columns.some(({ header, masked }) => !masked && numbers.includes(header));
}

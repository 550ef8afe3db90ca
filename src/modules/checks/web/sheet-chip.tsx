import { useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { SignedView } from '../contract';
import { checkWords } from './words';

/** How far a class has come: not signed, signed, sent back, checked. */
export function SheetChip({ signed }: { readonly signed: Pick<SignedView, 'state'> | null }) {
  const w = useWords(checkWords);
  if (signed === null) return <ToneChip tone="watch">{w.unsigned}</ToneChip>;
  if (signed.state === 'returned') return <ToneChip tone="urgent">{w.returned}</ToneChip>;
  return signed.state === 'checked' ? (
    <ToneChip tone="calm" shape="tick">
      {w.checked}
    </ToneChip>
  ) : (
    <ToneChip tone="info">{w.signed}</ToneChip>
  );
}

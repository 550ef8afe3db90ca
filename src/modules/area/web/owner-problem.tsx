import { useSay } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { ownerProblemNames } from '../words';

/** That a grid has nobody who answers for it, or more than one. */
export function OwnerProblemChip({ problem }: { readonly problem: 'gap' | 'overlap' }) {
  const say = useSay();
  return (
    <ToneChip tone="watch" shape={problem === 'gap' ? 'ring' : 'bang'}>
      {say(ownerProblemNames[problem])}
    </ToneChip>
  );
}

import { useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { AccountView } from '../accounts-contract';
import { accountWords } from './words';

/** Whether an account is in use; what is as it should be needs no mark. */
export function AccountState({ account }: { readonly account: Pick<AccountView, 'state'> }) {
  const w = useWords(accountWords);
  if (account.state === 'active') return <>{w.active}</>;
  const disabled = account.state === 'disabled';
  return (
    <ToneChip tone={disabled ? 'quiet' : 'watch'} shape={disabled ? 'ring' : 'half'}>
      {disabled ? w.disabled : w.invited}
    </ToneChip>
  );
}

/** Why an account is disabled, in words. */
export function useDisabledReason(): (account: AccountView) => string {
  const w = useWords(accountWords);
  return ({ stateReason }) => (stateReason === 'unused' ? w.unused : (stateReason ?? ''));
}

import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import type { AccountView } from '../accounts-contract';
import { decisions, getAccount, getAccounts } from './calls';
import { useRenewing } from './use-renewing';
import { accountWords, usualReasons } from './words';

const renews = [getAccounts, getAccount];

type DecisionProps = {
  readonly account: AccountView;
  readonly task: 'disable' | 'enable' | 'second-factor';
  readonly onDone: () => void;
};

/** Disables or enables an account, or takes its authenticator off: names the effect, asks for the reason, once. */
export function AccountDecision({ account, task, onDone }: DecisionProps) {
  const w = useWords(accountWords);
  const tell = useTell();
  const { run } = useAction(decisions[task], { renews });
  const renewing = useRenewing(renews);
  const texts = {
    disable: { title: w.disableTitle(account.name), effect: w.disableEffect, submit: w.disable },
    enable: { title: w.enableTitle(account.name), effect: w.enableEffect, submit: w.enable },
    'second-factor': { title: w.clearTitle(account.name), effect: w.clearEffect, submit: w.clear },
  }[task];
  return (
    <ReasonDialog
      open
      title={texts.title}
      effect={texts.effect}
      reasons={usualReasons[task]}
      submit={texts.submit}
      onSubmit={async (reason) => {
        await renewing(() => run({ params: { id: account.id }, body: { version: account.version, reason } }));
        tell.done(w.done);
        onDone();
      }}
      onClose={onDone}
    />
  );
}

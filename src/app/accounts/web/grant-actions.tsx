import { Button } from 'antd';
import { useState } from 'react';
import { roles } from '../../../platform/access';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { approveGrants, type GrantView, getAccount, getGrants } from './calls';
import { RenewDialog } from './renew-dialog';
import { useMay } from './use-may';
import { useRenewing } from './use-renewing';
import { grantWords } from './words';

const renews = [getGrants, getAccount];

type ActionsProps = { readonly grants: readonly GrantView[]; readonly onDone: () => void };

/** What can be done with the chosen rights: approve those that wait for somebody else, let go on those that end. */
export function GrantActions({ grants, onDone }: ActionsProps) {
  const w = useWords(grantWords);
  const may = useMay();
  const [renewing, setRenewing] = useState(false);
  const approvable = grants.filter(({ mayApprove }) => mayApprove);
  const renewable = may.ask ? grants.filter((grant) => canRenew(grant, may.me)) : [];
  return (
    <>
      {approvable.length > 0 ? <ApproveButton grants={approvable} onDone={onDone} /> : null}{' '}
      {renewable.length > 0 ? <Button onClick={() => setRenewing(true)}>{w.renewOf(renewable.length)}</Button> : null}
      <RenewDialog
        open={renewing}
        grants={renewable}
        onClose={() => setRenewing(false)}
        onDone={() => {
          setRenewing(false);
          onDone();
        }}
      />
    </>
  );
}

/** Whether a right has a last day that could be a later one; the offices of administrators have none. */
export function canRenew({ state, role, untilDay, user }: GrantView, me: string): boolean {
  const known = role in roles ? roles[role as keyof typeof roles] : undefined;
  return state === 'open' && untilDay !== null && user.id !== me && known?.administrator === false;
}

/** Approves these rights, all or none. */
export function ApproveButton({ grants, onDone }: ActionsProps) {
  const w = useWords(grantWords);
  const tell = useTell();
  const { run, busy } = useAction(approveGrants, { renews });
  const renewing = useRenewing(renews);
  const approve = async () => {
    try {
      const seen = grants.map(({ id, version }) => ({ id, version }));
      const { approved } = await renewing(() => run({ body: { grants: seen } }));
      tell.done(w.approved(approved));
      onDone();
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void approve()}>
      {grants.length === 1 ? w.approve : w.approveOf(grants.length)}
    </Button>
  );
}

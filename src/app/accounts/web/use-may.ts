import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';

/** What whoever looks may do with accounts and rights; the server decides again with each request. */
export function useMay() {
  const session = useSignedIn();
  const may = (permission: string) => holds(session, [permission]);
  return {
    change: may('account.change'),
    clear: may('account.second-factor'),
    seeGrants: may('grant.see'),
    seeAccounts: may('account.see'),
    ask: may('grant.ask'),
    approve: may('grant.approve'),
    end: may('grant.end'),
    me: session.user.id,
    today: session.today,
  };
}

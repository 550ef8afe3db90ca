import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Address } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Loaded } from '../../../ui/desk/loaded';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { chinaDay, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { AccountView } from '../accounts-contract';
import { AccountDecision } from './account-decision';
import { AccountChangeForm, NewAccountForm } from './account-form';
import { AccountState, useDisabledReason } from './account-state';
import { getAccount, type Slip } from './calls';
import { type accountsPlace, grantsPlace } from './places';
import { SlipsButton } from './slips-button';
import { useMay } from './use-may';
import { accountWords } from './words';
import './panel.css';

/** What the panel reads from the address and changes there. */
export type AccountsAddress = Address<(typeof accountsPlace)['search']>;
type PanelProps = { readonly address: AccountsAddress; readonly onSlips: (slips: readonly Slip[]) => void };

/** One account beside the list, or the form of a new one. */
export function AccountPanel({ address, onSlips }: PanelProps) {
  const w = useWords(accountWords);
  const { open, task } = address.search;
  const id = open === 'new' ? undefined : open;
  const answer = useAnswer(getAccount, { params: { id: id ?? '' } }, { when: id !== undefined });
  const close = () => address.change({ open: undefined, task: undefined });
  const leave = () => address.change({ task: undefined });
  const account = id === undefined ? undefined : answer.data;
  return (
    <SidePanel
      open={open !== undefined}
      title={open === 'new' ? w.add : account?.name}
      onClose={close}
      actions={account && task === undefined ? <PanelActions account={account} address={address} /> : null}
    >
      {open === 'new' ? <NewAccountForm onDone={(made) => address.change({ open: made })} onLeave={close} /> : null}
      {id === undefined ? null : (
        <Loaded answers={[answer]}>
          {account && task === 'change' ? <AccountChangeForm account={account} onDone={leave} /> : null}
          {account && task !== 'change' ? <AccountContent key={account.id} account={account} onSlips={onSlips} /> : null}
          {account && task !== undefined && task !== 'change' ? (
            <AccountDecision account={account} task={task} onDone={leave} />
          ) : null}
        </Loaded>
      )}
    </SidePanel>
  );
}

function PanelActions({ account, address }: { readonly account: AccountView; readonly address: AccountsAddress }) {
  const w = useWords(accountWords);
  const may = useMay();
  if (account.id === may.me) return null;
  const disabled = account.state === 'disabled';
  return (
    <>
      {may.change ? <Button onClick={() => address.change({ task: 'change' })}>{w.change}</Button> : null}{' '}
      {may.change ? (
        <Button onClick={() => address.change({ task: disabled ? 'enable' : 'disable' })}>
          {disabled ? w.enable : w.disable}
        </Button>
      ) : null}
      {may.clear && account.secondFactor ? (
        <Button onClick={() => address.change({ task: 'second-factor' })}>{w.clear}</Button>
      ) : null}
    </>
  );
}

function AccountContent({ account, onSlips }: { readonly account: AccountView; readonly onSlips: PanelProps['onSlips'] }) {
  const w = useWords(accountWords);
  const may = useMay();
  const invites = may.change && account.state !== 'disabled' && account.id !== may.me;
  return (
    <>
      <AccountFacts account={account} />
      {invites ? (
        <div className="nol-panel-part">
          <p className="nol-panel-why">{w.inviteWhy}</p>
          <SlipsButton ids={[account.id]} onMade={onSlips} />
        </div>
      ) : null}
      <AccountRights account={account} />
    </>
  );
}

function AccountFacts({ account }: { readonly account: AccountView }) {
  const w = useWords(accountWords);
  const { language } = useLanguage();
  const { today } = useMay();
  const why = useDisabledReason();
  const { login, unit, state, secondFactor, lastSeenAt, createdAt, invitedUntil } = account;
  const rows: { says: string; value: ReactNode }[] = [
    { says: w.login, value: login },
    { says: w.unit, value: unit },
    { says: w.state, value: state === 'disabled' ? w.disabledWhy(why(account)) : <AccountState account={account} /> },
    { says: w.secondFactor, value: secondFactor ? w.bound : w.unbound },
    { says: w.seen, value: lastSeenAt === null ? w.never : momentWords(lastSeenAt, today, language) },
    { says: w.invitation, value: invitedUntil === null ? w.noInvitation : w.invitedUntil(chinaDay(Date.parse(invitedUntil))) },
    { says: w.made, value: momentWords(createdAt, today, language) },
  ];
  return <Facts rows={rows} />;
}

/** What the account may do, and the doors to rights for those who give them. */
function AccountRights({ account }: { readonly account: AccountView }) {
  const w = useWords(accountWords);
  const say = useSay();
  const may = useMay();
  const asks = may.ask && account.id !== may.me && account.state !== 'disabled';
  return (
    <section className="nol-panel-part">
      <h2>{w.rights}</h2>
      {account.grants.length === 0 ? <p>{w.noRoles}</p> : null}
      <ul className="nol-panel-list">
        {account.grants.map((grant) => (
          <li key={grant.id}>
            <b>{say(grant.says)}</b> {grant.place}
            <span>
              {w.until(grant.fromDay, grant.untilDay)}
              {grant.state === 'asked' ? `，${w.waiting}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {may.seeGrants ? (
        <p className="nol-panel-doors">
          <Door href={hrefOf(grantsPlace, {}, { user: account.id })}>{w.allRights}</Door>
          {asks ? <Door href={hrefOf(grantsPlace, {}, { open: 'new', person: account.id })}>{w.giveRight}</Door> : null}
        </p>
      ) : null}
    </section>
  );
}

import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Address } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Loaded } from '../../../ui/desk/loaded';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { SidePanel } from '../../../ui/desk/side-panel';
import { EmptyState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { endGrant, type GrantView, getAccount, getGrants } from './calls';
import { ApproveButton, canRenew } from './grant-actions';
import { NewGrantForm } from './grant-form';
import { GrantState } from './grant-state';
import { accountsPlace, type grantsPlace } from './places';
import { RenewDialog } from './renew-dialog';
import { useMay } from './use-may';
import { useRenewing } from './use-renewing';
import { accountWords, grantWords, usualReasons } from './words';
import './panel.css';

/** What the panel reads from the address and changes there. */
type GrantsAddress = Address<(typeof grantsPlace)['search']>;

const renews = [getGrants, getAccount];

/** One right beside the list with what can be done to it, or the form that asks for a new one. */
export function GrantPanel({ address }: { readonly address: GrantsAddress }) {
  const w = useWords(grantWords);
  const { open, person } = address.search;
  const id = open === 'new' ? undefined : open;
  const answer = useAnswer(getGrants, { query: { id: id ?? '' } }, { when: id !== undefined });
  const close = () => address.change({ open: undefined, person: undefined });
  const grant = id === undefined ? undefined : answer.data?.rows[0];
  return (
    <SidePanel open={open !== undefined} title={open === 'new' ? w.ask : grant?.user.name} onClose={close}>
      {open === 'new' ? <NewGrantForm person={person} onDone={close} onLeave={close} /> : null}
      {id === undefined ? null : (
        <Loaded answers={[answer]}>{grant ? <GrantContent key={grant.id} grant={grant} /> : <EmptyState says={w.gone} />}</Loaded>
      )}
    </SidePanel>
  );
}

function GrantContent({ grant }: { readonly grant: GrantView }) {
  return (
    <>
      <GrantFacts grant={grant} />
      {grant.state === 'ended' ? null : <GrantDoing grant={grant} />}
    </>
  );
}

function GrantFacts({ grant }: { readonly grant: GrantView }) {
  const w = useWords(grantWords);
  const account = useWords(accountWords);
  const say = useSay();
  const by = useBy();
  const { today, seeAccounts } = useMay();
  const { user, says, place, fromDay, untilDay, reason, state } = grant;
  const rows: { says: string; value: ReactNode }[] = [
    { says: w.role, value: say(says) },
    { says: w.place, value: place },
    { says: w.days, value: account.until(fromDay, untilDay) },
    { says: w.state, value: <GrantState grant={grant} today={today} /> },
    { says: w.unit, value: user.unit },
    {
      says: w.login,
      value: seeAccounts ? <Door href={hrefOf(accountsPlace, {}, { open: user.id })}>{user.login}</Door> : user.login,
    },
    { says: w.reason, value: reason ?? <Missing /> },
    { says: w.askedBy, value: by(grant.askedBy ?? w.bySetup, grant.askedAt) },
    { says: w.approvedBy, value: grant.approvedAt ? by(grant.approvedBy ?? w.bySetup, grant.approvedAt) : <Missing /> },
  ];
  if (state === 'ended') rows.push({ says: w.endedBy, value: by(grant.endedBy ?? w.byClock, grant.endedAt) });
  return <Facts rows={rows} />;
}

/** 王丽，3月10日 周一 10:12. */
function useBy() {
  const { language } = useLanguage();
  const { today } = useMay();
  return (name: string, moment: string | null) => (moment === null ? name : `${name}，${momentWords(moment, today, language)}`);
}

function GrantDoing({ grant }: { readonly grant: GrantView }) {
  const w = useWords(grantWords);
  const may = useMay();
  const [ending, setEnding] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const asked = grant.state === 'asked';
  const ends = may.end && grant.user.id !== may.me;
  return (
    <div className="nol-panel-part">
      {asked && may.approve && !grant.mayApprove ? <p className="nol-panel-why">{w.notYours}</p> : null}
      {grant.mayApprove ? <ApproveButton grants={[grant]} onDone={() => undefined} /> : null}{' '}
      {may.ask && canRenew(grant, may.me) ? <Button onClick={() => setRenewing(true)}>{w.renew}</Button> : null}{' '}
      {ends ? <Button onClick={() => setEnding(true)}>{asked ? w.refuse : w.end}</Button> : null}
      <EndDialog open={ending} grant={grant} onClose={() => setEnding(false)} />
      <RenewDialog open={renewing} grants={[grant]} onClose={() => setRenewing(false)} onDone={() => setRenewing(false)} />
    </div>
  );
}

type EndProps = { readonly open: boolean; readonly grant: GrantView; readonly onClose: () => void };

function EndDialog({ open, grant, onClose }: EndProps) {
  const w = useWords(grantWords);
  const tell = useTell();
  const { run } = useAction(endGrant, { renews });
  const again = useRenewing(renews);
  const asked = grant.state === 'asked';
  return (
    <ReasonDialog
      open={open}
      title={asked ? w.refuseTitle(grant.user.name) : w.endTitle(grant.user.name)}
      reasons={asked ? usualReasons.refuse : usualReasons.end}
      submit={asked ? w.refuse : w.end}
      onSubmit={async (reason) => {
        await again(() => run({ params: { id: grant.id }, body: { version: grant.version, reason } }));
        tell.done(asked ? w.refusedNow : w.endedNow);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { roleNames, roles } from '../../../platform/access';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { type GrantView, getGrants } from './calls';
import { GrantActions } from './grant-actions';
import { GrantPanel } from './grant-panel';
import { GrantState } from './grant-state';
import { grantsPlace } from './places';
import { useMay } from './use-may';
import { accountWords, grantWords } from './words';

/** 授权: who holds what where, until when, and what waits for the second person. */
export function GrantsPage() {
  const address = useAddress(grantsPlace);
  const { page, size, q, state, role, user, open } = address.search;
  const narrowed = { ...(state ? { state } : {}), ...(role ? { role } : {}), ...(user ? { user } : {}) };
  const answer = useAnswer(getGrants, { query: { page, size, text: q, ...narrowed } }, { keeps: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const w = useWords(grantWords);
  const may = useMay();
  const rows = (answer.data?.rows ?? []).filter(({ id }) => chosen.has(id));
  const actions = <GrantActions grants={rows} onDone={() => setChosen(new Set())} />;
  const add = () => address.change({ open: 'new' });
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
          actions={
            may.ask ? (
              <Button type="primary" onClick={add}>
                {w.ask}
              </Button>
            ) : null
          }
        />
      }
    >
      <DataTable
        id="grants"
        says={w.list}
        columns={useColumnsOf()}
        answer={answer}
        address={address}
        filters={useFilters(user)}
        keyOf={({ id }) => id}
        nameOf={({ user: holder }) => holder.name}
        hrefOf={({ id }) => hrefOf(grantsPlace, {}, { ...address.search, open: id })}
        openKey={open}
        empty={{ says: w.none }}
        selection={{ keys: chosen, onChange: setChosen, actions }}
      />
      <GrantPanel address={address} />
    </ListPage>
  );
}

function useFilters(user: string | undefined): readonly Filter[] {
  const w = useWords(grantWords);
  const say = useSay();
  // A right of this person stands for its name: whoever may see rights may not look accounts up.
  const ofUser = useAnswer(getGrants, { query: { user: user ?? '', size: 1 } }, { when: user !== undefined });
  const holder = ofUser.data?.rows[0]?.user;
  return useMemo(() => {
    const states = (['asked', 'open', 'ended'] as const).map((value) => ({ value, says: w[value] }));
    const roleOptions = roleNames.map((value) => ({ value, says: say(roles[value].says) }));
    const person = { key: 'user', says: w.name, kind: 'choice' as const };
    return [
      { key: 'q', says: w.q, kind: 'text' },
      { key: 'state', says: w.state, kind: 'choice', options: states },
      { key: 'role', says: w.role, kind: 'choice', options: roleOptions },
      ...(user === undefined ? [] : [{ ...person, options: [{ value: user, says: holder?.name ?? '…' }] }]),
    ];
  }, [w, say, user, holder]);
}

function useColumnsOf(): readonly Column<GrantView>[] {
  const w = useWords(grantWords);
  const account = useWords(accountWords);
  const say = useSay();
  const { today } = useMay();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ user }) => user.name, width: 120 },
      { key: 'role', title: w.role, cell: ({ says }) => say(says), width: 140 },
      { key: 'place', title: w.place, cell: ({ place }) => place, width: 220 },
      {
        key: 'days',
        title: w.days,
        cell: ({ fromDay, untilDay }) => account.until(fromDay, untilDay),
        width: 210,
      },
      { key: 'state', title: w.state, cell: (grant) => <GrantState grant={grant} today={today} />, width: 170 },
      { key: 'asked', title: w.askedBy, cell: ({ askedBy }) => askedBy ?? w.bySetup, width: 100 },
      { key: 'approved', title: w.approvedBy, cell: ({ approvedBy }) => approvedBy ?? <Missing />, width: 100 },
      { key: 'unit', title: w.unit, cell: ({ user }) => user.unit, spare: true },
      { key: 'reason', title: w.reason, cell: ({ reason }) => reason ?? <Missing />, spare: true },
    ],
    [w, account, say, today],
  );
}

import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { AccountView } from '../accounts-contract';
import { AccountPanel } from './account-panel';
import { AccountState } from './account-state';
import { getAccounts, type Slip } from './calls';
import { accountsPlace, batchPlace } from './places';
import { Slips } from './slips';
import { SlipsButton } from './slips-button';
import { useMay } from './use-may';
import { accountWords } from './words';

/** 账号: everybody who has one, and one of them beside the list. */
export function AccountsPage() {
  const address = useAddress(accountsPlace);
  const { page, size, q, state, open, task } = address.search;
  const answer = useAnswer(getAccounts, { query: { page, size, text: q, ...(state ? { state } : {}) } }, { keeps: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [slips, setSlips] = useState<readonly Slip[]>();
  const w = useWords(accountWords);
  const may = useMay();
  const columns = useColumnsOf();
  const filters = useFilters();
  if (slips) return <Slips slips={slips} onLeave={() => setSlips(undefined)} />;
  const made = (rows: readonly Slip[]) => {
    setChosen(new Set());
    setSlips(rows);
  };
  const selection = { keys: chosen, onChange: setChosen, actions: <SlipsButton ids={[...chosen]} onMade={made} /> };
  return (
    <ListPage head={<Head add={() => address.change({ open: 'new', task: undefined })} />}>
      <DataTable
        id="accounts"
        says={w.list}
        columns={columns}
        answer={answer}
        address={address}
        filters={filters}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => hrefOf(accountsPlace, {}, { ...address.search, open: id, task: undefined })}
        openKey={task === undefined ? open : undefined}
        empty={{ says: w.none }}
        {...(may.change ? { selection } : {})}
      />
      <AccountPanel address={address} onSlips={setSlips} />
    </ListPage>
  );
}

function Head({ add }: { readonly add: () => void }) {
  const w = useWords(accountWords);
  const may = useMay();
  const go = useGo();
  const actions = may.change ? (
    <>
      <Button onClick={() => go(hrefOf(batchPlace))}>{w.fromSheet}</Button>{' '}
      <Button type="primary" onClick={add}>
        {w.add}
      </Button>
    </>
  ) : null;
  return <PageHead title={w.title} help={{ says: w.help, source: 'basis', clause: w.clause }} actions={actions} />;
}

function useFilters(): readonly Filter[] {
  const w = useWords(accountWords);
  return useMemo(() => {
    const options = (['active', 'invited', 'disabled'] as const).map((value) => ({ value, says: w[value] }));
    return [
      { key: 'q', says: w.q, kind: 'text' },
      { key: 'state', says: w.state, kind: 'choice', options },
    ];
  }, [w]);
}

function useColumnsOf(): readonly Column<AccountView>[] {
  const w = useWords(accountWords);
  const say = useSay();
  const { language } = useLanguage();
  const { today } = useMay();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 110 },
      { key: 'login', title: w.login, cell: ({ login }) => login, kind: 'mono', width: 130 },
      { key: 'unit', title: w.unit, cell: ({ unit }) => unit, width: 170 },
      {
        key: 'roles',
        title: w.roles,
        cell: ({ grants }) => [...new Set(grants.map((grant) => say(grant.says)))].join('、') || w.noRoles,
        width: 170,
      },
      { key: 'state', title: w.state, cell: (account) => <AccountState account={account} />, width: 110 },
      { key: 'second', title: w.secondFactor, cell: ({ secondFactor }) => (secondFactor ? w.bound : w.unbound), width: 120 },
      {
        key: 'seen',
        title: w.seen,
        cell: ({ lastSeenAt }) => (lastSeenAt === null ? w.never : momentWords(lastSeenAt, today, language)),
      },
    ],
    [w, say, language, today],
  );
}

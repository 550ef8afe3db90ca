import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ExportView } from '../contract';
import { ledgerWords } from '../words';
import { getExportCounts, getExports } from './calls';
import { ExportMark } from './export-mark';
import { ExportPanel } from './export-panel';
import { exportWords } from './export-words';
import { exportsPlace, ledgerPlaces } from './places';
import { purposeOf } from './purpose-of';
import './reports.css';

type List = 'mine' | 'approve';
/** How often a list is looked at in which a workbook is being written. */
const lookMs = 2000;

/** The lists somebody has: his own wishes, those that wait for his word. */
function useLists(): readonly List[] {
  const session = useSignedIn();
  const needs = { approve: ['export.approve'], mine: ['export.ask'] };
  return (['approve', 'mine'] as const).filter((list) => holds(session, needs[list]));
}

/** 导出与审批: what I asked for and what waits for my word, one of them beside the list. */
export function ExportsPage() {
  const w = useWords(exportWords);
  const address = useAddress(exportsPlace);
  const lists = useLists();
  const { open, page, size } = address.search;
  const list = address.search.list ?? lists[0] ?? 'mine';
  const input = { query: { list, page, size } };
  const answer = useAnswer(getExports, input, { keeps: true });
  const writing = answer.data?.rows.some(({ state }) => state === 'writing') ?? false;
  return (
    <ListPage
      head={<Head list={list} lists={lists} onList={(next) => address.change({ list: next, page: 1, open: undefined })} />}
    >
      {writing ? <Look input={input} /> : null}
      <DataTable
        id={`exports-${list}`}
        says={w.title}
        columns={useExportColumns(list)}
        answer={answer}
        address={address}
        keyOf={({ exportId }) => exportId}
        nameOf={({ number }) => number}
        hrefOf={({ exportId }) => hrefOf(exportsPlace, {}, { ...address.search, open: exportId })}
        openKey={open}
        empty={list === 'mine' ? { says: w.noneMine, next: <LedgerDoor /> } : { says: w.noneApprove }}
      />
      <ExportPanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

/** Asks again for a list while the server is at work. */
function Look({ input }: { readonly input: { readonly query: { list: List; page: number; size: number } } }) {
  useAnswer(getExports, input, { every: lookMs });
  return null;
}

function LedgerDoor() {
  const say = useSay();
  return <Door href={hrefOf(ledgerPlaces['school-age'])}>{say(ledgerWords['school-age'])}</Door>;
}

type HeadProps = { readonly list: List; readonly lists: readonly List[]; readonly onList: (list: List) => void };

function Head({ list, lists, onList }: HeadProps) {
  const w = useWords(exportWords);
  const { data } = useAnswer(getExportCounts, {});
  const wordOf = (one: List) => (one === 'mine' ? w.mine : data ? w.approveCount(data.approve) : w.approve);
  const options = lists.map((one) => ({ value: one, label: wordOf(one) }));
  return (
    <PageHead
      title={w.title}
      help={{ says: w.help, source: 'basis', clause: w.helpClause }}
      actions={lists.length > 1 ? <Segmented aria-label={w.list} options={options} value={list} onChange={onList} /> : null}
    />
  );
}

function useExportColumns(list: List): readonly Column<ExportView>[] {
  const w = useWords(exportWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(() => {
    const columns: readonly Column<ExportView>[] = [
      { key: 'number', title: w.number, width: 176, kind: 'mono', cell: ({ number }) => number },
      { key: 'what', title: w.what, width: 150, cell: ({ ledger }) => say(ledgerWords[ledger]) },
      { key: 'rows', title: w.rows, width: 80, kind: 'number', cell: ({ rowsWritten, rowsAsked }) => rowsWritten ?? rowsAsked },
      { key: 'state', title: w.state, width: 112, cell: (one) => <ExportMark one={one} /> },
      {
        key: 'by',
        title: w.askedBy,
        width: 170,
        spare: list === 'mine',
        cell: ({ askedBy }) => `${askedBy.unit} ${askedBy.name}`,
      },
      { key: 'purpose', title: w.purpose, cell: (one) => purposeOf(one, say) },
      { key: 'receiver', title: w.receiver, width: 150, cell: ({ receiver }) => receiver },
      { key: 'at', title: w.askedAt, width: 150, cell: ({ askedAt }) => momentWords(askedAt, today, language) },
    ];
    return columns;
  }, [list, w, say, today, language]);
}

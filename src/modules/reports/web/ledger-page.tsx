import { useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import { activeFilters } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { LedgerView, PrintView } from '../contract';
import { type Ledger, ledgers } from '../rules/ledgers';
import { ledgerWords } from '../words';
import { getLedger, getLedgerCounts } from './calls';
import { ExportDialog } from './export-dialog';
import { useLedgerColumns } from './ledger-columns';
import { filterOf, useLedgerFilters } from './ledger-filters';
import { LedgerPaper } from './ledger-paper';
import { ledgerPlaces } from './places';
import { PrintDialog } from './print-dialog';
import { ledgerEmpty, ledgerHelp, ledgerPageWords, ledgerShort } from './words';
import './reports.css';

/** 适龄儿童台账. */
export function SchoolAgePage() {
  return <LedgerPage key="school-age" ledger="school-age" />;
}

/** 疑似辍学台账. */
export function SuspectedPage() {
  return <LedgerPage key="suspected" ledger="suspected" />;
}

/** 辍学台账. */
export function DropoutPage() {
  return <LedgerPage key="dropout" ledger="dropout" />;
}

/** One ledger: its children by day, place, school, grade, state and name; out of the house by export or print. */
function LedgerPage({ ledger }: { readonly ledger: Ledger }) {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const session = useSignedIn();
  const address = useAddress(ledgerPlaces[ledger]);
  const { page, size, sort } = address.search;
  const filter = filterOf(address.search);
  const answer = useAnswer(getLedger, { params: { ledger }, query: { ...filter, page, size, sort } }, { keeps: true });
  const filters = useLedgerFilters(ledger);
  const columns = useLedgerColumns(ledger, address.search);
  const [dialog, setDialog] = useState<'export' | 'print'>();
  const [paper, setPaper] = useState<PrintView>();
  const close = () => setDialog(undefined);
  const total = answer.data?.total ?? 0;
  const leaves = {
    ledger,
    ...{ filter, filters: activeFilters(filters, address.search) },
    ...{ total, more: answer.data?.more ?? false, onClose: close },
  };
  const mayExport = total > 0 && holds(session, ['ledger.roster', 'export.ask']);
  const mayPrint = total > 0 && holds(session, ['ledger.print']);
  if (paper) return <LedgerPaper ledger={ledger} print={paper} onBack={() => setPaper(undefined)} />;
  return (
    <ListPage head={<Head ledger={ledger} view={answer.data} />}>
      <DataTable
        id={`ledger-${ledger}`}
        says={say(ledgerWords[ledger])}
        columns={columns}
        answer={answer}
        address={address}
        filters={filters}
        keyOf={({ childId }) => childId}
        nameOf={({ name }) => name}
        hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
        empty={{ says: say(ledgerEmpty[ledger]), next: ledger === 'school-age' ? null : <OpenDoor says={w.seeOpen} /> }}
        {...(mayExport ? { onExport: () => setDialog('export') } : {})}
        {...(mayPrint ? { onPrint: () => setDialog('print') } : {})}
      />
      <ExportDialog open={dialog === 'export'} {...leaves} />
      <PrintDialog open={dialog === 'print'} {...leaves} asked={{ filter, page, size, sort }} onPaper={setPaper} />
    </ListPage>
  );
}

/** Where the children are whom a ledger of cases does not have yet. */
function OpenDoor({ says }: { readonly says: string }) {
  return <Door href={hrefOf(ledgerPlaces['school-age'], {}, { only: 'open' })}>{says}</Door>;
}

function Head({ ledger, view }: { readonly ledger: Ledger; readonly view: LedgerView | undefined }) {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const notes = [
    view && calendarWords(view.day, today, language),
    view && view.elsewhere > 0 ? w.elsewhere(view.elsewhere) : undefined,
  ];
  return (
    <PageHead
      title={say(ledgerWords[ledger])}
      help={{ says: say(ledgerHelp[ledger]), source: 'basis', clause: w.clause }}
      note={notes.filter((note) => note !== undefined).join(' · ')}
      actions={<Ledgers here={ledger} />}
    />
  );
}

/** The three ledgers with how many stand in each today; the number leads there. */
function Ledgers({ here }: { readonly here: Ledger }) {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const { data } = useAnswer(getLedgerCounts, {});
  if (!data) return null;
  return (
    <nav className="reports-ledgers" aria-label={w.ledgers}>
      {ledgers.map((ledger) => (
        <Door key={ledger} href={hrefOf(ledgerPlaces[ledger])} aria-current={ledger === here ? 'page' : undefined}>
          {say(ledgerShort[ledger])} <b>{numberText(data.counts[ledger] ?? 0)}</b>
        </Door>
      ))}
    </nav>
  );
}

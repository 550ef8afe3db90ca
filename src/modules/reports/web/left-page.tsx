import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { ExportView } from '../contract';
import { ledgerWords } from '../words';
import { getExports } from './calls';
import { ExportPanel } from './export-panel';
import { exportWords, kindSays } from './export-words';
import { InsideList } from './inside-list';
import { leftPlace } from './places';
import { purposeOf } from './purpose-of';
import './reports.css';

/** 数据出局登记: every list that left, the newest first; with children named, what held all of them. */
export function LeftPage() {
  const w = useWords(exportWords);
  const address = useAddress(leftPlace);
  const { open, page, size, child } = address.search;
  const answer = useAnswer(getExports, { query: { list: 'left', page, size, child } }, { keeps: true });
  return (
    <ListPage head={<PageHead title={w.left} help={{ says: w.leftHelp, source: 'basis', clause: w.leftClause }} />}>
      <DataTable
        id="data-register"
        says={w.left}
        columns={useLeftColumns()}
        answer={answer}
        address={address}
        keyOf={({ exportId }) => exportId}
        nameOf={({ number }) => number}
        hrefOf={({ exportId }) => hrefOf(leftPlace, {}, { ...address.search, open: exportId })}
        openKey={open}
        empty={{ says: child.length > 0 ? w.noneLeftWith : w.noneLeft }}
      />
      <ExportPanel
        open={open}
        after={(one) => <InsideList id={one.exportId} />}
        onClose={() => address.change({ open: undefined })}
      />
    </ListPage>
  );
}

function useLeftColumns(): readonly Column<ExportView>[] {
  const w = useWords(exportWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(
    () => [
      { key: 'number', title: w.number, width: 176, kind: 'mono', cell: ({ number }) => number },
      { key: 'at', title: w.leftAt, width: 150, cell: ({ takenAt }) => momentWords(takenAt ?? '', today, language) },
      { key: 'kind', title: w.kind, width: 80, cell: ({ kind }) => say(kindSays[kind]) },
      { key: 'what', title: w.what, width: 150, cell: ({ ledger }) => say(ledgerWords[ledger]) },
      { key: 'rows', title: w.rows, width: 80, kind: 'number', cell: ({ rowsWritten, rowsAsked }) => rowsWritten ?? rowsAsked },
      { key: 'by', title: w.by, width: 170, cell: ({ askedBy }) => `${askedBy.unit} ${askedBy.name}` },
      { key: 'receiver', title: w.receiver, width: 150, cell: ({ receiver }) => receiver },
      { key: 'purpose', title: w.purpose, cell: (one) => purposeOf(one, say) },
    ],
    [w, say, today, language],
  );
}

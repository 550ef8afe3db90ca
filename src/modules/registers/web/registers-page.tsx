import { Button } from 'antd';
import { useMemo } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { MarkChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { batchStateWords } from '../batch-words';
import type { BatchView } from '../contract';
import { batchStates } from '../rules/batch-state';
import { registerKinds } from '../rules/register';
import { kindWords } from '../words';
import { batchMarks, isWorking } from './batch-marks';
import { getBatches } from './calls';
import { CurrentStrip } from './current-strip';
import { batchPlace, newImportPlace, registersPlace } from './places';
import { Poll } from './poll';
import { listWords, wizardWords } from './words';
import './registers.css';

/** How often the list looks while one of its batches is at work. */
const lookMs = 3000;

/** 名册: what counts today of each kind, and every batch, each a door to the step where it stands. */
export function RegistersPage() {
  const w = useWords(listWords);
  const all = useWords(wizardWords);
  const say = useSay();
  const go = useGo();
  const mayImport = holds(useSignedIn(), ['register.import']);
  const address = useAddress(registersPlace);
  const { page, size, kind, state } = address.search;
  const input = { query: { page, size, kind, state } };
  const answer = useAnswer(getBatches, input, { keeps: true });
  const first = mayImport ? (
    <Button type="primary" onClick={() => go(hrefOf(newImportPlace))}>
      {w.first}
    </Button>
  ) : undefined;
  const head = (
    <>
      <PageHead
        title={all.lists}
        actions={mayImport ? <Button onClick={() => go(hrefOf(newImportPlace))}>{all.title}</Button> : undefined}
      />
      <CurrentStrip />
    </>
  );
  return (
    <ListPage head={head}>
      {answer.data?.rows.some((batch) => isWorking(batch.state)) ? (
        <Poll contract={getBatches} input={input} everyMs={lookMs} />
      ) : null}
      <DataTable
        id="register-batches"
        says={w.batches}
        columns={useBatchColumns()}
        answer={answer}
        address={address}
        filters={useFilters()}
        keyOf={(batch) => batch.id}
        nameOf={(batch) => `${say(kindWords[batch.kind])} ${batch.number}`}
        hrefOf={(batch) => hrefOf(batchPlace, { id: batch.id })}
        empty={{ says: w.empty, next: first }}
      />
    </ListPage>
  );
}

function useFilters(): readonly Filter[] {
  const w = useWords(listWords);
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'kind',
        says: w.kind,
        kind: 'choice',
        options: registerKinds.map((value) => ({ value, says: say(kindWords[value]) })),
      },
      {
        key: 'state',
        says: w.state,
        kind: 'choice',
        options: batchStates.map((value) => ({ value, says: say(batchStateWords[value]) })),
      },
    ],
    [w, say],
  );
}

function useBatchColumns(): readonly Column<BatchView>[] {
  const w = useWords(listWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(
    () => [
      { key: 'kind', title: w.kind, cell: (batch) => say(kindWords[batch.kind]), width: 110 },
      { key: 'number', title: w.number, cell: (batch) => batch.number, kind: 'mono', width: 130 },
      { key: 'unit', title: w.unit, cell: (batch) => say(batch.unit), width: 150 },
      { key: 'state', title: w.state, cell: (batch) => <State batch={batch} />, width: 160 },
      { key: 'asOf', title: w.asOf, cell: (batch) => dayWords(batch.asOf, today, language), width: 130 },
      { key: 'rows', title: w.count, cell: (batch) => rowsText(batch.rows), kind: 'number', width: 90 },
      { key: 'errors', title: w.errors, cell: (batch) => rowsText(batch.errorRows), kind: 'number', width: 90 },
      { key: 'by', title: w.by, cell: (batch) => batch.createdBy, width: 90 },
      { key: 'at', title: w.at, cell: (batch) => momentWords(batch.createdAt, today, language), width: 170 },
      { key: 'files', title: w.files, cell: (batch) => filesOf(batch, w.moreFiles), spare: true },
    ],
    [w, say, language, today],
  );
}

function State({ batch }: { readonly batch: BatchView }) {
  const w = useWords(listWords);
  return <MarkChip mark={batchMarks[batch.state]} note={batch.current ? w.inUse : undefined} />;
}

function filesOf({ files }: BatchView, more: (name: string, of: number) => string) {
  const [first] = files;
  if (!first) return <Missing />;
  return files.length === 1 ? first.name : more(first.name, files.length);
}

/** Before a batch was read nobody knows its rows. */
function rowsText(count: number) {
  return count === 0 ? <Missing /> : numberText(count);
}

import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import type { SheetView } from '../contract';
import { getAccount, getClasses, getSchools, getSheet, returnSheet } from './calls';
import { useSheetNote, useSignedWords } from './line-words';
import { checksPlace, sheetPlace } from './places';
import { SheetChip } from './sheet-chip';
import { SheetTable } from './sheet-table';
import { SignedTable } from './signed-table';
import { useSheet } from './use-sheet';
import { checkWords, returnReasons, sheetWords } from './words';
import './checks.css';

/** 班级月核: the sheet of a class, to be signed, or as it was signed. */
export function SheetPage() {
  const { params, search } = useAddress(sheetPlace);
  const s = useWords(sheetWords);
  const w = useWords(checkWords);
  const answer = useAnswer(getSheet, { params: { id: params.id ?? '' }, query: { month: search.month } });
  const { data, error, refetch } = answer;
  if (!data) {
    return (
      <>
        <PageHead title={s.title} above={[{ says: w.title, href: hrefOf(checksPlace) }]} />
        {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </>
    );
  }
  const version = `${data.classId} ${data.month.month} ${data.seen} ${data.signed?.version ?? 0} ${data.signed?.state ?? ''}`;
  return <Sheeted key={version} view={data} onAgain={() => void refetch()} />;
}

type SheetedProps = { readonly view: SheetView; readonly onAgain: () => void };

function Sheeted({ view: first, onAgain }: SheetedProps) {
  const s = useWords(sheetWords);
  const w = useWords(checkWords);
  const say = useSay();
  const noteOf = useSheetNote();
  const signedWords = useSignedWords();
  const sheet = useSheet(first);
  const { view } = sheet;
  const { signed, month, barred } = view;
  return (
    <div className="nol-check-sheet">
      <PageHead
        title={`${view.school} ${say(view.name)}`}
        above={[{ says: w.title, href: hrefOf(checksPlace, {}, { month: month.month }) }]}
        note={noteOf(view)}
        help={{ says: w.help, source: 'basis', clause: w.clause }}
        actions={view.mayJudge ? <SendBack view={view} onDone={onAgain} /> : null}
      />
      <p>
        <SheetChip signed={signed} /> {signed ? signedWords(signed, view.today) : null}
      </p>
      {signed?.state === 'returned' ? <p className="nol-check-note">{w.backBecause(signed.reason)}</p> : null}
      {view.movedSince && !sheet.editing ? <p className="nol-check-note">{s.movedSince}</p> : null}
      {barred && signed === null ? <p>{month.open ? say(barred) : s.preview(month.openDay)}</p> : null}
      {signed === null || (sheet.editing && barred === null) ? <SheetTable sheet={sheet} /> : null}
      {signed !== null && (!sheet.editing || barred !== null) ? <SignedTable sheet={sheet} /> : null}
    </div>
  );
}

/** The registrar sends a sheet back with the reason. */
function SendBack({ view, onDone }: { readonly view: SheetView; readonly onDone: () => void }) {
  const s = useWords(sheetWords);
  const say = useSay();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run } = useAction(returnSheet, { renews: [getClasses, getSchools, getAccount] });
  const version = view.signed?.version ?? 0;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{s.back}</Button>
      <ReasonDialog
        open={asking}
        title={s.backTitle(say(view.name))}
        effect={s.backEffect}
        reasons={returnReasons}
        submit={s.back}
        onSubmit={async (reason) => {
          await run({ params: { id: view.classId }, body: { month: view.month.month, version, reason } });
          setAsking(false);
          tell.done(s.backDone);
          onDone();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

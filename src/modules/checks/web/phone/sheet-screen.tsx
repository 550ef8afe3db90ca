import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { useSay, useWords } from '../../../../ui/shared/language';
import type { SheetView } from '../../contract';
import { kindSays, reasonSays } from '../../said';
import { getSheet } from '../calls';
import { useLineWords, useSheetNote, useSignedWords } from '../line-words';
import { type Sheet, useSheet } from '../use-sheet';
import { checkWords, sheetWords } from '../words';
import { SheetForm } from './sheet-form';
import './check.css';

/** The check of one class. */
export function SheetScreen({ params }: PhonePageProps) {
  return <CheckedClass id={params.id ?? ''} above="/m/checks" />;
}

type Above = { readonly above?: string };

/** The same, where it is not told by the address. */
export function CheckedClass({ id, above }: Above & { readonly id: string }) {
  const s = useWords(sheetWords);
  const month = useSaid().get('month') ?? undefined;
  const { data, refused, again } = usePhoneAnswer(getSheet, { params: { id }, query: { month } });
  const way = above === undefined ? {} : { above };
  if (data) return <Sheeted key={`${data.classId} ${data.month.month} ${data.seen}`} view={data} onAgain={again} {...way} />;
  return (
    <Screen title={s.title} {...way}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

function Sheeted({ view: first, above, onAgain }: Above & { readonly view: SheetView; readonly onAgain: () => void }) {
  const say = useSay();
  const noteOf = useSheetNote();
  const sheet = useSheet(first);
  const { view } = sheet;
  const way = above === undefined ? {} : { above };
  const head = { title: say(view.name), note: noteOf(view), ...way };
  if (view.signed === null || (sheet.editing && view.barred === null))
    return <SheetForm sheet={sheet} head={head} onAgain={onAgain} />;
  return <SignedSheet sheet={sheet} head={head} />;
}

type SignedProps = { readonly sheet: Sheet; readonly head: Above & { readonly title: string; readonly note: string } };

/** What a class has signed. */
function SignedSheet({ sheet, head }: SignedProps) {
  const w = useWords(checkWords);
  const s = useWords(sheetWords);
  const say = useSay();
  const lineWords = useLineWords();
  const signedWords = useSignedWords();
  const { view } = sheet;
  const { signed, sums } = view;
  if (signed === null || sums === null) return null;
  return (
    <Screen {...head}>
      <p className="ph-done" role="status">
        {s.done}
        {signedWords(signed, view.today)}
        {'。'}
        {`${w.registered} ${sums.registered}，${w.attending} ${sums.attending}。`}
      </p>
      {view.movedSince ? <p className="ph-hint">{s.movedSince}</p> : null}
      {view.differences.length === 0 ? <p>{s.none}</p> : null}
      {view.differences.length > 0 ? (
        <RowList title={w.differ(view.differences.length)}>
          {view.differences.map((one) => (
            <Row
              key={one.childId ?? one.name}
              title={`${one.name} · ${say(kindSays[one.kind])}`}
              note={[
                say(reasonSays[one.reason]),
                ...(one.words === '' ? [] : [one.words]),
                ...(one.childId === null ? [] : [lineWords({ ...one, kind: null, leave: 0 })]),
              ].join(' · ')}
            />
          ))}
        </RowList>
      ) : null}
      <p className="ph-hint ph-check-next">{s.doneNext}</p>
      {view.barred === null ? <Button onClick={sheet.edit}>{s.again}</Button> : null}
      {view.barred === null ? <p className="ph-hint">{s.againHint}</p> : null}
    </Screen>
  );
}

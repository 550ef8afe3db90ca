import { useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { Field } from '../../../../ui/phone/field';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault } from '../../../../ui/phone/states';
import { useSay, useWords } from '../../../../ui/shared/language';
import { kindSays, reasonSays } from '../../said';
import { useMovedWords } from '../line-words';
import type { Sheet } from '../use-sheet';
import { checkWords, sheetWords } from '../words';
import { AddSheet } from './add-sheet';
import { DifferenceField } from './difference-field';
import './check.css';

type SheetFormProps = {
  readonly sheet: Sheet;
  readonly head: { readonly title: string; readonly note: string; readonly above?: string };
  readonly onAgain: () => void;
};

/** A class by exception: what differs is asked for, everybody else agrees unless tapped; one button signs. */
export function SheetForm({ sheet, head, onAgain }: SheetFormProps) {
  const w = useWords(checkWords);
  const s = useWords(sheetWords);
  const say = useSay();
  const { view } = sheet;
  const { signed, barred, month } = view;
  const isReturned = signed?.state === 'returned';
  return (
    <Screen {...head} action={barred === null ? <Submit sheet={sheet} /> : undefined}>
      {barred === null ? null : <p className="ph-hint">{month.open ? say(barred) : s.preview(month.openDay)}</p>}
      {isReturned ? <p className="ph-check-note">{w.backBecause(signed.reason)}</p> : null}
      <Changed sheet={sheet} onAgain={onAgain} />
      {sheet.nobody ? <Empty says={`${s.nobody}${s.nobodyWhy}`} /> : null}
      {sheet.differences === 0 && !sheet.nobody ? <p className="ph-done">{s.none}</p> : null}
      <Differing sheet={sheet} />
      <AddedList sheet={sheet} />
      {view.asksReason && barred === null ? (
        <Field label={s.changeWhy} value={sheet.reason} onChange={sheet.setReason} maxLength={200} />
      ) : null}
      <Agreeing sheet={sheet} />
    </Screen>
  );
}

/** Why it was not signed, and what is otherwise by now. */
function Changed({ sheet, onAgain }: { readonly sheet: Sheet; readonly onAgain: () => void }) {
  const movedWords = useMovedWords();
  const { refused, moved } = sheet;
  return (
    <>
      {refused ? <Fault refused={refused} {...(moved.length > 0 ? {} : { onRetry: onAgain })} /> : null}
      {movedWords(moved).map((line) => (
        <p key={line} className="ph-check-note">
          {line}
        </p>
      ))}
    </>
  );
}

function Differing({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const parts = [
    { says: s.toSay, lines: sheet.toSay },
    { says: s.known, lines: sheet.known },
  ];
  return parts.map(({ says, lines }) =>
    lines.length === 0 ? null : (
      <section key={says} className="ph-check-part">
        <h2>{says}</h2>
        {lines.map((line) => (
          <DifferenceField
            key={line.childId}
            line={line}
            said={sheet.answers.get(line.childId)}
            onSay={(said) => sheet.answer(line.childId, said)}
          />
        ))}
      </section>
    ),
  );
}

function AddedList({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const say = useSay();
  if (sheet.added.length === 0) return null;
  return (
    <RowList title={s.added}>
      {sheet.added.map((one) => (
        <Row
          key={one.childId ?? one.name}
          title={`${one.name} · ${say(kindSays[one.kind])}`}
          note={`${say(reasonSays[one.reason])}${one.words === '' ? '' : ` · ${one.words}`}`}
          beside={
            <button type="button" className="ph-check-drop" aria-label={s.dropOf(one.name)} onClick={() => sheet.drop(one)}>
              {s.drop}
            </button>
          }
        />
      ))}
    </RowList>
  );
}

/** The names of everybody else; a tap says what is otherwise. */
function Agreeing({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const [about, setAbout] = useState<{ readonly childId: string | null; readonly name: string }>();
  const may = sheet.view.barred === null;
  return (
    <section className="ph-check-part">
      <h2>{s.agreeing(sheet.agreeing.length)}</h2>
      {may ? <p className="ph-hint">{s.agreeingHint}</p> : null}
      <div className="ph-check-names">
        {sheet.agreeing.map(({ childId, name }) => (
          <button key={childId} type="button" disabled={!may} onClick={() => setAbout({ childId, name })}>
            {name}
          </button>
        ))}
      </div>
      {may ? <Button onClick={() => setAbout({ childId: null, name: '' })}>{s.addName}</Button> : null}
      {about ? (
        <AddSheet
          about={about}
          onClose={() => setAbout(undefined)}
          onAdd={(one) => {
            sheet.add(one);
            setAbout(undefined);
          }}
        />
      ) : null}
    </section>
  );
}

function Submit({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const { openCount, differences, agreeing, busy, send } = sheet;
  if (openCount > 0) return <Button disabled>{s.answerFirst(openCount)}</Button>;
  return (
    <Button kind="main" busy={busy} onClick={() => void send()}>
      {sheet.nobody ? s.signNobody : differences === 0 ? s.signAll(agreeing.length) : s.signSome(differences, agreeing.length)}
    </Button>
  );
}

import { Alert, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { EmptyState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { reasonsOf } from '../rules/kinds';
import { kindSays, reasonSays } from '../said';
import { AddDialog } from './add-dialog';
import { useLineWords, useMovedWords } from './line-words';
import type { Sheet, SheetLine } from './use-sheet';
import { checkWords, sheetWords } from './words';

/** A class by exception: what differs with its answer, everybody else by name, and one button that signs. */
export function SheetTable({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const id = useId();
  const may = sheet.view.barred === null;
  return (
    <>
      <Changed sheet={sheet} />
      {sheet.nobody ? <EmptyState says={s.nobody} why={s.nobodyWhy} /> : null}
      {sheet.differences === 0 && !sheet.nobody ? <p className="nol-check-none">{s.none}</p> : null}
      <Differing sheet={sheet} says={s.toSay} lines={sheet.toSay} />
      <Differing sheet={sheet} says={s.known} lines={sheet.known} />
      <AddedTable sheet={sheet} />
      {sheet.view.asksReason && may ? (
        <p>
          <label htmlFor={id}>{s.changeWhy}</label>
          <Input id={id} value={sheet.reason} maxLength={200} onChange={({ target }) => sheet.setReason(target.value)} />
        </p>
      ) : null}
      {may ? <Submit sheet={sheet} /> : null}
      <Agreeing sheet={sheet} may={may} />
    </>
  );
}

/** Why it was not signed, and what is otherwise by now. */
function Changed({ sheet }: { readonly sheet: Sheet }) {
  const say = useSay();
  const movedWords = useMovedWords();
  if (sheet.refused === undefined) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say(sheet.refused.says)}
      description={movedWords(sheet.moved).join('；') || undefined}
    />
  );
}

type DifferingProps = { readonly sheet: Sheet; readonly says: string; readonly lines: readonly SheetLine[] };

function Differing({ sheet, says, lines }: DifferingProps) {
  const s = useWords(sheetWords);
  const w = useWords(checkWords);
  if (lines.length === 0) return null;
  const heads = [s.name, w.differences, s.data, s.why, s.words];
  return (
    <section>
      <h2>{says}</h2>
      <table className="nol-check-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <DifferenceRow key={line.childId} sheet={sheet} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DifferenceRow({ sheet, line }: { readonly sheet: Sheet; readonly line: SheetLine }) {
  const s = useWords(sheetWords);
  const say = useSay();
  const lineWords = useLineWords();
  const said = sheet.answers.get(line.childId);
  const reason = said?.reason ?? line.reason;
  const may = sheet.view.barred === null;
  if (line.kind === null) return null;
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td>{say(kindSays[line.kind])}</td>
      <td>{lineWords({ ...line, kind: null })}</td>
      <td>
        <Select
          className="nol-check-reason"
          aria-label={s.whyOf(line.name)}
          placeholder={s.choose}
          disabled={!may}
          value={reason}
          options={reasonsOf[line.kind].map((value) => ({ value, label: say(reasonSays[value]) }))}
          onChange={(value) => sheet.answer(line.childId, { reason: value, words: said?.words ?? '' })}
        />
      </td>
      <td>
        <Input
          aria-label={s.wordsOf(line.name)}
          disabled={!may || reason === null}
          value={said?.words ?? ''}
          maxLength={100}
          onChange={({ target }) => {
            if (reason !== null) sheet.answer(line.childId, { reason, words: target.value });
          }}
        />
      </td>
    </tr>
  );
}

function AddedTable({ sheet }: { readonly sheet: Sheet }) {
  const s = useWords(sheetWords);
  const say = useSay();
  if (sheet.added.length === 0) return null;
  return (
    <section>
      <h2>{s.added}</h2>
      <ul className="nol-card-lines">
        {sheet.added.map((one) => (
          <li key={one.childId ?? one.name}>
            {[one.name, say(kindSays[one.kind]), say(reasonSays[one.reason]), ...(one.words === '' ? [] : [one.words])].join(
              ' · ',
            )}{' '}
            <Button size="small" aria-label={s.dropOf(one.name)} onClick={() => sheet.drop(one)}>
              {s.drop}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The names of everybody else; one is opened to say what is otherwise. */
function Agreeing({ sheet, may }: { readonly sheet: Sheet; readonly may: boolean }) {
  const s = useWords(sheetWords);
  const [about, setAbout] = useState<{ readonly childId: string | null; readonly name: string }>();
  return (
    <section>
      <h2>{s.agreeing(sheet.agreeing.length)}</h2>
      {may ? (
        <p>
          {s.agreeingHint} <Button onClick={() => setAbout({ childId: null, name: '' })}>{s.addName}</Button>
        </p>
      ) : null}
      <div className="nol-check-names">
        {sheet.agreeing.map(({ childId, name }) => (
          <button key={childId} type="button" disabled={!may} onClick={() => setAbout({ childId, name })}>
            {name}
          </button>
        ))}
      </div>
      {about ? (
        <AddDialog
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
  return (
    <p>
      <Button type="primary" disabled={openCount > 0} loading={busy} onClick={() => void send()}>
        {openCount > 0
          ? s.answerFirst(openCount)
          : sheet.nobody
            ? s.signNobody
            : differences === 0
              ? s.signAll(agreeing.length)
              : s.signSome(differences, agreeing.length)}
      </Button>
    </p>
  );
}

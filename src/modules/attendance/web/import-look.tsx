import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { ErrorState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import type { SheetDay, SheetRequest, SheetView } from '../sheet-contract';
import { ImportDays, keyOf } from './import-days';
import { importWords, shapeWords, unplacedWords } from './import-words';

/** More problems than somebody reads through; whoever has more mends these first. */
const shown = 50;

type ImportLookProps = {
  readonly view: SheetView;
  readonly onTake: (request: SheetRequest) => Promise<void>;
  readonly onAgain: () => void;
};

/** What is in a sheet, day by day, which of it is taken, and what is to be said of those it does not name. */
export function ImportLook({ view, onTake, onAgain }: ImportLookProps) {
  const w = useWords(importWords);
  const shapes = useWords(shapeWords);
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(view.days.filter(isFresh).map(keyOf)));
  const [restHere, setRestHere] = useState(false);
  const [reason, setReason] = useState('');
  const taking = view.days.filter((day) => chosen.has(keyOf(day)));
  // Whom a gate has not noted did not come through it: nobody is asked to say otherwise of all of them at once.
  const mayBeHere = view.shape !== 'gate';
  const sending = useSending(async () => onTake(requestOf(taking, mayBeHere && restHere, reason)));
  const asksReason = taking.some((day) => day.asksReason);
  return (
    <div className="marks-look">
      <p className="marks-file">{w.file(view.file, shapes[view.shape])}</p>
      <Problems view={view} />
      <ImportDays days={view.days} chosen={chosen} onChoose={setChosen} />
      {mayBeHere && taking.some(({ rest }) => rest.length > 0) ? (
        <fieldset className="marks-rest">
          <legend>{w.restAsk}</legend>
          <Radio.Group value={restHere} onChange={({ target }) => setRestHere(target.value === true)}>
            <Radio value={false}>{w.restLeft}</Radio>
            <Radio value={true}>{w.restHere}</Radio>
          </Radio.Group>
        </fieldset>
      ) : null}
      {asksReason ? (
        <label className="marks-reason" htmlFor={id}>
          {w.reason}
          <Input
            id={id}
            value={reason}
            maxLength={200}
            placeholder={w.reasonWhy}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      ) : null}
      {sending.refused ? (
        <>
          <ErrorState refused={sending.refused} />
          <Button onClick={onAgain}>{w.readAgain}</Button>
        </>
      ) : null}
      <Button
        type="primary"
        className="marks-save"
        loading={sending.busy}
        disabled={taking.length === 0 || (asksReason && reason.trim().length < 2)}
        onClick={() => void sending.send(undefined)}
      >
        {taking.length === 0 ? w.none : w.save(taking.length)}
      </Button>
    </div>
  );
}

/** Chosen at first: what can be entered and replaces nothing. */
function isFresh({ barred, base }: SheetDay): boolean {
  return barred === null && base === 0;
}

function requestOf(days: readonly SheetDay[], restHere: boolean, reason: string): SheetRequest {
  return {
    reason,
    days: days.map(({ day, session, base, here, marks, rest }) => ({
      ...{ day, session, base, here: [...here] },
      rest: restHere ? rest.map(({ childId }) => childId) : [],
      marks: marks.map(({ childId, mark }) => ({ childId, mark })),
    })),
  };
}

function Problems({ view: { unplaced, faults, others } }: { readonly view: SheetView }) {
  const w = useWords(importWords);
  const whys = useWords(unplacedWords);
  const whatIs = {
    word: (text: string) => (text === '' ? w.noWord : w.word(text)),
    ...{ day: w.noDay, hour: w.noHour, away: w.ofAway },
  } satisfies Record<SheetView['faults'][number]['what'], (text: string) => string>;
  const lines = [
    ...unplaced.map(({ row, name, why }) => ({ row, says: `${name}：${whys[why]}` })),
    ...faults.map(({ row, what, text }) => ({ row, says: whatIs[what](text) })),
  ].sort((a, b) => a.row - b.row);
  if (lines.length === 0 && others === 0) return null;
  return (
    <section className="marks-problems">
      {lines.length > 0 ? (
        <details open={lines.length <= 5}>
          <summary>{w.problems(lines.length)}</summary>
          <ul>
            {lines.slice(0, shown).map(({ row, says }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file that was read once do not change
              <li key={at}>
                {w.row(row)} {says}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {others > 0 ? <p>{w.others(others)}</p> : null}
    </section>
  );
}

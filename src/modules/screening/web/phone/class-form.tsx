import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { Fault } from '../../../../ui/phone/states';
import { calendarWords, dueWords, momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useSending } from '../../../../ui/shared/use-sending';
import { needsPlace } from '../../../verification/index';
import type { GridView, TargetLine } from '../../contract';
import { type Exception, exceptions } from '../../rules/answers';
import { templateRules } from '../../rules/templates';
import { answerClass, getTarget } from '../calls';
import { answerText, phaseSays, screeningWords } from '../words';
import { ClassQuestions, showQuestions } from './class-questions';
import { gridHref } from './hrefs';
import { type ClassMarks, useClassMarks } from './use-class-marks';
import { type Handing, useHanding } from './use-handing';
import { phoneWords } from './words';
import './screening.css';

type ClassProps = {
  readonly grid: GridView;
  readonly unheard: boolean;
  readonly onTaken: (view: GridView | undefined) => void;
};

/** A class by exception: everybody is there but whoever is tapped. */
export function ClassForm({ grid, unheard, onTaken }: ClassProps) {
  const w = useWords(phoneWords);
  const say = useSay();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [day, setDay] = useState(grid.today);
  const [tried, setTried] = useState(false);
  const marks = useClassMarks(grid);
  const taken = (view: GridView | undefined) => {
    setChosen(undefined);
    marks.clear();
    onTaken(view);
  };
  const subject = `screening-class ${grid.campaignId} ${grid.path}`;
  const handing = useHanding<GridView>({ kind: 'screening-class', subject, isView: isGrid, onTaken: taken });
  const sending = useSending(async () => {
    const body = { path: grid.path, version: grid.version, day, exceptions: marks.list };
    const away = marks.list.length;
    const says = {
      zh: phoneWords.classOf.zh(grid.says.zh, away),
      en: phoneWords.classOf.en(grid.says.en, away),
    };
    const about = { says, href: gridHref(grid.campaignId, grid.path), versionIn: 'version' };
    await handing.hand(answerClass, { params: { id: grid.campaignId }, body }, about);
  });
  const runs = grid.phase === 'running' || grid.phase === 'late';
  const lies = handing.entry !== undefined && handing.entry.state !== 'refused';
  const may = grid.as !== null && runs && !lies;
  const picked = grid.rows.find(({ childId }) => childId === chosen);
  const when = grid.confirmedAt === null ? w.notYet : w.by(grid.confirmedBy, momentWords(grid.confirmedAt, grid.today, language));
  const foot = (
    <>
      {picked ? <Tray line={picked} marks={marks} /> : null}
      <Submit
        grid={grid}
        marks={marks}
        busy={sending.busy}
        onTry={() => setTried(true)}
        onSend={() => void sending.send(undefined)}
      />
    </>
  );
  const late = templateRules[grid.template].reports && grid.today > grid.from;
  return (
    <Screen
      title={say(grid.says)}
      note={`${grid.name} · ${dueWords(grid.until, grid.today, language)} · ${when}`}
      above="/m/screening"
      action={may ? foot : undefined}
    >
      {unheard ? <p className="ph-hint">{w.unheard}</p> : null}
      {runs ? null : <p className="ph-hint">{w.notNow(say(phaseSays[grid.phase]))}</p>}
      {runs && grid.as === null ? <p className="ph-hint">{w.onlySee}</p> : null}
      {(sending.refused ?? handing.refused) ? <Wrong refused={sending.refused ?? handing.refused} /> : null}
      {lies ? <ClassLies handing={handing} /> : null}
      {may ? <p className="ph-hint">{w.tapWho}</p> : null}
      {may && late ? (
        <ChoiceChips
          label={w.whenCame}
          options={[
            { value: grid.today, says: w.today },
            { value: grid.from, says: w.firstDay(calendarWords(grid.from, grid.today, language)) },
          ]}
          value={day}
          onChange={setDay}
        />
      ) : null}
      <Names grid={grid} marks={marks} chosen={chosen} onChoose={may ? setChosen : undefined} />
      {may ? <ClassQuestions grid={grid} marks={marks} tried={tried} /> : null}
      {picked ? <div className="ph-exception-room" /> : null}
    </Screen>
  );
}

function Wrong({ refused }: { readonly refused: Parameters<typeof Fault>[0]['refused'] | undefined }) {
  const w = useWords(phoneWords);
  if (!refused) return null;
  return (
    <>
      <Fault refused={refused} />
      {refused.status === 0 ? <p className="ph-hint">{w.notKept}</p> : null}
    </>
  );
}

function ClassLies({ handing: { clash, isSending, settle } }: { readonly handing: Handing<GridView> }) {
  const w = useWords(phoneWords);
  if (clash === undefined)
    return (
      <p role="status" className="ph-hint">
        {isSending ? w.sending : w.onPhoneWhy}
      </p>
    );
  return (
    <section role="alert" className="ph-refused">
      <p>{w.clashClass}</p>
      <Button kind="main" onClick={() => void settle('mine')}>
        {w.mine}
      </Button>
      <Button onClick={() => void settle('theirs')}>{w.theirs}</Button>
    </section>
  );
}

type NamesProps = {
  readonly grid: GridView;
  readonly marks: ClassMarks;
  readonly chosen: string | undefined;
  readonly onChoose: ((childId: string) => void) | undefined;
};

function Names({ grid, marks, chosen, onChoose }: NamesProps) {
  const w = useWords(phoneWords);
  const say = useSay();
  const tap = (line: TargetLine) => {
    // What the bureau sent back is said again by the person; nothing is put into his mouth.
    if (marks.of(line) === undefined && !marks.isSentBack(line))
      marks.set(line.childId, { answer: 'on-the-way', place: '', filled: {} });
    onChoose?.(line.childId);
  };
  return (
    <section className="ph-classmates" aria-label={say(grid.says)}>
      {grid.rows.map((line) => {
        const mark = marks.of(line);
        return (
          <button
            key={line.childId}
            type="button"
            className={`ph-classmate${mark ? ' ph-classmate-away' : ''}`}
            aria-pressed={mark !== undefined}
            aria-current={line.childId === chosen ? 'true' : undefined}
            disabled={onChoose === undefined}
            onClick={() => tap(line)}
          >
            {line.name}
            {mark ? <span className="ph-classmate-word">{answerText(mark.answer, say)}</span> : null}
            {marks.isSentBack(line) ? <span className="ph-classmate-word">{w.backWord}</span> : null}
          </button>
        );
      })}
    </section>
  );
}

/** What is to be said of the child that was tapped last. */
function Tray({ line, marks }: { readonly line: TargetLine; readonly marks: ClassMarks }) {
  const w = useWords(phoneWords);
  const say = useSay();
  const mark = marks.of(line);
  const options = [
    { value: 'there' as const, says: w.came },
    ...exceptions.map((value) => ({ value, says: answerText(value, say) })),
  ];
  const choose = (value: Exception | 'there') =>
    marks.set(
      line.childId,
      value === 'there' ? undefined : { answer: value, place: mark?.place ?? '', filled: mark?.filled ?? {} },
    );
  return (
    <div className="ph-exception">
      {line.decision === 'sent-back' ? <BackReason targetId={line.targetId} /> : null}
      <ChoiceChips
        label={line.name}
        options={options}
        value={mark?.answer ?? (marks.isSentBack(line) ? undefined : 'there')}
        onChange={choose}
      />
      {mark && needsPlace(mark.answer) ? (
        <Field
          label={w.placeLabel}
          hint={w.placeHint}
          value={mark.place}
          maxLength={100}
          onChange={(place) => marks.set(line.childId, { ...mark, place })}
        />
      ) : null}
    </div>
  );
}

/** Why the bureau sent it back. */
function BackReason({ targetId }: { readonly targetId: string }) {
  const s = useWords(screeningWords);
  const { data } = usePhoneAnswer(getTarget, { params: { id: targetId } });
  const reason = data?.answers[0]?.reason ?? '';
  return <p className="ph-hint">{reason === '' ? s.sentBack : s.sentBackWhy(reason)}</p>;
}

type SubmitProps = {
  readonly grid: GridView;
  readonly marks: ClassMarks;
  readonly busy: boolean;
  readonly onTry: () => void;
  readonly onSend: () => void;
};

function Submit({ grid, marks, busy, onTry, onSend }: SubmitProps) {
  const w = useWords(phoneWords);
  const [away, all] = [marks.list.length, grid.rows.length];
  if (marks.placesMissing > 0) return <Button disabled>{w.placesFirst(marks.placesMissing)}</Button>;
  if (marks.toSayAgain > 0) return <Button disabled>{w.againFirst(marks.toSayAgain)}</Button>;
  const { unreplied } = marks;
  if (unreplied !== undefined) {
    const show = () => {
      onTry();
      showQuestions(unreplied.childId);
    };
    return <Button onClick={show}>{w.repliesFirst(unreplied.name)}</Button>;
  }
  if (!marks.changed) return <Button disabled>{w.sentAll(all - away, all)}</Button>;
  return (
    <Button kind="main" busy={busy} onClick={onSend}>
      {away === 0 ? w.sendAll(all) : w.sendSome(away, all - away)}
    </Button>
  );
}

function isGrid(value: unknown): value is GridView {
  return typeof value === 'object' && value !== null && 'path' in value && 'rows' in value;
}

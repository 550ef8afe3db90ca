import { useEffect, useState } from 'react';
import type { Intent } from '../../../../ui/outbox/use-intent';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { Fault } from '../../../../ui/phone/states';
import { Step } from '../../../../ui/phone/way';
import { calendarWords, dayWords, momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useToday } from '../../../../ui/shared/server-context';
import type { Pupil, RollView } from '../../contract';
import type { Mark } from '../../rules/marks';
import { attendanceWords, markSays, rollWords } from '../words';
import { Clash } from './clash';
import { NameGrid } from './name-grid';
import { NotCalled } from './not-called';
import { otherPart, partWords } from './part';
import { withEntry } from './taking';
import { ToFollow } from './to-follow';
import { isAsked, useMarks } from './use-marks';
import { useTaking } from './use-taking';
import './roll.css';

type RollFormProps = {
  readonly view: RollView;
  readonly intent: Intent;
  readonly above?: string | undefined;
  /** Opened as the class of today, and not of a day that the address names. */
  readonly meansToday: boolean;
  /** The list is the phone's, because the server could not be reached. */
  readonly unheard: boolean;
  readonly onTaken: (next: RollView) => void;
  readonly onAgain: () => void;
};

const ofWhoWasAway = ['back', 'absent', 'sick', 'personal', 'late'] as const;
const ofOthers = ['absent', 'sick', 'personal', 'late', 'early'] as const;

/** A class by exception: who was away before is asked for by name, everybody else is here unless tapped. */
export function RollForm({ view: heard, intent, above, meansToday, unheard, onTaken, onAgain }: RollFormProps) {
  const w = useWords(attendanceWords);
  const r = useWords(rollWords);
  const say = useSay();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const { entry } = intent;
  const view = withEntry(heard, entry);
  const marks = useMarks(view, view.version > 0 || entry !== undefined);
  const taken = (next: RollView) => {
    setChosen(undefined);
    setReason('');
    marks.clear();
    onTaken(next);
  };
  const taking = useTaking({ view, marks, reason, intent, onTaken: taken, onStored: () => setChosen(undefined) });
  const away = view.pupils.filter(isAsked);
  const others = view.pupils.filter((pupil) => !isAsked(pupil));
  const picked = others.find(({ childId }) => childId === chosen);
  const called = view.at === null ? w.notYet : w.by(view.by, momentWords(view.at, view.today, language));
  const when = entry?.state === 'waiting' ? r.onPhone : called;
  const overnight = useOvernight(meansToday ? view.day : undefined, marks.tapped || entry !== undefined, onAgain);
  const note = `${partWords(view, dayWords(view.day, overnight ?? view.today, language), w)} · ${when}`;
  const asksReason = view.asksReason && (marks.changed || taking.refused !== undefined);
  const foot = (
    <>
      {picked ? <Tray pupil={picked} mark={marks.markOf(picked)} onSet={(mark) => marks.set(picked.childId, mark)} /> : null}
      <Submit {...{ view, marks, taking, intent }} />
    </>
  );
  return (
    <Screen
      title={say(view.name)}
      note={view.daysLate > 0 ? `${note} · ${w.late(view.daysLate)}` : note}
      action={view.barred ? undefined : foot}
      sends
      {...(above === undefined ? {} : { above })}
    >
      {view.barred ? <p className="ph-hint">{say(view.barred)}</p> : null}
      {overnight ? (
        <div className="ph-hint" role="status">
          <p>{r.overnight(calendarWords(view.day, overnight, language), calendarWords(overnight, overnight, language))}</p>
          <Button onClick={onAgain}>{r.callToday}</Button>
        </div>
      ) : null}
      {unheard && !view.barred ? <p className="ph-hint">{r.fromPhone}</p> : null}
      {taking.refused ? <Fault refused={taking.refused} onRetry={onAgain} /> : null}
      <NewOnes view={view} />
      {away.map((pupil) => (
        <ChoiceChips<Mark>
          key={pupil.childId}
          label={[pupil.name, ...askedFor(pupil, view.session === 'pm' && !unheard, r)].join(' · ')}
          options={ofWhoWasAway.map((mark) => ({ value: mark, says: say(markSays[mark]) }))}
          value={marks.markOf(pupil)}
          onChange={(mark) => marks.set(pupil.childId, mark)}
        />
      ))}
      <NameGrid says={r.list} pupils={others} marks={marks} chosen={chosen} onChoose={setChosen} />
      {picked ? <div className="ph-tray-room" /> : null}
      {asksReason ? <Field label={r.why} value={reason} onChange={setReason} /> : null}
      <NotCalled view={view} />
      <OtherPart view={view} />
      <ToFollow key={view.version} />
      <Clash
        clash={taking.clash}
        mine={marks.list}
        onTheirs={() => void taking.settle('theirs')}
        onMine={() => void taking.settle('mine')}
      />
    </Screen>
  );
}

/** The way to the other part of the day. */
function OtherPart({ view }: { readonly view: RollView }) {
  const w = useWords(attendanceWords);
  const other = otherPart(view);
  if (other === undefined) return null;
  const day = view.day === view.today ? '' : `&day=${view.day}`;
  return (
    <p className="ph-hint">
      <Step className="ph-link-button" href={`/m/classes/${view.classId}?session=${other}${day}`}>
        {w.callOther(w[other])}
      </Step>
    </p>
  );
}

/**
 * The new day, when midnight has passed over a class that was opened as that of today and has something said in it; one in which
 * nothing was said yet is asked for anew.
 */
function useOvernight(day: string | undefined, isSaid: boolean, onAgain: () => void): string | undefined {
  const today = useToday();
  const passed = day !== undefined && day < today;
  const anew = passed && !isSaid;
  useEffect(() => {
    if (anew) onAgain();
  }, [anew, onAgain]);
  return passed && isSaid ? today : undefined;
}

/** Why somebody is asked for by name. */
function askedFor(
  { away, daysAway, leave }: Pupil,
  afterMorning: boolean,
  r: ReturnType<typeof useWords<typeof rollWords>>,
): readonly string[] {
  const morning = afterMorning && away !== null ? [r.morningAway] : [];
  const days = daysAway > 0 ? [r.daysAway(daysAway)] : morning;
  return leave === null ? days : [...days, r.slipOver(leave.untilDay)];
}

/** What is to be said of the child that was tapped last. */
function Tray({
  pupil,
  mark,
  onSet,
}: {
  readonly pupil: Pupil;
  readonly mark: Mark | undefined;
  readonly onSet: (mark: Mark | undefined) => void;
}) {
  const say = useSay();
  const r = useWords(rollWords);
  const options = [
    ...ofOthers.map((one) => ({ value: one, says: say(markSays[one]) })),
    { value: 'back' as const, says: say(markSays.back) },
  ];
  return (
    <div className="ph-tray">
      <ChoiceChips<Mark>
        label={pupil.leave === null ? pupil.name : `${pupil.name} · ${r.slip(pupil.leave.fromDay, pupil.leave.untilDay)}`}
        options={options}
        value={mark ?? 'back'}
        onChange={(next) => onSet(next === 'back' && pupil.leave === null ? undefined : next)}
      />
    </div>
  );
}

type SubmitProps = {
  readonly view: RollView;
  readonly marks: ReturnType<typeof useMarks>;
  readonly taking: ReturnType<typeof useTaking>;
  readonly intent: Intent;
};

function Submit({ view, marks, taking: { busy, send }, intent: { entry, isSending } }: SubmitProps) {
  const r = useWords(rollWords);
  const notHere = marks.list.filter(({ mark }) => mark !== 'back').length;
  const all = view.pupils.length;
  if (marks.unanswered > 0) return <Button disabled>{r.answerFirst(marks.unanswered)}</Button>;
  if (!marks.changed && entry?.state === 'waiting') {
    return <Button disabled>{isSending ? r.sending(all - notHere, all) : r.stored(all - notHere, all)}</Button>;
  }
  if (!marks.changed && !entry) return <Button disabled>{r.sentHere(all - notHere, all)}</Button>;
  return (
    <Button kind="main" busy={busy} onClick={() => void send()}>
      {notHere === 0 ? r.allHere(all) : r.someAway(notHere, all - notHere)}
    </Button>
  );
}

/** Children who came onto the list after the class was called. */
function NewOnes({ view }: { readonly view: RollView }) {
  const r = useWords(rollWords);
  const fresh = view.version === 0 ? 0 : view.pupils.filter(({ called }) => !called).length;
  return fresh === 0 ? null : <p className="ph-hint">{r.newcomers(fresh)}</p>;
}

import { type ReactNode, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips, ManyChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import { missingWords, type Outcome, outcomeRule, outcomes, outcomeWords, proofKinds } from '../../../standing/web/phone/index';
import type { TaskView } from '../../contract';
import { metWith, needsPlace } from '../../rules/answer';
import { addAnswer } from '../calls';
import { groupSays, metSays } from '../task-words';
import { textOf } from '../text-of';
import { FoundDay } from './found-day';
import { ProofPhotos } from './proof-photos';
import { type Draft, useDraft } from './use-draft';
import { phoneTaskWords } from './words';

type FormProps = {
  readonly task: TaskView;
  readonly title: string;
  readonly note: string;
  readonly above: string;
  readonly onHanded: (task: TaskView) => void;
  readonly children: ReactNode;
};

/** The answer: chips that lead from one to the next, nothing typed but the name of a school elsewhere. */
export function AnswerForm({ task, title, note, above, onHanded, children }: FormProps) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const call = useCall();
  const { draft, change, clear } = useDraft(task.taskId, task.today);
  const { outcome } = draft;
  const placeMissing = outcome !== undefined && isKnown(outcome) && needsPlace(outcome) && draft.place.trim() === '';
  const [tried, setTried] = useState(false);
  const { send, busy, refused } = useSending(async (said: string) => {
    const body = bodyOf(draft, said, task.version);
    onHanded(await call(addAnswer, { params: { id: task.taskId }, body }));
    clear();
  });
  const hand = () => {
    setTried(true);
    if (outcome !== undefined && !placeMissing) void send(outcome);
  };
  const says = outcome === undefined ? w.handNothing : w.hand(textOf(outcomeWords, outcome, say));
  const action = (
    <Button kind="main" busy={busy} disabled={outcome === undefined} onClick={hand}>
      {says}
    </Button>
  );
  return (
    <Screen title={title} note={note} above={above} action={action}>
      {children}
      <Where task={task} draft={draft} change={change} placeFault={tried && placeMissing ? w.placeMissing : undefined} />
      {outcome === undefined ? null : <More task={task} draft={draft} change={change} outcome={outcome} />}
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
          {refused.status === 0 ? <span className="ph-line">{w.kept}</span> : null}
        </p>
      ) : null}
    </Screen>
  );
}

type PartProps = { readonly task: TaskView; readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };

function Where({ task, draft, change, placeFault }: PartProps & { readonly placeFault: string | undefined }) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const chosen = task.groups.find(({ group }) => group === draft.group);
  const choose = (group: (typeof task.groups)[number]) => {
    const [only] = group.outcomes;
    // Where a group holds one outcome there is nothing more to ask.
    change({ group: group.group, outcome: group.outcomes.length === 1 ? only : undefined, proofs: [] });
  };
  return (
    <>
      <ChoiceChips
        label={w.where}
        options={task.groups.map(({ group }) => ({ value: group, says: say(groupSays[group]) }))}
        value={draft.group}
        onChange={(value) => {
          const found = task.groups.find(({ group }) => group === value);
          if (found) choose(found);
        }}
      />
      {chosen && chosen.outcomes.length > 1 ? (
        <ChoiceChips
          label={w.exactly}
          options={chosen.outcomes.map((value) => ({ value, says: textOf(outcomeWords, value, say) }))}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome, proofs: [] })}
        />
      ) : null}
      {draft.outcome !== undefined && isKnown(draft.outcome) && needsPlace(draft.outcome) ? (
        <Field
          label={w.placeLabel}
          hint={w.placeHint}
          value={draft.place}
          maxLength={100}
          onChange={(place) => change({ place })}
          fault={placeFault}
        />
      ) : null}
    </>
  );
}

function More({ task, draft, change, outcome }: PartProps & { readonly outcome: string }) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const needs = isKnown(outcome) ? outcomeRule(outcome).needs : [];
  // What this outcome asks for; where it asks for nothing, the record of the visit alone.
  const wanted =
    needs.length === 0 ? ['home-visit' as const] : proofKinds.filter((kind) => needs.some((group) => group.includes(kind)));
  const groupTexts = needs.map((group) => group.map((kind) => say(missingWords[kind])).join(say({ zh: '或', en: ' or ' })));
  return (
    <>
      <ManyChips
        label={w.met}
        options={metWith.map((value) => ({ value, says: say(metSays[value]) }))}
        values={draft.met}
        onChange={(met) => change({ met })}
      />
      <ManyChips
        label={w.proof}
        options={wanted.map((value) => ({ value: value as string, says: say(missingWords[value]) }))}
        values={draft.proofs}
        onChange={(proofs) => change({ proofs })}
        hint={needs.length === 0 ? undefined : w.proofNeeded(groupTexts.join(say({ zh: '；', en: '; ' })))}
      />
      <ProofPhotos task={task} proof={draft.proofs[0] ?? wanted[0] ?? 'home-visit'} />
      <FoundDay today={task.today} value={draft.foundDay} onChange={(foundDay) => change({ foundDay })} />
      <Field label={w.note} value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
    </>
  );
}

function bodyOf(draft: Draft, outcome: string, version: number) {
  const { place, met, foundDay, proofs, note } = draft;
  return { outcome, place: place.trim(), met: [...met], foundDay, proofs: [...proofs], note: note.trim(), version };
}

function isKnown(outcome: string): outcome is Outcome {
  return outcome in outcomes;
}

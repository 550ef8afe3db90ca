import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips, ManyChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { Screen } from '../../../../ui/phone/screen';
import { useSay, useWords } from '../../../../ui/shared/language';
import { useSending } from '../../../../ui/shared/use-sending';
import { missingWords, type Outcome, outcomeRule, outcomes, outcomeWords, proofKinds } from '../../../standing/web/phone/index';
import type { TaskView } from '../../contract';
import { type MetWith, metWith, needsPlace } from '../../rules/answer';
import { groupSays, metSays } from '../task-words';
import { textOf } from '../text-of';
import { FoundDay } from './found-day';
import { type Photos, ProofPhotos } from './proof-photos';
import { type Draft, type Filled, useDraft } from './use-draft';
import { phoneTaskWords } from './words';

/** What was found out, but for the version that was seen. */
export type Visit = {
  readonly outcome: string;
  readonly place: string;
  readonly met: MetWith[];
  readonly foundDay: string;
  readonly proofs: string[];
  readonly note: string;
};

/** What somebody wants to know of each visit, beside where the child learns. */
export type Asked = {
  readonly fields: (parts: {
    readonly filled: Filled;
    readonly change: (part: Filled) => void;
    readonly tried: boolean;
  }) => ReactNode;
  readonly isAnswered: (filled: Filled) => boolean;
};

export type VisitFormProps = {
  /** under which the draft lies in this tab */ readonly draftKey: string;
  readonly today: string;
  readonly groups: TaskView['groups'];
  readonly title: string;
  /** the same without the name */ readonly kind: string;
  readonly note: string;
  readonly above: string;
  /** absent where there is no network to send them by */ readonly photos?: Photos | undefined;
  /** what is asked beside; it lies in the same draft */ readonly asked?: Asked | undefined;
  /** Hands it in; refuses with a `Refused`. */ readonly onHand: (visit: Visit, filled: Filled) => Promise<void>;
  readonly children: ReactNode;
};

/** What a visit or a call found: chips that lead from one to the next, nothing typed but the name of a school elsewhere. */
export function VisitForm({
  draftKey,
  today,
  groups,
  title,
  kind,
  note,
  above,
  photos,
  asked,
  onHand,
  children,
}: VisitFormProps) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const { draft, change, clear } = useDraft(draftKey, today);
  const { outcome, filled = nothing } = draft;
  const placeMissing = outcome !== undefined && isKnown(outcome) && needsPlace(outcome) && draft.place.trim() === '';
  const [tries, setTries] = useState(0);
  const tried = tries > 0;
  const [photoGoes, setPhotoGoes] = useState(false);
  const { send, busy, refused } = useSending(async (said: string) => {
    await onHand(visitOf(draft, said), filled);
    clear();
  });
  const hand = () => {
    setTries(tries + 1);
    if (outcome !== undefined && !placeMissing && asked?.isAnswered(filled) !== false) void send(outcome);
  };
  useEffect(() => {
    // What is missing may stand far above the button, and nothing would seem to happen.
    if (tries > 0) document.querySelector('.ph-fault')?.scrollIntoView({ block: 'center' });
  }, [tries]);
  const says = photoGoes ? w.photosFirst : outcome === undefined ? w.handNothing : w.hand(textOf(outcomeWords, outcome, say));
  const action = (
    <Button kind="main" busy={busy} disabled={outcome === undefined || photoGoes} onClick={hand}>
      {says}
    </Button>
  );
  return (
    <Screen title={title} kind={kind} note={note} above={above} action={action}>
      {children}
      <Where groups={groups} draft={draft} change={change} placeFault={tried && placeMissing ? w.placeMissing : undefined} />
      {outcome === undefined ? null : <More {...{ today, photos, draft, change, outcome }} onPhoto={setPhotoGoes} />}
      {outcome === undefined
        ? null
        : asked?.fields({ filled, tried, change: (part) => change({ filled: { ...filled, ...part } }) })}
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
          {refused.status === 0 ? <span className="ph-line">{w.kept}</span> : null}
        </p>
      ) : null}
    </Screen>
  );
}

const nothing: Filled = {};

type PartProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };
type WhereProps = PartProps & Pick<VisitFormProps, 'groups'> & { readonly placeFault: string | undefined };
type MoreProps = PartProps &
  Pick<VisitFormProps, 'today' | 'photos'> & { readonly outcome: string; readonly onPhoto: (goes: boolean) => void };

function Where({ groups, draft, change, placeFault }: WhereProps) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const chosen = groups.find(({ group }) => group === draft.group);
  const choose = (group: WhereProps['groups'][number]) => {
    const [only] = group.outcomes;
    // Where a group holds one outcome there is nothing more to ask.
    change({ group: group.group, outcome: group.outcomes.length === 1 ? only : undefined, proofs: [] });
  };
  return (
    <>
      <ChoiceChips
        label={w.where}
        options={groups.map(({ group }) => ({ value: group, says: say(groupSays[group]) }))}
        value={draft.group}
        onChange={(value) => {
          const found = groups.find(({ group }) => group === value);
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

function More({ today, photos, draft, change, outcome, onPhoto }: MoreProps) {
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
      {photos ? <ProofPhotos photos={photos} proof={draft.proofs[0] ?? wanted[0] ?? 'home-visit'} onBusy={onPhoto} /> : null}
      <FoundDay today={today} value={draft.foundDay} onChange={(foundDay) => change({ foundDay })} />
      <Field label={w.note} value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
    </>
  );
}

function visitOf({ place, met, foundDay, proofs, note }: Draft, outcome: string): Visit {
  return { outcome, place: place.trim(), met: [...met], foundDay, proofs: [...proofs], note: note.trim() };
}

function isKnown(outcome: string): outcome is Outcome {
  return outcome in outcomes;
}

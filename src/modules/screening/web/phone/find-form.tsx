import { useState } from 'react';
import { useMemory } from '../../../../ui/outbox/context';
import { useIntent } from '../../../../ui/outbox/use-intent';
import { Button } from '../../../../ui/phone/button';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { useSaid, useWay } from '../../../../ui/phone/way';
import { newKey } from '../../../../ui/shared/caller';
import { useSay, useWords } from '../../../../ui/shared/language';
import { isRefused } from '../../../../ui/shared/refused';
import { useCall, useToday } from '../../../../ui/shared/server-context';
import { useSending } from '../../../../ui/shared/use-sending';
import { needsPlace } from '../../../verification/index';
import { findOutcomes } from '../../rules/finds';
import { addFind } from '../calls';
import { answerText, screeningWords } from '../words';
import { findHref, gridHref } from './hrefs';
import { type Filled, useFindDraft } from './use-find-draft';
import { findGroupSays, phoneWords } from './words';

type Group = keyof typeof findGroupSays;
/** A child on no list: who it is and why it is in no school; on the phone until there is a network, and nowhere else. */
export function FindForm({ params }: PhonePageProps) {
  const { id = '' } = params;
  const w = useWords(phoneWords);
  const path = useSaid().get('grid') ?? '';
  const above = gridHref(id, path);
  const { go } = useWay();
  const today = useToday();
  const kept = useMemory()?.phone !== undefined;
  const { filled, isOld, change, clear } = useFindDraft(id, path);
  const [tried, setTried] = useState(false);
  const [handed, setHanded] = useState(false);
  const tell = useTell(id, path, today, kept);
  const sending = useSending(async (all: Filled) => {
    await tell(all);
    clear();
    setHanded(true);
  });
  if (handed) {
    const another = () => {
      setTried(false);
      setHanded(false);
    };
    return (
      <Screen
        title={w.findTitle}
        above={above}
        action={
          <Button kind="main" onClick={() => go(above, { replace: true })}>
            {w.backToList}
          </Button>
        }
      >
        <p role="status" className="ph-done">
          ✓ {w.told}
        </p>
        {kept ? <p className="ph-hint">{w.onPhoneWhy}</p> : null}
        <Button onClick={another}>{w.another}</Button>
      </Screen>
    );
  }
  const hand = () => {
    setTried(true);
    if (isWhole(filled)) void sending.send(filled);
  };
  const action = (
    <Button kind="main" busy={sending.busy} onClick={hand}>
      {w.tell}
    </Button>
  );
  return (
    <Screen title={w.findTitle} above={above} action={action}>
      <p className="ph-hint">{w.findWhy}</p>
      {isOld ? <Old onClear={clear} /> : null}
      <Who filled={filled} change={change} tried={tried} today={today} />
      <Where filled={filled} change={change} tried={tried} />
      <Field label={w.why} value={filled.note} maxLength={500} onChange={(note) => change({ note })} />
      <Refusal refused={sending.refused} />
    </Screen>
  );
}

/** Puts what was filled in on the phone, from where it goes out; where the phone keeps nothing it is sent at once. */
function useTell(id: string, path: string, today: string, kept: boolean) {
  const call = useCall();
  const { store } = useIntent(undefined, () => undefined);
  return async ({ group: _, birthDay, outcome = '', ...rest }: Filled) => {
    const body = { ...rest, path, outcome, birthDay: birthDay === '' ? null : birthDay, foundDay: today };
    const says = { zh: phoneWords.findOf.zh(rest.name), en: phoneWords.findOf.en(rest.name) };
    const about = { kind: 'screening-find', subject: `screening-find ${newKey()}`, says, href: findHref(id, path) };
    // A wrong number or birthday is said at once where there is a network; without one the box says it later.
    try {
      await call(addFind, { params: { id }, body });
    } catch (error) {
      const lost = isRefused(error) && error.status === 0;
      if (!lost || !kept || !(await store(addFind, { params: { id }, body }, about))) throw error;
    }
  };
}

/** What was begun earlier is still there; it can be another child's. */
function Old({ onClear }: { readonly onClear: () => void }) {
  const w = useWords(phoneWords);
  return (
    <>
      <p className="ph-hint">{w.draftKept}</p>
      <Button onClick={onClear}>{w.draftClear}</Button>
    </>
  );
}

function Refusal({ refused }: { readonly refused: ReturnType<typeof useSending>['refused'] }) {
  const w = useWords(phoneWords);
  const say = useSay();
  if (!refused) return null;
  return (
    <p className="ph-refused" role="alert">
      {say(refused.says)}
      {refused.status === 0 ? <span className="ph-line">{w.notKept}</span> : null}
    </p>
  );
}

type PartProps = { readonly filled: Filled; readonly change: (part: Partial<Filled>) => void; readonly tried: boolean };

function Who({ filled, change, tried, today }: PartProps & { readonly today: string }) {
  const w = useWords(phoneWords);
  const s = useWords(screeningWords);
  return (
    <>
      <Field
        label={w.name}
        value={filled.name}
        maxLength={60}
        onChange={(name) => change({ name })}
        fault={tried && filled.name.trim() === '' ? w.nameMissing : undefined}
      />
      <ChoiceChips<'1' | '2'>
        label={w.sex}
        options={[
          { value: '1', says: s.boy },
          { value: '2', says: s.girl },
        ]}
        value={filled.sex === '' ? undefined : filled.sex}
        onChange={(sex) => change({ sex })}
      />
      <Field
        label={w.birthDay}
        type="date"
        value={filled.birthDay}
        onChange={(birthDay) => change({ birthDay: birthDay > today ? '' : birthDay })}
      />
      <Field
        label={w.idNumber}
        value={filled.idNumber}
        maxLength={18}
        autoComplete="off"
        onChange={(idNumber) => change({ idNumber })}
      />
      <Field
        label={s.guardian}
        value={filled.guardian}
        maxLength={60}
        autoComplete="off"
        onChange={(guardian) => change({ guardian })}
      />
      <Field
        label={w.phone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={filled.phone}
        maxLength={20}
        onChange={(phone) => change({ phone })}
      />
      <Field
        label={w.address}
        value={filled.address}
        maxLength={100}
        autoComplete="off"
        onChange={(address) => change({ address })}
      />
    </>
  );
}

function Where({ filled, change, tried }: PartProps) {
  const w = useWords(phoneWords);
  const say = useSay();
  const groups = findOutcomes('village');
  const chosen = groups.find(({ group }) => group === filled.group);
  const choose = (group: Group) => {
    const outcomes = groups.find((one) => one.group === group)?.outcomes ?? [];
    change({ group, outcome: outcomes.length === 1 ? outcomes[0] : undefined });
  };
  return (
    <>
      <ChoiceChips<Group>
        label={w.where}
        options={groups.map(({ group }) => ({ value: group, says: say(findGroupSays[group]) }))}
        value={filled.group}
        onChange={choose}
        fault={tried && filled.outcome === undefined ? w.whereMissing : undefined}
      />
      {chosen && chosen.outcomes.length > 1 ? (
        <ChoiceChips<string>
          label={w.exactly}
          options={chosen.outcomes.map((value) => ({ value, says: answerText(value, say) }))}
          value={filled.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      ) : null}
      {filled.outcome !== undefined && needsPlace(filled.outcome) ? (
        <Field
          label={w.placeLabel}
          hint={w.placeHint}
          value={filled.place}
          maxLength={100}
          onChange={(place) => change({ place })}
          fault={tried && filled.place.trim() === '' ? w.placeMissing : undefined}
        />
      ) : null}
    </>
  );
}

function isWhole({ name, outcome, place }: Filled): boolean {
  return name.trim() !== '' && outcome !== undefined && (!needsPlace(outcome) || place.trim() !== '');
}

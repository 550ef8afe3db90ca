import { type FormEvent, useState } from 'react';
import { useSay, useWords } from '../shared/language';
import { useSending } from '../shared/use-sending';
import { defineWords, type Says } from '../shared/words';
import { Button } from './button';
import { ChoiceChips } from './chip';
import { Field } from './field';

const words = defineWords({
  own: { zh: '其他', en: 'Another' },
  ownLabel: { zh: '写明理由', en: 'In your own words' },
  noted: { zh: '理由会和您的姓名、时间一起记录。', en: 'The reason is recorded with your name and the time.' },
  choose: { zh: '请选一个理由。', en: 'Choose a reason.' },
  longer: { zh: '至少写 6 个字。', en: 'At least 6 characters.' },
});

const ownWords = 'own';
/** The shortest reason in one's own words (design, PRV-07). */
const shortestReason = 6;

type ReasonFormProps = {
  /** Why is asked: 为什么查看. */
  readonly label: string;
  readonly reasons: readonly { readonly value: string; readonly says: Says }[];
  /** The verb of the button. */
  readonly submit: string;
  /** Hears the value of the list, or the words that were typed; a Refused that it throws is shown. */
  readonly onReason: (reason: string) => Promise<unknown>;
};

/** Asks for a reason before something that is recorded with one: out of a list, or in one's own words. */
export function ReasonForm({ label, reasons, submit, onReason }: ReasonFormProps) {
  const w = useWords(words);
  const say = useSay();
  const [choice, setChoice] = useState<string>();
  const [own, setOwn] = useState('');
  const [fault, setFault] = useState<string>();
  const reason = choice === ownWords ? own.trim() : choice;
  const { send, busy, refused } = useSending(onReason);
  const hand = (event: FormEvent) => {
    event.preventDefault();
    if (reason === undefined) return setFault(w.choose);
    if (choice === ownWords && Array.from(reason).length < shortestReason) return setFault(w.longer);
    setFault(undefined);
    void send(reason);
  };
  const options = [...reasons.map(({ value, says }) => ({ value, says: say(says) })), { value: ownWords, says: w.own }];
  return (
    <form onSubmit={hand}>
      <ChoiceChips
        label={label}
        options={options}
        value={choice}
        onChange={(chosen) => {
          setChoice(chosen);
          setFault(undefined);
        }}
        fault={choice === ownWords ? undefined : fault}
      />
      {choice === ownWords ? <Field label={w.ownLabel} value={own} onChange={setOwn} maxLength={200} fault={fault} /> : null}
      <p className="ph-hint">{w.noted}</p>
      {refused ? (
        <p className="ph-refused" role="alert">
          {say(refused.says)}
        </p>
      ) : null}
      <Button kind="main" type="submit" busy={busy}>
        {submit}
      </Button>
    </form>
  );
}

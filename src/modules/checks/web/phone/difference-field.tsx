import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { useSay, useWords } from '../../../../ui/shared/language';
import { type Reason, reasonsOf } from '../../rules/kinds';
import { reasonSays } from '../../said';
import { useLineWords } from '../line-words';
import type { Said, SheetLine } from '../use-sheet';
import { sheetWords } from '../words';

type DifferenceFieldProps = {
  readonly line: SheetLine;
  readonly said: Said | undefined;
  readonly onSay: (said: Said) => void;
};

/** One child that differs: what the data say, and why, as chips. */
export function DifferenceField({ line, said, onSay }: DifferenceFieldProps) {
  const s = useWords(sheetWords);
  const say = useSay();
  const lineWords = useLineWords();
  if (line.kind === null) return null;
  const reason = said?.reason ?? line.reason ?? undefined;
  return (
    <div className="ph-check-one">
      <ChoiceChips<Reason>
        label={`${line.name} · ${lineWords(line)}`}
        options={reasonsOf[line.kind].map((value) => ({ value, says: say(reasonSays[value]) }))}
        value={reason}
        onChange={(value) => onSay({ reason: value, words: said?.words ?? '' })}
      />
      {reason === 'other' ? (
        <Field
          label={s.wordsOf(line.name)}
          value={said?.words ?? ''}
          maxLength={100}
          onChange={(words) => onSay({ reason: 'other', words })}
        />
      ) : null}
    </div>
  );
}

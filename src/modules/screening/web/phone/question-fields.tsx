import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { useWords } from '../../../../ui/shared/language';
import type { Filled } from '../../../verification/web/phone/index';
import { fillFault, type NumberedQuestion } from '../../rules/questions';
import { screeningWords } from '../words';
import { phoneWords } from './words';

type FieldsProps = {
  readonly questions: readonly NumberedQuestion[];
  readonly filled: Filled;
  readonly change: (part: Filled) => void;
  /** whoever answers wanted to hand in already: what is missing is said */ readonly tried: boolean;
};

/** The questions of the bureau's own about one child. */
export function QuestionFields({ questions, filled, change, tried }: FieldsProps) {
  const w = useWords(phoneWords);
  const s = useWords(screeningWords);
  return (
    <>
      {questions.map((question) => {
        const { no, text, kind, choices, must } = question;
        const value = filled[no] ?? '';
        const wrong = fillFault(question, value);
        const fault = wrong === 'unfit' ? w.replyUnfit : wrong === 'missing' && tried ? w.replyMissing : undefined;
        const label = must ? text : `${text}${w.optional}`;
        const onChange = (said: string) => change({ [no]: said });
        if (kind === 'text' || kind === 'number') {
          const typed = kind === 'number' ? ({ inputMode: 'decimal', maxLength: 9 } as const) : { maxLength: 200 };
          return <Field key={no} {...{ label, value, onChange, fault }} {...typed} />;
        }
        const words = kind === 'choice' ? choices.map((word) => ({ value: word, says: word })) : yesOrNo(s);
        return <ChoiceChips key={no} {...{ label, onChange, fault }} options={words} value={value === '' ? undefined : value} />;
      })}
    </>
  );
}

/** Whether everything that must be answered is, and what is written can be taken. */
export function isAllReplied(questions: readonly NumberedQuestion[], filled: Filled): boolean {
  return questions.every((question) => fillFault(question, filled[question.no] ?? '') === undefined);
}

function yesOrNo({ yes, no }: { readonly yes: string; readonly no: string }) {
  return [
    { value: 'yes', says: yes },
    { value: 'no', says: no },
  ];
}

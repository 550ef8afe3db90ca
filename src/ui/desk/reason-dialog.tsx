import { Form, Input, Modal, Radio } from 'antd';
import { useMemo } from 'react';
import { z } from 'zod';
import { useSay, useWords } from '../shared/language';
import { defineWords, type Says } from '../shared/words';
import { FormField, ZodForm } from './zod-form';

/** The shortest reason in one's own words (design, PRV-07). */
const shortestReason = 6;

const words = defineWords({
  why: { zh: '理由', en: 'Reason' },
  own: { zh: '其他（自己写）', en: 'Another (in your own words)' },
  ownLabel: { zh: '写明理由', en: 'In your own words' },
  noted: { zh: '理由会和您的姓名、时间一起记录。', en: 'The reason is recorded with your name and the time.' },
});
const ownWords = 'own-words';

const Reason = z
  .object({ choice: z.string(), text: z.string().max(200).optional() })
  .refine(({ choice, text = '' }) => choice !== ownWords || text.length >= shortestReason, {
    path: ['text'],
    params: { zh: `至少 ${shortestReason} 个字`, en: `At least ${shortestReason} characters` },
  });

type ReasonDialogProps = {
  readonly open: boolean;
  /** What is about to be done, and to what: 查看白某的身份证号. */
  readonly title: string;
  /** What comes of it, told before it is done. */
  readonly effect?: string;
  readonly reasons: readonly { readonly value: string; readonly says: Says }[];
  /** The verb of the button. */
  readonly submit: string;
  /** Hears the value of the list, or the words that were typed; a Refused that it throws is shown. */
  readonly onSubmit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks for a reason before something that is recorded with one: out of a list, or in one's own words. */
export function ReasonDialog({ open, title, effect, reasons, submit, onSubmit, onClose }: ReasonDialogProps) {
  const w = useWords(words);
  const say = useSay();
  const options = useMemo(
    () => [...reasons.map(({ value, says }) => ({ value, label: say(says) })), { value: ownWords, label: w.own }],
    [reasons, say, w],
  );
  return (
    <Modal open={open} title={title} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      {effect ? <p className="nol-reason-effect">{effect}</p> : null}
      <ZodForm
        schema={Reason}
        submit={submit}
        onSubmit={async ({ choice, text = '' }) => onSubmit(choice === ownWords ? text : choice)}
      >
        <FormField name="choice" label={w.why}>
          <Radio.Group className="nol-reasons" options={options} />
        </FormField>
        <OwnWords />
        <p className="nol-reason-note">{w.noted}</p>
      </ZodForm>
    </Modal>
  );
}

/** Room for a reason that is not in the list, once that was chosen. */
function OwnWords() {
  const w = useWords(words);
  const choice = Form.useWatch('choice');
  if (choice !== ownWords) return null;
  return (
    <FormField name="text" label={w.ownLabel} marks={false}>
      <Input.TextArea rows={2} maxLength={200} autoFocus />
    </FormField>
  );
}

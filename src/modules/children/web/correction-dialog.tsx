import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { type ChildView, type CorrectableField, correctableFields } from '../contract';
import { isMaskedField } from '../rules/masked-fields';
import { fieldWords, placeWords } from '../words';
import { correctField, findChildren, getChild, getSources, getTimeline } from './calls';
import { correctWords } from './change-words';
import { VillageSelect } from './village-select';
import { lineWords } from './words';

type CorrectionDialogProps = {
  readonly child: ChildView;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
};

const Values = z.object({
  field: z.enum(correctableFields),
  value: z.string().min(1).max(200),
  reason: z.string().min(6).max(200),
});
const renews = [getChild, getSources, getTimeline, findChildren];

/** Puts one field of a record right, or takes back what was put right in it. */
export function CorrectionDialog({ child, name, open, onClose }: CorrectionDialogProps) {
  const w = useWords(correctWords);
  return (
    <Modal open={open} title={w.title(name)} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      <CorrectionForm child={child} onClose={onClose} />
    </Modal>
  );
}

function CorrectionForm({ child, onClose }: Pick<CorrectionDialogProps, 'child' | 'onClose'>) {
  const w = useWords(correctWords);
  const say = useSay();
  const tell = useTell();
  const correct = useAction(correctField, { renews });
  const send = async (field: CorrectableField, value: string | null, reason: string) => {
    const params = { id: child.childId, field };
    await correct.run({ params, body: { value, reason, version: child.version } });
    const says = say(fieldWords[field]);
    tell.done(value === null ? w.takenBack(says) : w.done(says));
    onClose();
  };
  return (
    <ZodForm schema={Values} submit={w.submit} onSubmit={({ field, value, reason }) => send(field, value, reason)}>
      <p className="child-hint">{w.help}</p>
      <FormField name="field" label={w.field} marks={false}>
        <FieldSelect />
      </FormField>
      <ValueField child={child} />
      <FormField name="reason" label={w.reason} hint={w.reasonHint} marks={false}>
        <Input maxLength={200} />
      </FormField>
      <TakeBack child={child} onTakeBack={(field, reason) => send(field, null, reason)} />
    </ZodForm>
  );
}

/** Takes id, value and onChange of the form. */
function FieldSelect(props: object) {
  const say = useSay();
  const form = Form.useFormInstance();
  const options = correctableFields.map((value) => ({ value, label: say(fieldWords[value]) }));
  // What was written for another field fits no other.
  return <Select {...props} options={options} onSelect={() => form.setFieldsValue({ value: undefined })} />;
}

function ValueField({ child }: { readonly child: ChildView }) {
  const w = useWords(correctWords);
  const sexes = useWords(lineWords);
  const field: CorrectableField | undefined = Form.useWatch('field');
  const now = nowOf(child, field);
  const says = field === 'sex' ? { '1': sexes.male, '2': sexes.female }[now] : now;
  const hints = [says ? w.now(says) : '', field === 'birthDay' ? w.dayHint : ''].filter((part) => part !== '');
  return (
    <FormField name="value" label={w.value} marks={false} {...(hints.length > 0 ? { hint: hints.join('；') } : {})}>
      <ValueInput field={field} />
    </FormField>
  );
}

/** What the record has now, masked where it is. */
function nowOf(child: ChildView, field: CorrectableField | undefined): string {
  if (field === undefined) return '';
  if (field === 'home') return placeWords(child);
  if (isMaskedField(field)) return child.fields[field]?.masked ?? '';
  return child[field] ?? '';
}

/** The control that fits the field; takes id, value and onChange of the form. */
function ValueInput({ field, ...props }: { readonly field: CorrectableField | undefined }) {
  const w = useWords(correctWords);
  const sexes = useWords(lineWords);
  if (field === 'home') return <VillageSelect {...props} placeholder={w.village} />;
  if (field === 'sex') {
    const options = [
      { value: '1', label: sexes.male },
      { value: '2', label: sexes.female },
    ];
    return <Radio.Group {...props} options={options} />;
  }
  return <Input {...props} maxLength={200} autoComplete="off" />;
}

type TakeBackProps = {
  readonly child: ChildView;
  readonly onTakeBack: (field: CorrectableField, reason: string) => Promise<void>;
};

/** Where the chosen field was put right: the way back to what the lists say. */
function TakeBack({ child, onTakeBack }: TakeBackProps) {
  const w = useWords(correctWords);
  const form = Form.useFormInstance();
  const tell = useTell();
  const field: CorrectableField | undefined = Form.useWatch('field');
  if (field === undefined || child.wonBy[field] !== 'correction') return null;
  const takeBack = async () => {
    const reason = Values.shape.reason.safeParse(form.getFieldValue('reason'));
    if (!reason.success) {
      form.setFields([{ name: 'reason', errors: [w.reasonHint] }]);
      return;
    }
    try {
      await onTakeBack(field, reason.data);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <p className="child-take-back">
      <Button onClick={() => void takeBack()}>{w.takeBack}</Button>
    </p>
  );
}

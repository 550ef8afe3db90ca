import { Button, Form, Input, Modal, Radio } from 'antd';
import { useMemo } from 'react';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { NewPolicyVersion, type PolicyNumber, type PolicyView } from '../contract';
import { getPolicy, getRollCall, getStanding, setPolicy } from './calls';
import { useValueSays } from './policy-value';
import { numberWords, policyWords } from './policy-words';

type PolicyDialogProps = {
  readonly view: PolicyView;
  readonly task: 'edit' | 'confirm';
  /** which number; absent: all that wait for the bureau */ readonly chosen: PolicyNumber['key'] | undefined;
  /** somebody else was faster: what there is now is asked for */ readonly onRenew: () => void;
  readonly onClose: () => void;
};
type FormProps = Pick<PolicyDialogProps, 'view' | 'onRenew' | 'onClose'>;

const { from, document, reason } = NewPolicyVersion.shape;
const Confirmed = z.object({ from, document, reason });
const renews = [getPolicy, getRollCall, getStanding];

/** Sets one number anew, or confirms one or all as they are suggested. */
export function PolicyDialog({ view, task, chosen, onRenew, onClose }: PolicyDialogProps) {
  const w = useWords(policyWords);
  const say = useSay();
  const number = view.numbers.find(({ key }) => key === chosen);
  const waiting = view.numbers.filter(({ key, newest }) => !newest.confirmed && (chosen === undefined || key === chosen));
  const edited = task === 'edit' && number && number.kind.kind !== 'for-good' ? number : undefined;
  const name = number ? say(numberWords[number.key].name) : '';
  const title = edited ? w.editOf(name) : number ? w.confirmOf(name) : w.confirmAll(waiting.length);
  const props = { view, onRenew, onClose };
  return (
    <Modal
      open={edited !== undefined || (task === 'confirm' && waiting.length > 0)}
      title={title}
      onCancel={onClose}
      footer={null}
      width={520}
      destroyOnHidden
    >
      {edited ? <EditForm number={edited} {...props} /> : <ConfirmForm numbers={waiting} {...props} />}
    </Modal>
  );
}

function EditForm({ number, view, ...rest }: FormProps & { readonly number: PolicyNumber }) {
  const w = useWords(policyWords);
  const tell = useTell();
  const valueSays = useValueSays();
  const save = useSave(view, rest);
  const { key, kind, newest } = number;
  const schema = useMemo(() => {
    const value = 'most' in kind ? z.coerce.number().int() : z.enum(['in-school', 'to-verify']);
    return z.object({ changes: z.object({ [key]: value }), from, document, reason });
  }, [key, kind]);
  const range = 'most' in kind ? `；${w.range(kind.least, kind.most)}` : '';
  const submit = async (typed: z.output<typeof schema>) => {
    await save(typed);
    tell.done(w.saved(typed.from));
  };
  return (
    <ZodForm
      schema={schema}
      initial={{ changes: { [key]: newest.value }, from: view.earliest }}
      submit={w.save}
      onSubmit={submit}
      beside={<Button onClick={rest.onClose}>{w.cancel}</Button>}
    >
      <FormField name={`changes.${key}`} label={w.newValue} hint={`${w.now(valueSays(kind.kind, newest.value))}${range}`}>
        <ValueInput kind={kind} />
      </FormField>
      <DecisionFields view={view} />
      <Effect says={w.editEffect} />
    </ZodForm>
  );
}

function ConfirmForm({ numbers, view, ...rest }: FormProps & { readonly numbers: readonly PolicyNumber[] }) {
  const w = useWords(policyWords);
  const say = useSay();
  const tell = useTell();
  const valueSays = useValueSays();
  const save = useSave(view, rest);
  const submit = async (typed: z.output<typeof Confirmed>) => {
    await save({ ...typed, changes: Object.fromEntries(numbers.map(({ key, newest }) => [key, newest.value])) });
    tell.done(w.confirmed);
  };
  return (
    <ZodForm
      schema={Confirmed}
      initial={{ from: view.earliest }}
      submit={w.saveConfirm(numbers.length)}
      onSubmit={submit}
      beside={<Button onClick={rest.onClose}>{w.cancel}</Button>}
    >
      <ul className="policy-confirmed">
        {numbers.map(({ key, kind, newest }) => (
          <li key={key}>
            {say(numberWords[key].name)} <b>{valueSays(kind.kind, newest.value)}</b>
          </li>
        ))}
      </ul>
      <DecisionFields view={view} />
      <Effect says={w.confirmEffect} />
    </ZodForm>
  );
}

/** From when, by which document and why; the same for every decision. */
function DecisionFields({ view }: { readonly view: PolicyView }) {
  const w = useWords(policyWords);
  return (
    <>
      <FormField name="from" label={w.from} hint={w.fromHint(view.earliest)}>
        <Input type="date" min={view.earliest} max={view.latest} />
      </FormField>
      <FormField name="document" label={w.document}>
        <Input maxLength={200} autoComplete="off" />
      </FormField>
      <FormField name="reason" label={w.reason}>
        <Input maxLength={200} autoComplete="off" />
      </FormField>
    </>
  );
}

/** What comes of it, told before it is done, for the day that stands in the form. */
function Effect({ says }: { readonly says: (from: string) => string }) {
  const day: unknown = Form.useWatch('from');
  return <p className="nol-reason-effect">{says(typeof day === 'string' && day !== '' ? day : '…')}</p>;
}

/** The control that fits the number; takes id, value and onChange of the form. */
function ValueInput({ kind, ...props }: { readonly kind: PolicyNumber['kind'] }) {
  const w = useWords(policyWords);
  if ('most' in kind) return <Input {...props} type="number" inputMode="numeric" suffix={null} />;
  const options = [
    { value: 'in-school', label: w.inSchool },
    { value: 'to-verify', label: w.toVerify },
  ];
  return <Radio.Group {...props} options={options} />;
}

/** Sends a decision that follows the newest one on the page; where somebody else was faster the page is brought up to date. */
function useSave({ version }: PolicyView, { onRenew, onClose }: Pick<FormProps, 'onRenew' | 'onClose'>) {
  const { run } = useAction(setPolicy, { renews });
  return async (decision: Omit<NewPolicyVersion, 'version'>) => {
    try {
      await run({ body: { ...decision, version } });
    } catch (error) {
      if (isRefused(error) && error.status === 409) onRenew();
      throw error;
    }
    onClose();
  };
}

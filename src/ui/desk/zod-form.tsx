import { Alert, Button, Form } from 'antd';
import { createContext, type ReactNode, useContext, useId, useRef } from 'react';
import type { z } from 'zod';
import { useSay, useWords } from '../shared/language';
import type { Refused } from '../shared/refused';
import { useSending } from '../shared/use-sending';
import { defineWords } from '../shared/words';
import { clearChanged, faultsOf, focusFirstFault, leaveField, showFaults } from './form-faults';
import { isOptional, markingOf, withoutEmpty } from './form-shape';
import './form.css';

const words = defineWords({
  required: { zh: '必填', en: 'required' },
  optional: { zh: '选填', en: 'optional' },
});

const FormContext = createContext<z.ZodObject | undefined>(undefined);

type ZodFormProps<S extends z.ZodObject> = {
  readonly schema: S;
  readonly initial?: Partial<z.input<S>>;
  /** Sends it; what the server refuses is shown at its fields, everything typed stays. */
  readonly onSubmit: (value: z.output<S>) => Promise<unknown>;
  /** The verb of the button says the result. */
  readonly submit: string;
  /** Fields in which spaces at the beginning and the end count: passwords. */
  readonly verbatim?: readonly string[];
  /** Beside the submit button. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A form over the same Zod shape that the server checks: one column, labels above, errors beside their fields. */
export function ZodForm<S extends z.ZodObject>({
  schema,
  initial,
  onSubmit,
  submit,
  verbatim,
  beside,
  children,
}: ZodFormProps<S>) {
  const [form] = Form.useForm();
  const frame = useRef<HTMLDivElement>(null);
  const say = useSay();
  const { send, busy, refused } = useSending(onSubmit);
  const name = useId().replace(/\W/g, '');

  const submitAll = async () => {
    const typed = withoutEmpty(form.getFieldsValue(true), verbatim);
    const read = schema.safeParse(typed);
    const faults = read.success ? await send(read.data) : faultsOf(read.error, typed);
    showFaults(form, faults, say);
    if (faults.length > 0) focusFirstFault(frame.current);
  };
  return (
    <FormContext value={schema}>
      <div ref={frame}>
        <Form
          form={form}
          name={name}
          layout="vertical"
          requiredMark={false}
          initialValues={initial ?? {}}
          onValuesChange={(changed) => clearChanged(form, changed)}
          onBlur={(event) => leaveField(form, schema, { form: name, id: event.target.id }, say)}
          onFinish={() => void submitAll()}
        >
          {children}
          {refused ? <RefusedNote refused={refused} /> : null}
          <div className="nol-form-foot">
            <Button type="primary" htmlType="submit" loading={busy} onMouseDown={keepFocus}>
              {submit}
            </Button>
            {beside}
          </div>
        </Form>
      </div>
    </FormContext>
  );
}

/** The sentence of a refusal above the button, where it is read before pressing again. */
function RefusedNote({ refused }: { readonly refused: Refused }) {
  const say = useSay();
  return <Alert className="nol-form-refused" type="error" showIcon title={say(refused.says)} role="alert" />;
}

type FormFieldProps = {
  /** The path in the shape: `guardian.phone`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `checked` for a tick box. */
  readonly valueProp?: string;
  /** False: not marked as 必填 or 选填, where that depends on another field. */
  readonly marks?: boolean;
  /** The control. */
  readonly children: ReactNode;
};

/** One field of a ZodForm with its label, its hint and what is wrong with it. */
export function FormField({ name, label, hint, valueProp = 'value', marks = true, children }: FormFieldProps) {
  const schema = useContext(FormContext);
  if (!schema) throw new Error(`the field ${name} stands outside a ZodForm`);
  const w = useWords(words);
  const kind = isOptional(schema, name) ? 'optional' : 'required';
  const marked = marks && markingOf(schema) === kind;
  return (
    <Form.Item
      name={name.split('.')}
      valuePropName={valueProp}
      validateTrigger={false}
      label={
        <>
          {label}
          {marked ? <span className="nol-form-mark">{w[kind]}</span> : null}
        </>
      }
      extra={hint}
    >
      {children}
    </Form.Item>
  );
}

/** A field that is left is checked, and what is said then pushes the button from under the pointer before it is let go: the click would be lost. */
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}

import type { FormInstance } from 'antd';
import type { z } from 'zod';
import type { FieldFault } from '../../kernel/refusal';
import { issueSays } from '../shared/issue-words';
import type { Says } from '../shared/words';
import { withoutEmpty } from './form-shape';

type Say = (says: Says) => string;

const please: Says = { zh: '请填写', en: 'Please fill this in' };

/** What Zod found in what was typed, field by field, in both languages. */
export function faultsOf(error: z.ZodError, typed: unknown): readonly FieldFault[] {
  return error.issues.map((issue) => {
    // A coerced number says of an empty field that it is no number; a person is asked to fill it in.
    const empty = issue.code === 'invalid_type' && valueAt(typed, issue.path) === undefined;
    return { path: issue.path.join('.'), ...(empty ? please : issueSays(issue)) };
  });
}

function valueAt(typed: unknown, path: readonly PropertyKey[]): unknown {
  let value = typed;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** Shows each fault at its field, and no other; a fault of no field of the form is left to the sentence above the button. */
export function showFaults(form: FormInstance, faults: readonly FieldFault[], say: Say): void {
  form.setFields(
    form.getFieldsError().map(({ name }) => {
      const path = name.join('.');
      const errors = faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`)).map(say);
      return { name, errors: errors.slice(0, 1) };
    }),
  );
}

/** Looks at one field once the person has left it; an empty one is not scolded before the whole form is sent. */
export function leaveField(form: FormInstance, schema: z.ZodObject, left: { form: string; id: string }, say: Say): void {
  // The kit calls a control by its form and the steps of its path.
  const name = form.getFieldsError().find((field) => left.id === [left.form, ...field.name].join('_'))?.name;
  if (!name || withoutEmpty(form.getFieldValue(name)) === undefined) return;
  const typed = withoutEmpty(form.getFieldsValue(true));
  const read = schema.safeParse(typed);
  const fault = read.success ? undefined : faultsOf(read.error, typed).find((found) => found.path === name.join('.'));
  form.setFields([{ name, errors: fault ? [say(fault)] : [] }]);
}

/** Takes the fault from a field that is being mended. */
export function clearChanged(form: FormInstance, changed: Readonly<Record<string, unknown>>): void {
  const mended = form.getFieldsError().filter(({ name, errors }) => errors.length > 0 && String(name[0]) in changed);
  if (mended.length > 0) form.setFields(mended.map(({ name }) => ({ name, errors: [] })));
}

/** Puts the cursor into the first field with a fault, once it is drawn as one. */
export function focusFirstFault(frame: HTMLElement | null): void {
  requestAnimationFrame(() => {
    frame?.querySelector<HTMLElement>('[aria-invalid="true"], .ant-form-item-has-error input')?.focus();
  });
}

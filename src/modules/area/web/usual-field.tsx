import { Button, Form, Input } from 'antd';
import { FormField } from '../../../ui/desk/zod-form';
import './fields.css';

type UsualFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly usual: readonly string[];
  readonly maxLength: number;
};

/** A text that is often one of a few: those at a click, or in one's own words. */
export function UsualField({ name, label, hint, usual, maxLength }: UsualFieldProps) {
  const form = Form.useFormInstance();
  return (
    <>
      <FormField name={name} label={label} {...(hint === undefined ? {} : { hint })}>
        <Input maxLength={maxLength} />
      </FormField>
      <div className={hint === undefined ? 'area-usual area-usual-bare' : 'area-usual'}>
        {usual.map((text) => (
          <Button key={text} size="small" onClick={() => form.setFieldsValue({ [name]: text })}>
            {text}
          </Button>
        ))}
      </div>
    </>
  );
}

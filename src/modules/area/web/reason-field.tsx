import { Button, Form, Input } from 'antd';
import { FormField } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { commonWords } from './words';
import './fields.css';

/** 理由 of a change: the usual ones at a click, or in one's own words. */
export function ReasonField({ usual }: { readonly usual: readonly string[] }) {
  const w = useWords(commonWords);
  const form = Form.useFormInstance();
  return (
    <>
      <FormField name="reason" label={w.reason} hint={w.reasonHint}>
        <Input maxLength={200} />
      </FormField>
      <div className="area-usual">
        {usual.map((reason) => (
          <Button key={reason} size="small" onClick={() => form.setFieldsValue({ reason })}>
            {reason}
          </Button>
        ))}
      </div>
    </>
  );
}

import { Input, Radio } from 'antd';
import { useMemo } from 'react';
import { FormField } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { type Purpose, purposes } from '../rules/purposes';
import { leavingWords } from './words';

const keys = Object.keys(purposes) as readonly Purpose[];

/** What for: one of the purposes that have a basis, and in words. */
export function PurposeFields() {
  const w = useWords(leavingWords);
  const say = useSay();
  const options = useMemo(() => keys.map((key) => ({ value: key, label: say(purposes[key].says) })), [say]);
  return (
    <>
      <FormField name="purpose" label={w.purpose} marks={false}>
        <Radio.Group className="reports-chips" optionType="button" options={options} />
      </FormField>
      <FormField name="purposeText" label={w.purposeText}>
        <Input maxLength={200} placeholder={w.purposeHint} />
      </FormField>
    </>
  );
}

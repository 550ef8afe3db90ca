import { Input, Modal, Radio } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import { ExportAsk } from '../audit-contract';
import { exportTrail, getLines } from './calls';
import { auditWords } from './words';
import './audit.css';

const renews = [getLines];
const Form = ExportAsk.pick({ form: true, reason: true });

type ExportProps = {
  readonly open: boolean;
  readonly conditions: Partial<Omit<ExportAsk, 'form' | 'reason'>> & { readonly after?: string | undefined };
  readonly onClose: () => void;
};

/** Saves what fits the conditions as a file, with a reason. */
export function ExportDialog({ open, conditions, onClose }: ExportProps) {
  const w = useWords(auditWords);
  const tell = useTell();
  const { run } = useAction(exportTrail, { renews });
  const { after: _, ...narrowed } = conditions;
  return (
    <Modal open={open} title={w.exportTitle} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      <p className="nol-trail-why">{w.exportWhy}</p>
      <ZodForm
        schema={Form}
        initial={{ form: 'xlsx' }}
        submit={w.exportThis}
        onSubmit={async (asked) => {
          saveFile(await run({ body: { ...narrowed, ...asked } }));
          tell.done(w.exported);
          onClose();
        }}
      >
        <FormField name="form" label={w.form}>
          <Radio.Group
            className="nol-reasons"
            options={[
              { value: 'xlsx', label: w.xlsx },
              { value: 'jsonl', label: w.jsonl },
            ]}
          />
        </FormField>
        <FormField name="reason" label={w.reason}>
          <Input maxLength={200} />
        </FormField>
      </ZodForm>
    </Modal>
  );
}

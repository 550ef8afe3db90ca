import { Input, Modal } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { Renewals } from '../accounts-contract';
import { type GrantView, getAccount, getGrants, renewGrants } from './calls';
import { useRenewing } from './use-renewing';
import { UsualUntil } from './usual-until';
import { grantWords } from './words';

const renews = [getGrants, getAccount];
const Until = Renewals.omit({ grants: true });

type RenewProps = {
  readonly open: boolean;
  readonly grants: readonly GrantView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Lets rights go on until a day, each asked for anew. */
export function RenewDialog({ open, grants, onClose, onDone }: RenewProps) {
  const w = useWords(grantWords);
  const tell = useTell();
  const { run } = useAction(renewGrants, { renews });
  const renewing = useRenewing(renews);
  return (
    <Modal open={open} title={w.renewTitle(grants.length)} onCancel={onClose} footer={null} width={480} destroyOnHidden>
      <p className="nol-panel-why">{w.renewWhy}</p>
      <ZodForm
        schema={Until}
        submit={w.renewThis}
        onSubmit={async (body) => {
          const seen = grants.map(({ id, version }) => ({ id, version }));
          const { asked, unchanged } = await renewing(() => run({ body: { ...body, grants: seen } }));
          tell.done(w.renewed(asked, unchanged));
          onDone();
        }}
      >
        <FormField name="untilDay" label={w.until} hint={w.untilHint}>
          <Input type="date" />
        </FormField>
        <UsualUntil />
        <FormField name="reason" label={w.reason} hint={w.reasonHint}>
          <Input maxLength={200} />
        </FormField>
      </ZodForm>
    </Modal>
  );
}

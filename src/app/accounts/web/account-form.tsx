import { Button, Input } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { AccountChange, AccountDraft, type AccountView } from '../accounts-contract';
import { addAccount, changeAccount, getAccount, getAccounts } from './calls';
import { useRenewing } from './use-renewing';
import { accountWords } from './words';
import './panel.css';

const renews = [getAccounts, getAccount];
const Change = AccountChange.omit({ version: true });

type NewProps = { readonly onDone: (id: string) => void; readonly onLeave: () => void };

/** 新建账号. */
export function NewAccountForm({ onDone, onLeave }: NewProps) {
  const w = useWords(accountWords);
  const tell = useTell();
  const { run } = useAction(addAccount, { renews });
  return (
    <div className="nol-panel-form">
      <ZodForm
        schema={AccountDraft}
        submit={w.add}
        onSubmit={async (body) => {
          const { id } = await run({ body });
          tell.done(w.added(body.name));
          onDone(id);
        }}
        beside={<Button onClick={onLeave}>{w.leave}</Button>}
      >
        <FormField name="name" label={w.name}>
          <Input maxLength={40} autoComplete="off" autoFocus />
        </FormField>
        <FormField name="unit" label={w.unit}>
          <Input maxLength={60} autoComplete="off" />
        </FormField>
        <FormField name="login" label={w.login} hint={w.loginHint}>
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </FormField>
      </ZodForm>
    </div>
  );
}

/** 修改姓名和单位. When somebody was faster the sentence says so, and the next try is made on what it is now. */
export function AccountChangeForm({ account, onDone }: { readonly account: AccountView; readonly onDone: () => void }) {
  const w = useWords(accountWords);
  const tell = useTell();
  const { run } = useAction(changeAccount, { renews });
  const renewing = useRenewing(renews);
  return (
    <div className="nol-panel-form">
      <ZodForm
        schema={Change}
        initial={{ name: account.name, unit: account.unit }}
        submit={w.save}
        onSubmit={async (body) => {
          await renewing(() => run({ params: { id: account.id }, body: { ...body, version: account.version } }));
          tell.done(w.changed);
          onDone();
        }}
        beside={<Button onClick={onDone}>{w.leave}</Button>}
      >
        <FormField name="name" label={w.name}>
          <Input maxLength={40} autoComplete="off" />
        </FormField>
        <FormField name="unit" label={w.unit}>
          <Input maxLength={60} autoComplete="off" />
        </FormField>
      </ZodForm>
    </div>
  );
}

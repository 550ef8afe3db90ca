import { Input } from 'antd';
import { z } from 'zod';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { ownWords } from './own-words';

const Confirm = z.object({ password: z.string().max(256) });

/** Asks for the present password before something that only its owner may do. */
export function PasswordStep({ onSubmit }: { readonly onSubmit: (password: string) => Promise<void> }) {
  const w = useWords(ownWords);
  return (
    <ZodForm schema={Confirm} submit={w.goOn} verbatim={['password']} onSubmit={({ password }) => onSubmit(password)}>
      <p className="nol-me-why">{w.confirmWhy}</p>
      <FormField name="password" label={w.present}>
        <Input.Password autoComplete="current-password" autoFocus />
      </FormField>
    </ZodForm>
  );
}

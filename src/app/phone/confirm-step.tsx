import { useState } from 'react';
import { Field } from '../../ui/phone/field';
import { useWords } from '../../ui/shared/language';
import { ownWords } from '../accounts/web/own-words';
import { StepForm, useStepForm } from './step-form';

/** Asks for the present password before something that only its owner may do. */
export function ConfirmStep({ onSubmit }: { readonly onSubmit: (password: string) => Promise<void> }) {
  const w = useWords(ownWords);
  const [password, setPassword] = useState('');
  const form = useStepForm(() => onSubmit(password), { password: password !== '' });
  return (
    <StepForm form={form} submit={w.goOn}>
      <p className="ph-note">{w.confirmWhy}</p>
      <Field
        label={w.present}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        fault={form.missing.has('password') ? w.required : undefined}
      />
    </StepForm>
  );
}

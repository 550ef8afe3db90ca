import { useState } from 'react';
import { Field } from '../../ui/phone/field';
import { Screen } from '../../ui/phone/screen';
import { useSay, useWords } from '../../ui/shared/language';
import { useInvitation } from '../../ui/shared/use-arrival';
import { StepForm, useStepForm } from './step-form';
import { phoneWords } from './words';

/** Where somebody comes with an invitation: the code, then a password of one's own. */
export function InvitationPage() {
  const w = useWords(phoneWords);
  const say = useSay();
  const { given, invited, refused, look, accept } = useInvitation('/m/');
  return (
    <div className="ph-page">
      <Screen title={w.invitationTitle}>
        {invited ? (
          <>
            <p className="ph-note">{w.invitedWhy(invited.name, invited.unit, invited.login)}</p>
            <NewPasswordStep onSubmit={accept} />
          </>
        ) : (
          <>
            {refused ? (
              <p className="ph-refused" role="alert">
                {say(refused.says)}
              </p>
            ) : null}
            <CodeStep given={given} onSubmit={look} />
          </>
        )}
        <p>
          <a className="ph-button ph-button-quiet ph-link-button" href="/m/">
            {w.backToSignIn}
          </a>
        </p>
      </Screen>
    </div>
  );
}

function CodeStep({ given, onSubmit }: { readonly given: string; readonly onSubmit: (code: string) => Promise<void> }) {
  const w = useWords(phoneWords);
  const [code, setCode] = useState(given);
  const form = useStepForm(() => onSubmit(code.trim()), { code: code.trim() !== '' });
  return (
    <StepForm form={form} submit={w.goOn}>
      <Field
        label={w.invitationCode}
        value={code}
        onChange={setCode}
        autoComplete="off"
        maxLength={60}
        hint={w.invitationHint}
        fault={form.missing.has('code') ? w.required : undefined}
      />
    </StepForm>
  );
}

function NewPasswordStep({ onSubmit }: { readonly onSubmit: (password: string) => Promise<void> }) {
  const w = useWords(phoneWords);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const form = useStepForm(() => onSubmit(next), { next: next.length >= 12, again: next === again });
  return (
    <StepForm form={form} submit={w.setPassword}>
      <Field
        label={w.next}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        hint={w.nextHint}
        fault={form.missing.has('next') ? w.tooShort : undefined}
      />
      <Field
        label={w.again}
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        fault={form.missing.has('again') ? w.differs : undefined}
      />
    </StepForm>
  );
}

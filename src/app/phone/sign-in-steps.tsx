import { lazy, Suspense, useState } from 'react';
import { Field } from '../../ui/phone/field';
import { useWords } from '../../ui/shared/language';
import type { SignInWay } from '../../ui/shared/use-sign-in';
import { StepForm, useStepForm } from './step-form';
import { phoneWords } from './words';

const Enrolment = lazy(async () => ({ default: (await import('./enrolment')).Enrolment }));

export type Filled = { readonly login: string; readonly password?: string };

type StepsProps = { readonly way: SignInWay; readonly filled?: Filled | undefined; readonly loginIsFixed?: boolean };

/** The step of signing in that comes next. */
export function SignInSteps({ way, filled, loginIsFixed = false }: StepsProps) {
  const w = useWords(phoneWords);
  if (way.step === 'code') return <CodeStep onSubmit={way.enterCode} />;
  if (way.step === 'enrolment') {
    return (
      <Suspense fallback={null}>
        <Enrolment begin={way.beginEnrolment} code={<CodeStep onSubmit={way.enterCode} />} />
      </Suspense>
    );
  }
  if (way.step === 'password') {
    return (
      <>
        <p className="ph-note">{w.passwordWhy}</p>
        <PasswordStep onSubmit={way.changePassword} />
      </>
    );
  }
  return <CredentialsStep key={filled?.login} filled={filled} loginIsFixed={loginIsFixed} onSubmit={way.enterPassword} />;
}

/** The heading of a step. */
export function useStepTitle(step: SignInWay['step']): string {
  const w = useWords(phoneWords);
  if (step === 'code') return w.codeTitle;
  if (step === 'enrolment') return w.enrolTitle;
  return step === 'password' ? w.passwordTitle : w.signIn;
}

type CredentialsProps = {
  readonly filled: Filled | undefined;
  readonly loginIsFixed: boolean;
  readonly onSubmit: SignInWay['enterPassword'];
};

function CredentialsStep({ filled, loginIsFixed, onSubmit }: CredentialsProps) {
  const w = useWords(phoneWords);
  const [login, setLogin] = useState(filled?.login ?? '');
  const [password, setPassword] = useState(filled?.password ?? '');
  const form = useStepForm(() => onSubmit(login.trim(), password), { login: login.trim() !== '', password: password !== '' });
  return (
    <StepForm form={form} submit={w.enter}>
      <Field
        label={w.login}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        readOnly={loginIsFixed}
        fault={form.missing.has('login') ? w.required : undefined}
      />
      <Field
        label={w.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        fault={form.missing.has('password') ? w.required : undefined}
      />
    </StepForm>
  );
}

/** The digits of the authenticator, or a recovery code. */
export function CodeStep({ onSubmit }: { readonly onSubmit: SignInWay['enterCode'] }) {
  const w = useWords(phoneWords);
  const [code, setCode] = useState('');
  const form = useStepForm(() => onSubmit(code.trim()), { code: code.trim() !== '' });
  return (
    <StepForm form={form} submit={w.sendCode}>
      <Field
        label={w.code}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        maxLength={20}
        hint={w.codeHint}
        fault={form.missing.has('code') ? w.required : undefined}
      />
    </StepForm>
  );
}

/** The present password and a new one. */
export function PasswordStep({ onSubmit }: { readonly onSubmit: SignInWay['changePassword'] }) {
  const w = useWords(phoneWords);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const form = useStepForm(() => onSubmit(current, next), { current: current !== '', next: next.length >= 12 });
  return (
    <StepForm form={form} submit={w.change}>
      <Field
        label={w.current}
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        fault={form.missing.has('current') ? w.required : undefined}
      />
      <Field
        label={w.next}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        hint={w.nextHint}
        fault={form.missing.has('next') ? w.tooShort : undefined}
      />
    </StepForm>
  );
}

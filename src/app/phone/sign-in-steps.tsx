import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/phone/button';
import { Field } from '../../ui/phone/field';
import { useSay, useWords } from '../../ui/shared/language';
import { useSending } from '../../ui/shared/use-sending';
import type { SignInWay } from '../../ui/shared/use-sign-in';
import { Enrolment } from './enrolment';
import { phoneWords } from './words';

export type Filled = { readonly login: string; readonly password?: string };

type StepsProps = { readonly way: SignInWay; readonly filled?: Filled | undefined; readonly loginIsFixed?: boolean };

/** The step of signing in that comes next. */
export function SignInSteps({ way, filled, loginIsFixed = false }: StepsProps) {
  const w = useWords(phoneWords);
  if (way.step === 'code') return <CodeStep onSubmit={way.enterCode} />;
  if (way.step === 'enrolment') return <Enrolment begin={way.beginEnrolment} code={<CodeStep onSubmit={way.enterCode} />} />;
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

function CodeStep({ onSubmit }: { readonly onSubmit: SignInWay['enterCode'] }) {
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

function PasswordStep({ onSubmit }: { readonly onSubmit: SignInWay['changePassword'] }) {
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

type FormState = ReturnType<typeof useStepForm>;

/** Sends when every part is as it should be; else says which is not. */
function useStepForm<K extends string>(submit: () => Promise<void>, right: Readonly<Record<K, boolean>>) {
  const { send, busy, refused } = useSending<undefined>(submit);
  const [tried, setTried] = useState(false);
  const wrong = Object.keys(right).filter((key) => !right[key as K]);
  const onSubmit = () => {
    setTried(true);
    if (wrong.length === 0) void send(undefined);
  };
  return { busy, refused, onSubmit, missing: new Set(tried ? wrong : []) };
}

function StepForm({ form, submit, children }: { form: FormState; submit: string; children: ReactNode }) {
  const say = useSay();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.onSubmit();
      }}
    >
      {children}
      {form.refused ? (
        <p className="ph-refused" role="alert">
          {say(form.refused.says)}
        </p>
      ) : null}
      <Button kind="main" type="submit" busy={form.busy}>
        {submit}
      </Button>
    </form>
  );
}

import { Input } from 'antd';
import { z } from 'zod';
import { FormField, ZodForm } from '../../ui/desk/zod-form';
import { useWords } from '../../ui/shared/language';
import { signInWords } from './sign-in-words';

/** What no password goes below or above (design, SEC-01); the server knows the common ones and may ask for more. */
const shortestPassword = 12;
const longestPassword = 256;
const passwords = ['password', 'current', 'next', 'again'];

const Credentials = z.object({ login: z.string().max(80), password: z.string().max(longestPassword) });
const Code = z.object({ code: z.string().max(20) });
const NewPassword = z
  .object({
    current: z.string().max(longestPassword),
    next: z.string().min(shortestPassword).max(longestPassword),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, {
    path: ['again'],
    params: { zh: '两遍写得不一样', en: 'The two are not the same' },
  });

const FirstPassword = z
  .object({ password: z.string().min(shortestPassword).max(longestPassword), again: z.string() })
  .refine(({ password, again }) => password === again, {
    path: ['again'],
    params: { zh: '两遍写得不一样', en: 'The two are not the same' },
  });

type CredentialsFormProps = {
  /** What a demo account fills in, or the account to which the page belongs. */
  readonly filled?: { readonly login: string; readonly password?: string } | undefined;
  readonly loginIsFixed?: boolean;
  readonly onSubmit: (login: string, password: string) => Promise<void>;
};

/** Account and password. */
export function CredentialsForm({ filled, loginIsFixed = false, onSubmit }: CredentialsFormProps) {
  const w = useWords(signInWords);
  return (
    <ZodForm
      key={filled?.login}
      schema={Credentials}
      initial={filled ?? {}}
      submit={w.enter}
      verbatim={passwords}
      onSubmit={({ login, password }) => onSubmit(login, password)}
    >
      <FormField name="login" label={w.login}>
        <Input autoComplete="username" autoFocus={!loginIsFixed} readOnly={loginIsFixed} spellCheck={false} />
      </FormField>
      <FormField name="password" label={w.password}>
        <Input.Password autoComplete="current-password" autoFocus={loginIsFixed} />
      </FormField>
    </ZodForm>
  );
}

/** The six digits. */
export function CodeForm({ hint, onSubmit }: { readonly hint?: string; readonly onSubmit: (code: string) => Promise<void> }) {
  const w = useWords(signInWords);
  return (
    <ZodForm schema={Code} submit={w.sendCode} onSubmit={({ code }) => onSubmit(code)}>
      <FormField name="code" label={w.code} {...(hint ? { hint } : {})}>
        <Input className="nol-code" autoComplete="one-time-code" maxLength={20} autoFocus />
      </FormField>
    </ZodForm>
  );
}

/** The present password and the new one, twice. */
export function NewPasswordForm({ onSubmit }: { readonly onSubmit: (current: string, next: string) => Promise<void> }) {
  const w = useWords(signInWords);
  return (
    <ZodForm
      schema={NewPassword}
      submit={w.change}
      verbatim={passwords}
      onSubmit={({ current, next }) => onSubmit(current, next)}
    >
      <FormField name="current" label={w.current}>
        <Input.Password autoComplete="current-password" autoFocus />
      </FormField>
      <FormField name="next" label={w.next} hint={w.nextHint}>
        <Input.Password autoComplete="new-password" />
      </FormField>
      <FormField name="again" label={w.again}>
        <Input.Password autoComplete="new-password" />
      </FormField>
    </ZodForm>
  );
}

type FirstPasswordFormProps = { readonly login: string; readonly onSubmit: (password: string) => Promise<void> };

/** The first password of an account, twice; the login stands hidden beside it, for the browser's own memory of passwords. */
export function FirstPasswordForm({ login, onSubmit }: FirstPasswordFormProps) {
  const w = useWords(signInWords);
  return (
    <ZodForm schema={FirstPassword} submit={w.setPassword} verbatim={passwords} onSubmit={({ password }) => onSubmit(password)}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <FormField name="password" label={w.next} hint={w.nextHint}>
        <Input.Password autoComplete="new-password" autoFocus />
      </FormField>
      <FormField name="again" label={w.again}>
        <Input.Password autoComplete="new-password" />
      </FormField>
    </ZodForm>
  );
}

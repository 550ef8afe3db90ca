import { Alert, Input } from 'antd';
import { z } from 'zod';
import { Facts } from '../../ui/desk/blocks';
import { FormField, ZodForm } from '../../ui/desk/zod-form';
import { useSay, useWords } from '../../ui/shared/language';
import type { Invited, Session } from '../../ui/shared/session';
import { useInvitation } from '../../ui/shared/use-arrival';
import { FirstPasswordForm } from './sign-in-forms';
import { SignInFrame } from './sign-in-frame';
import { signInWords } from './sign-in-words';

const Code = z.object({ code: z.string().max(60) });

/** Where somebody comes with an invitation: the code, then a password of one's own. */
export function InvitationPage({ session }: { readonly session: Session }) {
  const w = useWords(signInWords);
  const say = useSay();
  const { given, invited, refused, look, accept } = useInvitation('/');
  return (
    <SignInFrame session={session} title={invited ? w.firstPassword : w.invitationTitle}>
      {invited ? (
        <>
          <InvitedFacts invited={invited} />
          <FirstPasswordForm login={invited.login} onSubmit={accept} />
        </>
      ) : (
        <>
          {refused ? <Alert className="nol-invited" type="error" showIcon title={say(refused.says)} role="alert" /> : null}
          <CodeForm given={given} onSubmit={look} />
        </>
      )}
      <p className="nol-sign-in-ways">
        <a href="/">{w.backToSignIn}</a>
      </p>
    </SignInFrame>
  );
}

function InvitedFacts({ invited }: { readonly invited: Invited }) {
  const w = useWords(signInWords);
  const rows = [
    { says: w.person, value: invited.name },
    { says: w.unit, value: invited.unit },
    { says: w.login, value: <b>{invited.login}</b> },
  ];
  return (
    <div className="nol-invited">
      <p className="nol-sign-in-why">{w.invitedWhy}</p>
      <Facts rows={rows} />
    </div>
  );
}

function CodeForm({ given, onSubmit }: { readonly given: string; readonly onSubmit: (code: string) => Promise<void> }) {
  const w = useWords(signInWords);
  return (
    <ZodForm schema={Code} initial={{ code: given }} submit={w.goOn} onSubmit={({ code }) => onSubmit(code)}>
      <p className="nol-sign-in-why">{w.invitationWhy}</p>
      <FormField name="code" label={w.invitationCode} hint={w.invitationHint}>
        <Input autoComplete="off" spellCheck={false} autoFocus maxLength={60} />
      </FormField>
    </ZodForm>
  );
}

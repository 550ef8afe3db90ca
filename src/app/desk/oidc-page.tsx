import { ErrorState, LoadingState } from '../../ui/desk/states';
import { useWords } from '../../ui/shared/language';
import type { Session } from '../../ui/shared/session';
import { useOidcReturn } from '../../ui/shared/use-arrival';
import { SignInFrame } from './sign-in-frame';
import { signInWords } from './sign-in-words';

/** Where another provider of identities sends people back to. */
export function OidcPage({ session }: { readonly session: Session }) {
  const w = useWords(signInWords);
  const refused = useOidcReturn(false);
  return (
    <SignInFrame session={session} title={w.title}>
      {refused ? <ErrorState refused={refused} next={<a href="/">{w.backToSignIn}</a>} /> : <LoadingState rows={2} />}
    </SignInFrame>
  );
}

import { RouterProvider } from '@tanstack/react-router';
import { ErrorState, LoadingState } from '../../ui/desk/states';
import { useFirstLook, useSession } from '../../ui/shared/server-context';
import { signInStep } from '../../ui/shared/session';
import { router } from './router';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';

/** The whole desktop: the sign-in page until somebody is in, then the pages, and the sign-in dialog when a session ends. */
export function Desk() {
  const session = useSession();
  const { refused, retry } = useFirstLook();
  if (!session) return refused ? <ErrorState refused={refused} onRetry={retry} /> : <LoadingState />;
  if (signInStep(session) !== 'done') return <SignInPage session={session} />;
  return (
    <>
      <RouterProvider router={router} />
      <SignInAgain />
    </>
  );
}

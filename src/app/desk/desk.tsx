import { RouterProvider } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { ErrorState, LoadingState } from '../../ui/desk/states';
import { useFirstLook, useSession } from '../../ui/shared/server-context';
import { type Session, signInStep } from '../../ui/shared/session';
import { router } from './router';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';

type Public = ComponentType<{ readonly session: Session }>;

/** What lies before the sign-in: few people come here, and once. */
const publicPages: Readonly<Record<string, Public>> = {
  '/invitation': lazy<Public>(async () => ({ default: (await import('./invitation-page')).InvitationPage })),
  '/setup': lazy<Public>(async () => ({ default: (await import('./setup-page')).SetupPage })),
  '/oidc': lazy<Public>(async () => ({ default: (await import('./oidc-page')).OidcPage })),
};

/** The whole desktop: the sign-in page until somebody is in, then the pages, and the sign-in dialog when a session ends. */
export function Desk() {
  const session = useSession();
  const { refused, retry } = useFirstLook();
  if (!session) return refused ? <ErrorState refused={refused} onRetry={retry} /> : <LoadingState />;
  const PublicPage = publicPages[location.pathname];
  if (PublicPage) {
    return (
      <Suspense fallback={<LoadingState />}>
        <PublicPage session={session} />
      </Suspense>
    );
  }
  if (signInStep(session) !== 'done') return <SignInPage session={session} />;
  return (
    <>
      <RouterProvider router={router} />
      <SignInAgain />
    </>
  );
}

import { lazy, Suspense } from 'react';
import { useServer, useWatched } from '../../ui/shared/server-context';
import type { SignedIn } from '../../ui/shared/session';

const SignInSheet = lazy(async () => ({ default: (await import('./sign-in-sheet')).SignInSheet }));

/** Comes up over the page when the session has ended; what was typed below stays (UX-27). */
export function SignInAgain({ owner }: { readonly owner: SignedIn }) {
  const asks = useWatched(useServer().asksAgain);
  if (!asks) return null;
  return (
    <Suspense fallback={null}>
      <SignInSheet owner={owner} />
    </Suspense>
  );
}

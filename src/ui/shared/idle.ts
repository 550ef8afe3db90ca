import type { Server } from './server';

/** How often it is looked whether the session needs a sign of life or has ended; our choice. */
const everyMs = 20_000;

type Page = Pick<Window, 'addEventListener' | 'removeEventListener' | 'setInterval' | 'clearInterval' | 'document'>;

/**
 * Keeps a session alive while somebody types into a long form, and covers the page with the sign-in dialog when nobody has
 * touched it for so long that the session is over (SEC-03). Coming back to a tab looks too: in another one somebody may have
 * signed out, or in as somebody else. Answers with the way to stop.
 */
export function watchIdle(server: Server, page: Page): () => void {
  let touched = 0;
  const touch = () => {
    touched = Date.now();
  };
  // An unreachable server is no news here: the next request of the person says so.
  const look = () => void server.look().catch(() => undefined);
  const onTick = () => {
    const session = server.session.get();
    if (!session?.signedIn || server.asksAgain.get()) return;
    const [now, idleMs] = [Date.now(), session.idleSeconds * 1000];
    const silent = now - server.lastAnswer();
    const present = touched > server.lastAnswer() && silent > idleMs / 3;
    if (present || silent > idleMs + everyMs) look();
  };
  const onReturn = () => {
    if (page.document.visibilityState === 'visible' && server.session.get()?.signedIn && !server.asksAgain.get()) look();
  };
  const timer = page.setInterval(onTick, everyMs);
  const touches = ['pointerdown', 'keydown'] as const;
  for (const name of touches) page.addEventListener(name, touch, { passive: true });
  page.document.addEventListener('visibilitychange', onReturn);
  return () => {
    page.clearInterval(timer);
    for (const name of touches) page.removeEventListener(name, touch);
    page.document.removeEventListener('visibilitychange', onReturn);
  };
}

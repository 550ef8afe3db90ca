import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './language';
import { mend } from './polyfill';
import { createServer } from './server';
import { ServerProvider } from './server-context';
import { applyTokens } from './tokens';
import './page.css';

const reloadedFor = 'nol.reloaded';

/** Starts an entry: mends old browsers, sets the colours, and draws the pages with their server and language around them. */
export function begin(pages: ReactNode): void {
  mend();
  applyTokens(document.documentElement.style);
  reloadForNewVersion();
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for its content');
  const server = createServer({ fetch: (...asked) => fetch(...asked), now: Date.now, onStranger: () => location.reload() });
  createRoot(root).render(
    <LanguageProvider>
      <ServerProvider server={server}>{pages}</ServerProvider>
    </LanguageProvider>,
  );
}

/** After an upgrade an open page may miss a part it has not loaded yet: it is loaded anew, once in ten seconds at most. */
function reloadForNewVersion(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(reloadedFor) ?? 0);
    if (Date.now() - last < 10_000) return;
    event.preventDefault();
    sessionStorage.setItem(reloadedFor, String(Date.now()));
    location.reload();
  });
}

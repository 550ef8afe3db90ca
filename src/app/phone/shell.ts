const scope = '/m/';
/** So often a page that stays open asks for a new version; browsers themselves ask when a page is opened. Our choice. */
const askEveryMs = 3_600_000;

/** Keeps the pages on this phone, so that they open without a network (worker.ts); where a browser does not keep any, nothing is different. */
export async function keepShell(): Promise<void> {
  // Pages that are being worked on are built anew with each look and have no worker.
  const built = new URL(import.meta.url).pathname.startsWith('/assets/');
  if (!built || !('serviceWorker' in navigator)) return;
  try {
    const kept = await navigator.serviceWorker.register('/m/worker.js', { scope, updateViaCache: 'none' });
    // What has not been sent yet is not thrown away when the phone is short of room.
    await navigator.storage?.persist?.();
    askForNew(kept);
  } catch (error) {
    // A private window, a phone without room, a web view that allows none, a worker that cannot be fetched just now.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

/** Takes the pages off this phone again. */
export async function dropShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const kept = await navigator.serviceWorker.getRegistration(scope);
  await kept?.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

function askForNew(kept: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < askEveryMs) return;
    asked = Date.now();
    // Without a network there is none.
    kept.update().catch(() => undefined);
  });
}

/** Runs work in one tab at a time; whoever comes second waits for the first. */
export type OneAtATime = (work: () => Promise<void>) => Promise<void>;

const name = 'nol-outbox';
/** A tab that died while sending holds the others up for so long; longer than one request may take. */
const leaseMs = 12_000;

/** By the browser's own locks, else (Safari 14) by a lease that all tabs of this browser see. */
export function oneAtATime(own: string): OneAtATime {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks) return async (work) => void (await locks.request(name, work));
  return async (work) => {
    if (!takeLease(own)) return;
    const renewed = setInterval(() => takeLease(own), leaseMs / 3);
    try {
      await work();
    } finally {
      clearInterval(renewed);
      localStorage.removeItem(name);
    }
  };
}

/** Two tabs may take it in the same instant: then an entry goes out twice with one key, which the server knows. */
function takeLease(own: string): boolean {
  const [holder, until] = (localStorage.getItem(name) ?? '').split(' ');
  if (holder !== own && Number(until) > Date.now()) return false;
  localStorage.setItem(name, `${own} ${Date.now() + leaseMs}`);
  return true;
}

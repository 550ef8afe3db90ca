// The page's own server on the phone: opens the pages without a network. It holds programs and no data: what the server says of a
// child passes by it (`/api/`), and is kept, where it is, by src/ui/outbox, sealed. Why our own: docs/decisions/0015.
import { type Shell, wayOf } from './shell-ways';

type Extended = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Extended & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };

/** What a worker has and a page has not; the types of the two cannot be loaded together. */
type Worker = {
  readonly addEventListener: ((name: 'install' | 'activate', hear: (event: Extended) => void) => void) &
    ((name: 'fetch', hear: (event: Asked) => void) => void);
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
};

/** Written in by scripts/build-web.mjs. */
declare const SHELL: Shell;

const shell = SHELL;
const worker = self as unknown as Worker;
const prefix = 'nol-shell ';
const own = `${prefix}${shell.version}`;
const document = '/m/';
/** So many files are asked for at once, so that the page keeps most of a slow network. */
const lanes = 3;

worker.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, location.origin);
  if (way === 'document') event.respondWith(openDocument(event.request));
  if (way === 'file') event.respondWith(openFile(event.request));
});

/** Everything of this version, or nothing: a file that cannot be had leaves the version before in its place. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(own);
  const open = [...shell.files];
  const lane = async () => {
    for (let file = open.shift(); file !== undefined; file = open.shift()) {
      const known = await caches.match(file, { ignoreVary: true });
      await cache.put(file, known ?? (await whole(await fetch(file))));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await cache.put(document, await whole(await fetch(document, { cache: 'reload' })));
}

/** An answer that is what was asked for: a portal of a hotel or a proxy says something else in its place. */
async function whole(answer: Response): Promise<Response> {
  if (!answer.ok || answer.redirected) throw new Error(`${answer.url} cannot be kept: ${answer.status}`);
  return answer;
}

/** The one before stays: a page that was opened with it may still ask for its parts. */
async function dropOldShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
}

async function openDocument(request: Request): Promise<Response> {
  const cache = await caches.open(own);
  return (await cache.match(document, { ignoreVary: true })) ?? fetch(request);
}

/** Its name bears a digest of what is in it, so whichever version has it, it is the same. */
async function openFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

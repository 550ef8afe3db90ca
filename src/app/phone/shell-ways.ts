/** One version of the phone's pages: every file of it, by address. */
export type Shell = { readonly version: string; readonly files: readonly string[] };

/** How the worker meets a request: with the kept document, a kept file, or not at all. */
export type Way = 'document' | 'file' | 'network';

/** The phone's pages and their files come from the phone; everything else, whatever the server says of people above all, does not. */
export function wayOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Way {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return 'network';
  if (address.pathname.startsWith('/assets/')) return 'file';
  const isPage = address.pathname.startsWith('/m/') && !/[.]\w+$/.test(address.pathname);
  return mode === 'navigate' && isPage ? 'document' : 'network';
}

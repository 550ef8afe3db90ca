// Small habits of a browser: the language, the columns of a table, large type. Never anything about a person (SEC-09, UX-29).

const prefix = 'nol.';

/** What was remembered under this name, or undefined; also where the browser keeps nothing. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch (error) {
    onlyStorage(error);
    return undefined;
  }
}

/** Keeps a habit in this browser; a browser that keeps nothing forgets it with the page. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch (error) {
    onlyStorage(error);
  }
}

/** Storage that is forbidden or full costs a habit and nothing else; every other error is ours. */
function onlyStorage(error: unknown): void {
  if (!(error instanceof DOMException)) throw error;
}

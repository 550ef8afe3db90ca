import { useCallback, useState } from 'react';
import { useSignedIn } from '../../../../ui/shared/server-context';
import type { AnswerGroup, MetWith } from '../../rules/answer';

/** What somebody has filled in and not yet handed in. */
export type Draft = {
  readonly group?: AnswerGroup | undefined;
  readonly outcome?: string | undefined;
  readonly place: string;
  readonly met: readonly MetWith[];
  readonly foundDay: string;
  readonly proofs: readonly string[];
  readonly note: string;
  /** to what is asked beside, by its key */ readonly filled?: Filled | undefined;
};
export type Filled = Readonly<Record<string, string>>;

/**
 * Keeps a draft in this tab of this browser, so that a reload, a lost network or a session that ended costs nothing; it is gone
 * with the tab and once it is handed in. No name and no number is in it, and it is bound to the person (SEC-09, UX-29).
 */
export function useDraft(taskId: string, today: string) {
  const { user } = useSignedIn();
  const key = `nol.answer.${user.id}.${taskId}`;
  const [draft, setDraft] = useState<Draft>(() => kept(key) ?? { place: '', met: [], foundDay: today, proofs: [], note: '' });
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        store(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => store(key, undefined), [key]);
  return { draft, change, clear };
}

function kept(key: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch (error) {
    onlyStorage(error);
    return undefined;
  }
}

function store(key: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch (error) {
    onlyStorage(error);
  }
}

/** A browser that keeps nothing, or what another version has written, costs the draft and nothing else. */
function onlyStorage(error: unknown): void {
  if (!(error instanceof DOMException) && !(error instanceof SyntaxError)) throw error;
}

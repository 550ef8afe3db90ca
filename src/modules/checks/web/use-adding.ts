import { useState } from 'react';
import { addableKinds, addableReasons, type Kind, type Reason } from '../rules/kinds';
import { shortestWords } from '../rules/sheet';
import { type Added, isSaid } from './use-sheet';

/** A child of the list, or `childId: null` for one that is on no list. */
export type About = { readonly childId: string | null; readonly name: string };

/** What the teacher knows better than the data, while it is filled in; `ready` is the line once it can stand. */
export function useAdding(about: About) {
  const [name, setName] = useState(about.name);
  const [kind, setKind] = useState<Kind>();
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const choose = (next: Kind) => {
    const [only, second] = addableReasons(next);
    setKind(next);
    setReason(second === undefined ? only : undefined);
  };
  const ready: Added | undefined =
    kind !== undefined && reason !== undefined && isSaid({ reason, words }) && name.trim().length >= shortestWords
      ? { childId: about.childId, name: name.trim(), kind, reason, words: words.trim() }
      : undefined;
  return {
    ...{ name, kind, reason, words, ready, setName, choose, setReason, setWords },
    kinds: addableKinds(about.childId !== null),
    reasons: kind === undefined ? [] : addableReasons(kind),
  };
}

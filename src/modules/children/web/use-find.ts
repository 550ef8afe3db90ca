import { useEffect, useState } from 'react';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { isRefused, type Refused } from '../../../ui/shared/refused';
import type { FoundChildren } from '../contract';
import { isWholeNumber, looksLikeNumber } from '../rules/typed-number';
import { findByNumber, findChildren } from './calls';

/** So long nothing is asked while somebody types on. */
const pauseMs = 180;

/** What is found for what is typed. */
export type Finding = {
  readonly isNumber: boolean;
  /** hits for just what is typed; undefined while they are on their way or not asked for */ readonly found:
    | FoundChildren
    | undefined;
  readonly refused: Refused | undefined;
  readonly busy: boolean;
  /** asks now: with a whole number, whose search is recorded, only when somebody says so */ readonly ask: () => Promise<
    FoundChildren | undefined
  >;
};

/** Names are looked for while they are typed, numbers when they are sent off. */
export function useFind(typed: string): Finding {
  const text = typed.trim();
  const isNumber = looksLikeNumber(text);
  const asked = usePaused(isNumber ? '' : text);
  const names = useAnswer(findChildren, { query: { q: asked } }, { when: asked !== '' });
  const { run, busy } = useAction(findByNumber);
  const [numbered, setNumbered] = useState<{
    readonly text: string;
    readonly found?: FoundChildren;
    readonly refused?: Refused;
  }>();
  const numberAnswer = numbered?.text === text ? numbered : undefined;
  const ask = async () => {
    if (!isNumber) return asked === text ? (names.data ?? (await names.refetch()).data) : undefined;
    if (!isWholeNumber(text)) return undefined;
    try {
      const found = await run({ body: { number: text } });
      setNumbered({ text, found });
      return found;
    } catch (error) {
      if (!isRefused(error)) throw error;
      setNumbered({ text, refused: error });
      return undefined;
    }
  };
  if (isNumber) return { isNumber, found: numberAnswer?.found, refused: numberAnswer?.refused, busy, ask };
  const current = text !== '' && asked === text;
  return {
    isNumber,
    found: current ? names.data : undefined,
    refused: current ? (names.error ?? undefined) : undefined,
    busy: text !== '' && (!current || names.isFetching),
    ask,
  };
}

/** A text, a little after it was last changed. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useCall } from '../../../ui/shared/server-context';
import type { Answer, ReviewLine, ReviewView } from '../review-contract';
import { decideReview, getAlike, getComparison, getReview, getReviews, takeReviewBack } from './calls';
import { reviewWords } from './review-page-words';
import { openCountAsked } from './use-open-reviews';

/** What a person decided on this page: the answer, and the pair as the server has it once it has answered. */
export type Done = { readonly answer: Answer; readonly saved: Promise<ReviewView | undefined> };

export type Deciding = {
  /** decided since the list was last asked for */ readonly done: ReadonlyMap<string, Done>;
  readonly decidedCount: number;
  /** something can be taken back: the newest decision of this page, or the opened pair's */ readonly mayUndo: boolean;
  readonly last: { readonly id: string; readonly names: string; readonly answer: Answer } | undefined;
  decide(answer: Answer, reason: string): void;
  undo(): Promise<void>;
};

type Queue = {
  readonly rows: readonly ReviewLine[];
  readonly current: ReviewLine | undefined;
  show(id: string | undefined): void;
};

/**
 * Decides pair after pair without waiting for the server: the next one is shown at once. A refusal brings the pair back with its
 * sentence. What was decided stays in the list, marked, until its end is reached; then the list is asked for anew.
 */
export function useDeciding({ rows, current, show }: Queue): Deciding {
  const [done, setDone] = useState<ReadonlyMap<string, Done>>(new Map());
  const [decidedCount, setCount] = useState(0);
  const stack = useRef<{ readonly id: string; readonly names: string; readonly answer: Answer; readonly done: Done }[]>([]);
  const send = useSend();
  const w = useWords(reviewWords);
  const tell = useTell();
  const without = useCallback((id: string) => setDone((before) => new Map([...before].filter(([key]) => key !== id))), []);

  /** What the server did not take is not decided, and there is nothing of it to undo. */
  const forget = (id: string) => {
    stack.current = stack.current.filter((one) => one.id !== id);
    setCount((count) => Math.max(0, count - 1));
    without(id);
  };

  const decide = (answer: Answer, reason: string) => {
    if (current === undefined || current.state === 'gone') return;
    const { id, leftName, rightName } = current;
    const earlier = done.get(id);
    const saved = send.decide(current, earlier, { answer, reason }).then((view) => {
      if (view === undefined) forget(id);
      return view;
    });
    const one: Done = { answer, saved };
    stack.current.push({ id, names: leftName === rightName ? leftName : `${leftName}／${rightName}`, answer, done: one });
    const next = new Map(done).set(id, one);
    setDone(next);
    setCount((count) => count + (earlier ? 0 : 1));
    void advance(next, id);
  };

  /** To the next pair that waits; at the end of the list the list is asked for anew. */
  const advance = async (decided: ReadonlyMap<string, Done>, from: string) => {
    const place = rows.findIndex(({ id }) => id === from);
    const waits = ({ id, state }: ReviewLine) => state === 'open' && !decided.has(id);
    const next = rows.slice(place + 1).find(waits) ?? rows.slice(0, place).find(waits);
    if (next) return show(next.id);
    await Promise.all([...decided.values()].map(({ saved }) => saved));
    await send.renew([getReviews]);
    setDone(new Map());
    show(undefined);
  };

  /** After a taking back a pair is as it was before: decided otherwise on this page, or not at all. */
  const bringBack = (id: string) => {
    const [earlier] = stack.current.filter((one) => one.id === id).slice(-1);
    if (earlier) return setDone((before) => new Map(before).set(id, earlier.done));
    setCount((count) => Math.max(0, count - 1));
    without(id);
  };

  const undo = async () => {
    const last = stack.current.pop();
    const view = last ? await last.done.saved : current?.state === 'decided' ? current : undefined;
    if (view === undefined || (await send.takeBack(view)) === undefined) return;
    if (last) bringBack(last.id);
    if (!rows.some(({ id, state }) => id === view.id && state === 'open')) await send.renew([getReviews]);
    show(last?.id);
    tell.done(w.undone);
  };

  const top = stack.current[stack.current.length - 1];
  const mayUndo = top !== undefined || current?.state === 'decided';
  return { done, decidedCount, mayUndo, last: top && { id: top.id, names: top.names, answer: top.answer }, decide, undo };
}

/** Sends decisions, tells refusals, and keeps what the page knows of a pair as the server has it. */
function useSend() {
  const call = useCall();
  const answers = useQueryClient();
  const tell = useTell();
  const renew = useCallback(
    async (contracts: readonly { readonly url: string }[]) => {
      await Promise.all(contracts.map(({ url }) => answers.invalidateQueries({ queryKey: [url] })));
    },
    [answers],
  );
  /** The list, and what was answered to a decision, may be older than what is known of a pair by now. */
  const versionOf = ({ id, version }: Pick<ReviewLine, 'id' | 'version'>) =>
    Math.max(version, answers.getQueryData<ReviewView>([getReview.url, { params: { id } }])?.version ?? 0);
  const keep = (view: ReviewView) => {
    answers.setQueryData([getReview.url, { params: { id: view.id } }], view);
    void renew([getComparison, getAlike]);
    void answers.invalidateQueries({ queryKey: [getReviews.url, openCountAsked] });
    return view;
  };
  const refused = async (error: unknown, id: string) => {
    if (!isRefused(error)) throw error;
    tell.refused(error);
    await answers.invalidateQueries({ queryKey: [getReview.url, { params: { id } }] });
    await renew([getReviews]);
    return undefined;
  };
  return {
    renew,
    async decide(line: ReviewLine, earlier: Done | undefined, said: { answer: Answer; reason: string }) {
      await earlier?.saved;
      const version = versionOf(line);
      return call(decideReview, { params: { id: line.id }, body: { ...said, version } }).then(keep, (error: unknown) =>
        refused(error, line.id),
      );
    },
    async takeBack({ id, version }: Pick<ReviewView, 'id' | 'version'>) {
      return call(takeReviewBack, { params: { id }, body: { version: versionOf({ id, version }) } }).then(
        keep,
        (error: unknown) => refused(error, id),
      );
    },
  };
}

import { useState } from 'react';
import { isRefused, type Refused } from '../../../ui/shared/refused';
import { useCall } from '../../../ui/shared/server-context';
import type { SheetView, SignRequest } from '../contract';
import { likelyReason, type Reason, reasonsOf } from '../rules/kinds';
import { type Moved, movedBetween } from '../rules/moved';
import { shortestWords } from '../rules/sheet';
import { signSheet } from './calls';

export type SheetLine = SheetView['lines'][number];
export type Said = { readonly reason: Reason; readonly words: string };
export type Added = SignRequest['added'][number];

/**
 * The sheet of a class while somebody fills it in: what is said of whom, and the signature. Where the list has moved meanwhile, `moved`
 * says how, what was said stays, and the person decides again.
 */
export function useSheet(first: SheetView, onSigned?: () => void) {
  const call = useCall();
  const [view, setView] = useState(first);
  const [answers, setAnswers] = useState(() => answersOf(first));
  const [added, setAdded] = useState(() => addedOf(first));
  const [editing, setEditing] = useState(first.signed === null || first.signed.state === 'returned');
  const [reason, setReason] = useState('');
  const [moved, setMoved] = useState<readonly Moved[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);

  const differing = view.lines.filter(({ kind }) => kind !== null);
  const isOpen = (line: SheetLine) =>
    !isSaid(answers.get(line.childId) ?? (line.reason ? { reason: line.reason, words: '' } : undefined));
  const named = new Set(added.map(({ childId }) => childId));
  const agreeing = view.lines.filter(({ kind, childId }) => kind === null && !named.has(childId));

  const send = async (): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    const said = differing.flatMap(({ childId }) => {
      const answer = answers.get(childId);
      return answer === undefined ? [] : [{ childId, ...answer }];
    });
    const base = view.signed?.version ?? 0;
    const body = { month: view.month.month, base, seen: view.seen, answers: said, added: [...added], reason };
    try {
      setView(await call(signSheet, { params: { id: view.classId }, body }));
      setEditing(false);
      setMoved([]);
      setReason('');
      onSigned?.();
    } catch (error) {
      if (!isRefused(error)) throw error;
      setRefused(error);
      if (isSheet(error.current)) {
        const now = error.current;
        setMoved(movedBetween(view.lines, now.lines));
        setAdded((before) => before.filter(({ childId }) => childId === null || isAgreeing(now, childId)));
        setAnswers((before) => new Map([...before].filter(([childId, { reason: why }]) => fits(now, childId, why))));
        setView(now);
      }
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ view, answers, added, agreeing, editing, reason, moved, refused, busy, send, setReason },
    toSay: differing.filter((line) => line.reason === null),
    known: differing.filter((line) => line.reason !== null),
    openCount: differing.filter(isOpen).length,
    differences: differing.length + added.length,
    /** the class has no children, and nobody has said otherwise */ nobody: view.lines.length + added.length === 0,
    edit: () => setEditing(true),
    answer: (childId: string, said: Said) => setAnswers((before) => new Map(before).set(childId, said)),
    add: (one: Added) =>
      setAdded((before) => [...before.filter(({ childId }) => childId === null || childId !== one.childId), one]),
    drop: (one: Added) => setAdded((before) => before.filter((other) => other !== one)),
  };
}
export type Sheet = ReturnType<typeof useSheet>;

/** Whether something is said that the server takes: “other” needs words. */
export function isSaid(said: Said | undefined): boolean {
  return said !== undefined && (said.reason !== 'other' || said.words.trim().length >= shortestWords);
}

/** What was signed before, or what the data make likely: it is looked at and confirmed. */
function answersOf({ lines, differences, signed }: SheetView): ReadonlyMap<string, Said> {
  const before = new Map(differences.map((one) => [one.childId, one]));
  return new Map(
    lines.flatMap(({ childId, kind, state }): [string, Said][] => {
      if (kind === null) return [];
      const was = before.get(childId);
      if (was !== undefined && !was.byData && reasonsOf[kind].includes(was.reason)) {
        return [[childId, { reason: was.reason, words: was.words }]];
      }
      const likely = signed === null ? likelyReason(kind, state) : undefined;
      return likely === undefined ? [] : [[childId, { reason: likely, words: '' }]];
    }),
  );
}

function addedOf(view: SheetView): readonly Added[] {
  return view.differences.flatMap(({ childId, name, kind, reason, words }): Added[] => {
    if (childId === null) return [{ childId, name, kind, reason, words }];
    return isAgreeing(view, childId) && (kind === 'absent' || kind === 'wrong') ? [{ childId, name, kind, reason, words }] : [];
  });
}

function isAgreeing({ lines }: SheetView, childId: string): boolean {
  return lines.some((line) => line.childId === childId && line.kind === null);
}

/** Whether an answer can still stand once the list has moved. */
function fits({ lines }: SheetView, childId: string, reason: Reason): boolean {
  return lines.some((line) => line.childId === childId && line.kind !== null && reasonsOf[line.kind].includes(reason));
}

function isSheet(current: unknown): current is SheetView {
  return typeof current === 'object' && current !== null && 'lines' in current && 'seen' in current;
}

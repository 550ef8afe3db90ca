import { useMemo, useState } from 'react';
import { needsPlace } from '../../../verification/index';
import type { Filled } from '../../../verification/web/phone/index';
import type { GridView, TargetLine } from '../../contract';
import { type Exception, exceptions } from '../../rules/answers';
import { type Reply, repliesOf } from '../../rules/questions';
import { isAllReplied } from './question-fields';

/** What is said of a child that is not there; the place only of whoever learns elsewhere. */
export type ClassMark = { readonly answer: Exception; readonly place: string; readonly filled: Filled };

/** What is being said of a class before it is handed in: what was said last, and what was tapped since. */
export type ClassMarks = {
  readonly of: (line: TargetLine) => ClassMark | undefined;
  readonly set: (childId: string, mark: ClassMark | undefined) => void;
  readonly list: { childId: string; answer: Exception; place: string; replies: Reply[] }[];
  /** of whom something new is said, which is when the bureau's own questions are asked */
  readonly asked: readonly { readonly line: TargetLine; readonly mark: ClassMark }[];
  /** of these the first with a question left */ readonly unreplied: TargetLine | undefined;
  /** who learns elsewhere, and nobody has written where */ readonly placesMissing: number;
  /** sent back by the bureau, and nothing was said of it again; it does not count as there by saying nothing */ readonly toSayAgain: number;
  readonly isSentBack: (line: TargetLine) => boolean;
  readonly changed: boolean;
  readonly clear: () => void;
};

/** Begins with the list that counts. A place that was written before stays at the server, and need not be written again. */
export function useClassMarks({ rows, confirmedAt, questions }: GridView): ClassMarks {
  const [tapped, setTapped] = useState<ReadonlyMap<string, ClassMark | undefined>>(new Map());
  return useMemo(() => {
    const of = (line: TargetLine) => (tapped.has(line.childId) ? tapped.get(line.childId) : before(line));
    const isSentBack = (line: TargetLine) => line.answer === null && line.decision === 'sent-back' && !tapped.has(line.childId);
    const marked = rows.flatMap((line) => {
      const mark = of(line);
      return mark === undefined ? [] : [{ line, mark }];
    });
    const asked = marked.filter(({ line, mark }) => differs(mark, before(line)));
    return {
      of,
      set: (childId, mark) => setTapped((known) => new Map(known).set(childId, mark)),
      list: marked.map(({ line, mark }) => ({
        ...{ childId: line.childId, answer: mark.answer, place: mark.place.trim() },
        replies: repliesOf(questions, mark.filled),
      })),
      asked,
      unreplied: asked.find(({ mark }) => !isAllReplied(questions, mark.filled))?.line,
      placesMissing: marked.filter(
        ({ line, mark }) => needsPlace(mark.answer) && mark.place.trim() === '' && line.answer !== mark.answer,
      ).length,
      toSayAgain: rows.filter(isSentBack).length,
      isSentBack,
      changed: confirmedAt === null || rows.some((line) => line.answer === null || differs(of(line), before(line))),
      clear: () => setTapped(new Map()),
    };
  }, [rows, confirmedAt, questions, tapped]);
}

function before({ answer }: TargetLine): ClassMark | undefined {
  const said = exceptions.find((one) => one === answer);
  return said === undefined ? undefined : { answer: said, place: '', filled: {} };
}

function differs(now: ClassMark | undefined, then: ClassMark | undefined): boolean {
  return now?.answer !== then?.answer || (now?.place.trim() ?? '') !== '';
}

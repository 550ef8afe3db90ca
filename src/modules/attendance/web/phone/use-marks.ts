import { useMemo, useState } from 'react';
import type { Pupil, RollView } from '../../contract';
import type { Mark, Marked } from '../../rules/marks';

/** What is being said of a class before it is sent: what the last roll said, and what has been tapped since. */
export type Marks = {
  readonly markOf: (pupil: Pupil) => Mark | undefined;
  readonly set: (childId: string, mark: Mark | undefined) => void;
  readonly list: readonly Marked[];
  /** away last time, and nobody has said yet whether they are here */ readonly unanswered: number;
  readonly changed: boolean;
  /** something was tapped and has not been sent or stored */ readonly tapped: boolean;
  readonly clear: () => void;
};

/** Whether a child is asked for by name: away last time, or with a leave that has run out; not so while a leave covers the day. */
export function isAsked({ away, leave }: Pupil): boolean {
  return leave === null ? away !== null : leave.over;
}

/** What the last roll said; before the class is called what the leave of a child says. */
function begunWith({ mark, called, leave }: Pupil): Mark | undefined {
  if (mark !== null) return mark;
  return !called && leave !== null && !leave.over ? leave.mark : undefined;
}

/**
 * Begins with the roll that counts, or that is still on the phone (`isSaid`: there is one); children away last time have no word
 * until somebody gives one.
 */
export function useMarks({ pupils }: Pick<RollView, 'pupils'>, isSaid: boolean): Marks {
  const [tapped, setTapped] = useState<ReadonlyMap<string, Mark | undefined>>(new Map());
  return useMemo(() => {
    const markOf = (pupil: Pupil) => (tapped.has(pupil.childId) ? tapped.get(pupil.childId) : begunWith(pupil));
    return {
      markOf,
      set: (childId, mark) => setTapped((before) => new Map(before).set(childId, mark)),
      list: pupils.flatMap((pupil) => {
        // Of a child with a leave it is always said by name that it came.
        const mark = markOf(pupil) ?? (pupil.leave === null ? undefined : 'back');
        return mark === undefined ? [] : [{ childId: pupil.childId, mark }];
      }),
      unanswered: pupils.filter((pupil) => isAsked(pupil) && markOf(pupil) === undefined).length,
      changed: !isSaid || pupils.some((pupil) => !pupil.called || markOf(pupil) !== (pupil.mark ?? undefined)),
      tapped: tapped.size > 0,
      clear: () => setTapped(new Map()),
    };
  }, [pupils, tapped, isSaid]);
}

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
  readonly clear: () => void;
};

/** Begins with the roll that counts; children away last time have no word until somebody gives one. */
export function useMarks({ pupils, version }: RollView): Marks {
  const [tapped, setTapped] = useState<ReadonlyMap<string, Mark | undefined>>(new Map());
  return useMemo(() => {
    const markOf = ({ childId, mark }: Pupil) => (tapped.has(childId) ? tapped.get(childId) : (mark ?? undefined));
    return {
      markOf,
      set: (childId, mark) => setTapped((before) => new Map(before).set(childId, mark)),
      list: pupils.flatMap((pupil) => {
        const mark = markOf(pupil);
        return mark === undefined ? [] : [{ childId: pupil.childId, mark }];
      }),
      unanswered: pupils.filter((pupil) => pupil.away !== null && markOf(pupil) === undefined).length,
      changed: version === 0 || pupils.some((pupil) => !pupil.called || markOf(pupil) !== (pupil.mark ?? undefined)),
      clear: () => setTapped(new Map()),
    };
  }, [pupils, tapped, version]);
}

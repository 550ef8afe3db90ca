import { useSay, useWords } from '../../../../ui/shared/language';
import type { Pupil } from '../../contract';
import { markSays, rollWords } from '../words';
import type { Marks } from './use-marks';

type NameGridProps = {
  readonly says: string;
  readonly pupils: readonly Pupil[];
  readonly marks: Marks;
  readonly chosen: string | undefined;
  readonly onChoose: (childId: string) => void;
};

/** All names of a class at once, four in a row: whoever is tapped is not here, and what it is else is said below. */
export function NameGrid({ says, pupils, marks, chosen, onChoose }: NameGridProps) {
  const say = useSay();
  const r = useWords(rollWords);
  const tap = (pupil: Pupil) => {
    if (marks.markOf(pupil) === undefined) marks.set(pupil.childId, 'absent');
    onChoose(pupil.childId);
  };
  return (
    <section className="ph-names" aria-label={says}>
      {pupils.map((pupil) => {
        const mark = marks.markOf(pupil);
        return (
          <button
            key={pupil.childId}
            type="button"
            className={`ph-name${mark ? ` ph-name-${mark}` : ''}`}
            aria-pressed={mark !== undefined && mark !== 'back'}
            aria-current={pupil.childId === chosen ? 'true' : undefined}
            onClick={() => tap(pupil)}
          >
            {pupil.name}
            {mark ? <span className="ph-name-word">{say(markSays[mark])}</span> : null}
            {pupil.leave ? <span className="ph-name-word">{r.slipDays(pupil.leave.fromDay, pupil.leave.untilDay)}</span> : null}
          </button>
        );
      })}
    </section>
  );
}

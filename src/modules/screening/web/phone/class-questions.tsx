import { useSay, useWords } from '../../../../ui/shared/language';
import type { GridView } from '../../contract';
import { answerText } from '../words';
import { QuestionFields } from './question-fields';
import type { ClassMarks } from './use-class-marks';
import { phoneWords } from './words';

type QuestionsProps = { readonly grid: GridView; readonly marks: ClassMarks; readonly tried: boolean };

/** What the bureau wants to know of each child that is not there; of whoever is there it asks nothing. */
export function ClassQuestions({ grid, marks, tried }: QuestionsProps) {
  const w = useWords(phoneWords);
  const say = useSay();
  if (grid.questions.length === 0 || marks.asked.length === 0) return null;
  return (
    <section aria-label={w.alsoAsked}>
      {marks.asked.map(({ line, mark }) => (
        <section key={line.childId} id={placeOf(line.childId)} aria-label={line.name}>
          <h2 className="ph-asked">{`${line.name} · ${answerText(mark.answer, say)}`}</h2>
          <QuestionFields
            questions={grid.questions}
            filled={mark.filled}
            tried={tried}
            change={(part) => marks.set(line.childId, { ...mark, filled: { ...mark.filled, ...part } })}
          />
        </section>
      ))}
    </section>
  );
}

/** Brings the questions about a child before whoever answers. */
export function showQuestions(childId: string): void {
  document.getElementById(placeOf(childId))?.scrollIntoView();
}

function placeOf(childId: string): string {
  return `asked-${childId}`;
}

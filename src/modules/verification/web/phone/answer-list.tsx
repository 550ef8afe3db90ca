import { Row, RowList } from '../../../../ui/phone/row';
import { calendarWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { missingWords, outcomeWords } from '../../../standing/web/phone/index';
import type { AnswerView, TaskView } from '../../contract';
import { taskWords } from '../task-words';
import { textOf } from '../text-of';

/** What was answered, newest first, and what the bureau made of it. */
export function AnswerList({ task }: { readonly task: TaskView }) {
  const t = useWords(taskWords);
  if (task.answers.length === 0) return null;
  return (
    <RowList title={t.history}>
      {task.answers.map((answer) => (
        <AnswerRow key={answer.answerId} answer={answer} today={task.today} />
      ))}
    </RowList>
  );
}

function AnswerRow({ answer, today }: { readonly answer: AnswerView; readonly today: string }) {
  const t = useWords(taskWords);
  const say = useSay();
  const { language } = useLanguage();
  const proofs = answer.proofs.map((proof) => textOf(missingWords, proof, say)).join('、');
  const verdict = { accepted: t.accepted, 'sent-back': t.sentBack(answer.reason) };
  const lines = [
    answer.place,
    proofs === '' ? t.noProofs : proofs,
    `${answer.by} · ${t.foundOn(calendarWords(answer.foundDay, today, language))}`,
    answer.verdict === null ? t.waits : verdict[answer.verdict],
  ];
  return (
    <Row
      title={textOf(outcomeWords, answer.outcome, say)}
      note={lines
        .filter((line) => line !== '')
        .map((line) => (
          <span key={line} className="ph-line">
            {line}
          </span>
        ))}
    />
  );
}

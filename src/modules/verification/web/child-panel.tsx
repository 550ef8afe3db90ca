import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { AnswerCard } from './answer-card';
import { getChildTasks } from './calls';
import { StateMark } from './state-mark';
import { findingSays } from './task-words';
import { deskWords } from './words';
import './verification.css';

/** 核查: all that was ever asked about a child, with every answer and what the bureau made of it. */
export function VerificationPanel({ childId }: { readonly childId: string }) {
  const w = useWords(deskWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  const { data, error, refetch } = useAnswer(getChildTasks, { params: { id: childId } });
  return (
    <Card title={w.panel}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState rows={2} />}
      {data?.rows.length === 0 ? <p>{w.panelNone}</p> : null}
      {data?.rows.map((task) => (
        <section key={task.taskId}>
          <p>
            <StateMark task={{ state: task.state, late: false }} /> {say(findingSays[task.finding])} · {say(task.unit.says)} ·{' '}
            {w.sentAt(momentWords(task.sentAt, today, language))}
          </p>
          {task.answers.map((answer) => (
            <AnswerCard key={answer.answerId} taskId={task.taskId} answer={answer} today={today} />
          ))}
        </section>
      ))}
    </Card>
  );
}

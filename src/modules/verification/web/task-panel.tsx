import { Button } from 'antd';
import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { dueWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { TaskView } from '../contract';
import { AnswerCard } from './answer-card';
import { getTask } from './calls';
import { DecisionBar } from './decision-bar';
import { whoIs } from './phone/who';
import { ReassignForm } from './reassign-form';
import { findingSays, taskWords } from './task-words';
import { deskWords } from './words';
import './verification.css';

/** One question beside the list: who it is about, what was answered, and what can be done now. */
export function TaskPanel({ open, onClose }: { readonly open: string | undefined; readonly onClose: () => void }) {
  const w = useWords(deskWords);
  const t = useWords(taskWords);
  const { data, error, refetch } = useAnswer(getTask, { params: { id: open ?? '' } }, { when: open !== undefined });
  const task = open === undefined ? undefined : data;
  const session = useSignedIn();
  return (
    <SidePanel
      open={open !== undefined}
      title={task ? `${task.name} ${whoIs(task, t)}` : w.tasks}
      onClose={onClose}
      actions={
        task && holds(session, ['child.find']) ? <Door href={hrefOf(childPlace, { id: task.childId })}>{w.open}</Door> : null
      }
      foot={task ? <Foot key={`${task.taskId} ${task.version}`} task={task} /> : null}
    >
      {error && !task ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {task ? <Content task={task} /> : error ? null : <LoadingState />}
    </SidePanel>
  );
}

function Content({ task }: { readonly task: TaskView }) {
  const w = useWords(deskWords);
  const t = useWords(taskWords);
  const say = useSay();
  const { language } = useLanguage();
  const school = `${task.school} ${task.className}`.trim();
  return (
    <>
      <Facts
        rows={[
          { says: w.finding, value: say(findingSays[task.finding]) },
          ...(task.note === '' ? [] : [{ says: t.note, value: task.note }]),
          { says: w.unit, value: say(task.unit.says) },
          { says: w.due, value: dueWords(task.dueDay, task.today, language) },
          { says: t.place, value: `${task.township} ${task.village}`.trim() || <Missing kind="unknown" /> },
          { says: t.school, value: school === '' ? <Missing /> : school },
          { says: t.guardian, value: task.guardian === '' ? <Missing kind="unknown" /> : task.guardian },
        ]}
      />
      <h3>{t.history}</h3>
      {task.answers.length === 0 ? <p>{w.noAnswer}</p> : null}
      {task.answers.map((answer) => (
        <AnswerCard key={answer.answerId} taskId={task.taskId} answer={answer} today={task.today} />
      ))}
      {task.steps.includes('reassign') ? <ReassignForm key={task.version} task={task} /> : null}
    </>
  );
}

function Foot({ task }: { readonly task: TaskView }) {
  const w = useWords(deskWords);
  const answers = task.steps.includes('answer') && task.state !== 'answered';
  return (
    <div className="nol-verification-foot">
      <DecisionBar task={task} />
      {answers ? (
        // One form for everybody: it is the phone's, and fits a desktop's screen as well.
        <Button href={`/m/tasks/${task.taskId}`} target="_blank">
          {w.answer}
        </Button>
      ) : null}
    </div>
  );
}

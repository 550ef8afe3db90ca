import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { dueWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { MarkChip } from '../../../../ui/shared/mark';
import { useSignedIn } from '../../../../ui/shared/server-context';
import { dueMark } from '../../../../ui/shared/status';
import type { TaskLine } from '../../contract';
import { getTasks } from '../calls';
import { findingSays, stateSays, taskWords } from '../task-words';
import { daysLeft } from './days-left';
import { whoIs } from './who';
import { phoneTaskWords } from './words';

/** So many lines are asked for at once: what somebody on foot goes through in a week. */
const lines = 30;

/** 任务: whom to look for, what is late first, and below it what was handed in. */
export function TasksPage() {
  const w = useWords(phoneTaskWords);
  const t = useWords(taskWords);
  const { user } = useSignedIn();
  const [size, setSize] = useState(lines);
  const waiting = usePhoneAnswer(getTasks, { query: { state: 'waiting', size } });
  const done = usePhoneAnswer(getTasks, { query: { state: 'answered', size: lines } });
  const { data, refused, again } = waiting;
  if (refused) return <Screen title={t.title}>{<Fault refused={refused} onRetry={again} />}</Screen>;
  if (!data) {
    return (
      <Screen title={t.title} note={user.unit}>
        <Loading />
      </Screen>
    );
  }
  const left = (task: TaskLine) => daysLeft(task.dueDay, data.today);
  const groups = [
    { says: w.late, rows: data.rows.filter((task) => left(task) < 0) },
    { says: w.today, rows: data.rows.filter((task) => left(task) === 0) },
    { says: w.later, rows: data.rows.filter((task) => left(task) > 0) },
    { says: w.done, rows: done.data?.rows ?? [] },
  ];
  return (
    <Screen title={t.title} note={`${user.unit} · ${w.count(data.total)}`}>
      {data.total === 0 ? <Empty says={`${w.nothing}${w.nothingWhy}`} /> : null}
      {groups.map(({ says, rows }) =>
        rows.length === 0 ? null : (
          <RowList key={says} title={`${says}（${rows.length}）`}>
            {rows.map((task) => (
              <TaskRow key={task.taskId} task={task} today={data.today} />
            ))}
          </RowList>
        ),
      )}
      {data.total > data.rows.length ? <Button onClick={() => setSize(size + lines)}>{w.more}</Button> : null}
    </Screen>
  );
}

function TaskRow({ task, today }: { readonly task: TaskLine; readonly today: string }) {
  const t = useWords(taskWords);
  const say = useSay();
  const { language } = useLanguage();
  const place = [task.village || task.township, task.school, task.className].filter((part) => part !== '').join(' ');
  const waits = task.state === 'open' || task.state === 'sent-back';
  const due = dueWords(task.dueDay, today, language);
  const mark = waits
    ? { ...dueMark(daysLeft(task.dueDay, today)), says: { zh: due, en: due } }
    : { shape: 'clock' as const, tone: 'info' as const, says: stateSays[task.state] };
  return (
    <Row
      title={
        <>
          {task.name} <small>{whoIs(task, t)}</small>
        </>
      }
      note={
        <>
          {place}
          <br />
          {task.state === 'sent-back' ? say(stateSays['sent-back']) : say(findingSays[task.finding])}
        </>
      }
      beside={<MarkChip mark={mark} />}
      href={`/m/tasks/${task.taskId}`}
    />
  );
}

import { useState } from 'react';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { dueWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import type { TaskView } from '../../contract';
import { askContact, getTask } from '../calls';
import { findingSays, taskWords } from '../task-words';
import { AnswerForm } from './answer-form';
import { AnswerList } from './answer-list';
import { ContactRows } from './contact-rows';
import { whoIs } from './who';
import { phoneTaskWords } from './words';
import './task.css';

const above = '/m/tasks';

/** 核一户: who is looked for, how to reach the family, and what was found out. */
export function TaskPage({ params }: PhonePageProps) {
  const t = useWords(taskWords);
  const { data, refused, again } = usePhoneAnswer(getTask, { params: { id: params.id ?? '' } });
  const [handed, setHanded] = useState<TaskView>();
  if (refused)
    return (
      <Screen title={t.title} above={above}>
        {<Fault refused={refused} onRetry={again} />}
      </Screen>
    );
  if (!data) {
    return (
      <Screen title={t.title} above={above}>
        <Loading />
      </Screen>
    );
  }
  return <Task key={data.taskId} task={handed ?? data} onHanded={setHanded} justHanded={handed !== undefined} />;
}

type TaskProps = {
  readonly task: TaskView;
  readonly onHanded: (task: TaskView | undefined) => void;
  readonly justHanded: boolean;
};

function Task({ task, onHanded, justHanded }: TaskProps) {
  const w = useWords(phoneTaskWords);
  const t = useWords(taskWords);
  const { language } = useLanguage();
  const call = useCall();
  const [again, setAgain] = useState(false);
  const title = [task.name, whoIs(task, t)].join(' ');
  const note = dueWords(task.dueDay, task.today, language);
  const open = task.steps.includes('answer') && (task.state !== 'answered' || again);
  const ask = (purpose: 'call' | 'visit') => call(askContact, { params: { id: task.taskId }, body: { for: purpose } });
  const about = (
    <>
      <About task={task} />
      {task.as === null ? null : <ContactRows hasPhone={task.hasPhone} onAsk={ask} />}
    </>
  );
  if (open) {
    const hand = (after: TaskView) => {
      setAgain(false);
      onHanded(after);
    };
    return (
      <AnswerForm task={task} title={title} kind={t.title} note={note} above={above} onHanded={hand}>
        {about}
      </AnswerForm>
    );
  }
  return (
    <Screen title={title} kind={t.title} note={note} above={above} action={justHanded ? <After /> : undefined}>
      {justHanded ? (
        <p role="status" className="ph-done">
          ✓ {w.handed}
        </p>
      ) : null}
      {about}
      <AnswerList task={task} />
      {task.steps.includes('answer') ? <Button onClick={() => setAgain(true)}>{w.again}</Button> : <Empty says={w.closed} />}
    </Screen>
  );
}

function After() {
  const w = useWords(phoneTaskWords);
  const { go } = useWay();
  return (
    <Button kind="main" onClick={() => go(above, { replace: true })}>
      {w.back}
    </Button>
  );
}

function About({ task }: { readonly task: TaskView }) {
  const t = useWords(taskWords);
  const say = useSay();
  const [newest] = task.answers;
  const home = [task.township, task.village].filter((part) => part !== '').join(' ');
  const school = [task.school, task.className].filter((part) => part !== '').join(' ');
  return (
    <>
      {task.state === 'sent-back' && newest ? <p className="ph-refused">{t.sentBack(newest.reason)}</p> : null}
      <RowList>
        <Row title={say(findingSays[task.finding])} note={t.asked} />
        {task.note === '' ? null : <Row title={task.note} note={t.note} />}
        <Row title={home === '' ? t.nothingKnown : home} note={t.place} />
        {school === '' ? null : <Row title={school} note={t.school} />}
        <Row title={task.guardian === '' ? t.nothingKnown : task.guardian} note={t.guardian} />
      </RowList>
    </>
  );
}

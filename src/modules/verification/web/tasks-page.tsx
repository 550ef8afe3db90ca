import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useTell } from '../../../ui/desk/tell';
import { dueWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { outcomeWords } from '../../standing/web/phone/index';
import type { TaskLine } from '../contract';
import { taskStates } from '../rules/task-states';
import { askableFindings } from '../rules/units';
import { acceptTasks, getCounts, getTask, getTasks, getUnits } from './calls';
import { whoIs } from './phone/who';
import { sendPlace, tasksPlace, unitsPlace } from './places';
import { StateMark } from './state-mark';
import { TaskPanel } from './task-panel';
import { findingSays, stateSays, taskWords } from './task-words';
import { textOf } from './text-of';
import { deskWords } from './words';

/** 核查任务: the questions of one's places, with one of them beside the list. */
export function TasksPage() {
  const w = useWords(deskWords);
  const address = useAddress(tasksPlace);
  const { open, sort: _, ...query } = address.search;
  const answer = useAnswer(getTasks, { query }, { keeps: true });
  const session = useSignedIn();
  const decides = holds(session, ['verification.decide']);
  const chosen = useChosen(decides);
  return (
    <ListPage head={<Head />}>
      <DataTable
        id="verification"
        says={w.list}
        columns={useTaskColumns()}
        answer={answer}
        address={address}
        filters={useTaskFilters()}
        keyOf={({ taskId }) => taskId}
        nameOf={({ name }) => name}
        hrefOf={({ taskId }) => hrefOf(tasksPlace, {}, { ...address.search, open: taskId })}
        openKey={open}
        empty={{ says: holds(session, ['verification.send']) ? w.none : w.noneMine }}
        {...(decides ? { selection: chosen.selection(answer.data?.rows ?? []) } : {})}
      />
      <TaskPanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

function Head() {
  const w = useWords(deskWords);
  const t = useWords(taskWords);
  const session = useSignedIn();
  const go = useGo();
  return (
    <PageHead
      title={w.tasks}
      help={{ says: w.help, source: 'basis', clause: t.clause }}
      actions={
        <>
          {holds(session, ['verification.decide']) ? <Button onClick={() => go(hrefOf(unitsPlace))}>{w.units}</Button> : null}
          {holds(session, ['verification.send']) ? (
            <Button type="primary" onClick={() => go(hrefOf(sendPlace))}>
              {w.send}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** The rows that are chosen, and what can be done with all of them. */
function useChosen(active: boolean) {
  const w = useWords(deskWords);
  const tell = useTell();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const { run, busy } = useAction(acceptTasks, { renews: [getTasks, getTask, getCounts, getUnits] });
  const accept = async (rows: readonly TaskLine[]) => {
    const tasks = rows.filter((row) => keys.has(row.taskId)).map(({ taskId: id, version }) => ({ id, version }));
    try {
      const { accepted, refused } = await run({ body: { tasks } });
      tell.done(w.acceptedMany(accepted, refused.length));
      setKeys(new Set());
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  const selection = (rows: readonly TaskLine[]) => ({
    keys,
    onChange: setKeys,
    actions: (
      <Button type="primary" loading={busy} disabled={!active || keys.size === 0} onClick={() => void accept(rows)}>
        {w.acceptMany(keys.size)}
      </Button>
    ),
  });
  return { selection };
}

function useTaskFilters(): readonly Filter[] {
  const w = useWords(deskWords);
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'state',
        says: w.state,
        kind: 'choice',
        options: [
          { value: 'waiting', says: w.waiting },
          ...taskStates.map((state) => ({ value: state, says: say(stateSays[state]) })),
        ],
      },
      {
        key: 'finding',
        says: w.finding,
        kind: 'choice',
        options: askableFindings.map((finding) => ({ value: finding, says: say(findingSays[finding]) })),
      },
      { key: 'late', says: w.late, kind: 'choice', options: [{ value: 'yes', says: w.lateYes }] },
    ],
    [w, say],
  );
}

function useTaskColumns(): readonly Column<TaskLine>[] {
  const w = useWords(deskWords);
  const t = useWords(taskWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 110 },
      { key: 'who', title: w.who, cell: (task) => whoIs(task, t), width: 90 },
      { key: 'unit', title: w.unit, cell: ({ unit }) => say(unit.says), width: 190 },
      { key: 'finding', title: w.finding, cell: ({ finding }) => say(findingSays[finding]), width: 190 },
      { key: 'state', title: w.state, cell: (task) => <StateMark task={task} />, width: 110 },
      { key: 'due', title: w.due, cell: ({ dueDay }) => dueWords(dueDay, today, language), width: 120 },
      {
        key: 'outcome',
        title: w.outcome,
        cell: ({ outcome }) => (outcome === null ? <Missing /> : textOf(outcomeWords, outcome, say)),
        width: 190,
      },
      {
        key: 'home',
        title: w.home,
        cell: ({ township, village }) => `${township} ${village}`.trim() || <Missing />,
        width: 170,
        spare: true,
      },
      {
        key: 'school',
        title: w.school,
        cell: ({ school, className }) => `${school} ${className}`.trim() || <Missing />,
        width: 170,
        spare: true,
      },
    ],
    [w, t, say, today, language],
  );
}

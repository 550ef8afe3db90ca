import { Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Column } from '../../../ui/desk/blocks';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import type { AskableFinding } from '../rules/units';
import { getAskable, getBatches, getCounts, getPreview, getTasks, getUnits, sendTasks } from './calls';
import { sendPlace, tasksPlace, unitsPlace } from './places';
import { findingSays, taskWords } from './task-words';
import { deskWords, sendWords } from './words';
import './verification.css';

/** 下发核查: what was found, who is asked, by when; nothing goes out before it was seen. */
export function SendPage() {
  const w = useWords(sendWords);
  const d = useWords(deskWords);
  const t = useWords(taskWords);
  const say = useSay();
  const address = useAddress(sendPlace);
  const { data, error, refetch } = useAnswer(getAskable, {});
  const head = (
    <PageHead
      title={w.title}
      above={[{ says: d.tasks, href: hrefOf(tasksPlace) }]}
      help={{ says: d.help, source: 'basis', clause: t.clause }}
    />
  );
  if (error) return <>{[head, <ErrorState key="error" refused={error} onRetry={() => void refetch()} />]}</>;
  if (!data) return <>{[head, <LoadingState key="loading" />]}</>;
  const finding = address.search.finding ?? data.rows.find(({ found, out }) => found > out)?.finding ?? data.rows[0]?.finding;
  return (
    <>
      {head}
      <Column wide>
        <fieldset className="nol-verification-choice">
          <legend>{w.what}</legend>
          <Radio.Group value={finding} onChange={({ target }) => address.change({ finding: target.value })}>
            {data.rows.map((row) => (
              <Radio key={row.finding} value={row.finding} disabled={row.found === 0}>
                {say(findingSays[row.finding])} <small>{w.found(row.found, row.out)}</small>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        {finding ? <Sending key={finding} finding={finding} dueDay={data.dueDay} /> : null}
      </Column>
    </>
  );
}

function Sending({ finding, dueDay }: { readonly finding: AskableFinding; readonly dueDay: string }) {
  const w = useWords(sendWords);
  const say = useSay();
  const id = useId();
  const go = useGo();
  const tell = useTell();
  const preview = useAnswer(getPreview, { query: { finding } });
  const [units, setUnits] = useState<readonly string[]>([]);
  const [due, setDue] = useState(dueDay);
  const [note, setNote] = useState('');
  const { run } = useAction(sendTasks, { renews: [getAskable, getPreview, getTasks, getUnits, getBatches, getCounts] });
  const { send, busy, refused } = useSending(async () => {
    const { tasks } = await run({ body: { finding, dueDay: due, note, ...(units.length === 0 ? {} : { units: [...units] }) } });
    tell.done(w.sent(tasks));
    go(hrefOf(unitsPlace));
  });
  const { data, error, refetch } = preview;
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={4} />;
  if (data.fresh === 0) return <EmptyState says={w.nothing} why={w.nothingWhy(data.out)} />;
  const chosen = data.rows.filter(({ unit }) => units.length === 0 || units.includes(unit.path));
  const children = chosen.reduce((sum, row) => sum + row.children, 0);
  return (
    <>
      <p className="nol-verification-sum">{w.to(children, chosen.length)}</p>
      <fieldset className="nol-verification-units">
        <legend>{w.only}</legend>
        <Checkbox.Group value={[...units]} onChange={setUnits}>
          {data.rows.map(({ unit, children: count }) => (
            <Checkbox key={`${unit.tree} ${unit.path}`} value={unit.path}>
              {say(unit.says)} <small>{count}</small>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </fieldset>
      <div className="nol-verification-field">
        <label htmlFor={`${id}-due`}>{w.due}</label>
        <Input id={`${id}-due`} type="date" value={due} onChange={({ target }) => setDue(target.value)} />
        <small>{w.dueHint}</small>
      </div>
      <div className="nol-verification-field">
        <label htmlFor={`${id}-note`}>{w.note}</label>
        <Input.TextArea
          id={`${id}-note`}
          value={note}
          maxLength={200}
          rows={2}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {refused ? <ErrorState refused={refused} /> : null}
      <Button type="primary" loading={busy} onClick={() => void send(undefined)}>
        {w.send(children)}
      </Button>
    </>
  );
}

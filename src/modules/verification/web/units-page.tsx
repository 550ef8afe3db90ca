import { Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { calendarWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { BatchView } from '../contract';
import { getBatches, getCounts, getTasks, getUnits, recallBatch } from './calls';
import { sendPlace, tasksPlace } from './places';
import { findingSays, taskWords } from './task-words';
import { deskWords, unitWords } from './words';
import './verification.css';

/** 各单位进度: who has answered and who has not, each number a door; and what was sent when. */
export function UnitsPage() {
  const w = useWords(unitWords);
  const d = useWords(deskWords);
  const t = useWords(taskWords);
  const go = useGo();
  const sends = holds(useSignedIn(), ['verification.send']);
  const send = (
    <Button type="primary" onClick={() => go(hrefOf(sendPlace))}>
      {d.send}
    </Button>
  );
  return (
    <>
      <PageHead
        title={d.units}
        above={[{ says: d.tasks, href: hrefOf(tasksPlace) }]}
        help={{ says: d.help, source: 'basis', clause: t.clause }}
        actions={sends ? send : null}
      />
      <Units />
      <h2 className="nol-verification-heading">{w.batches}</h2>
      <Batches recalls={sends} />
    </>
  );
}

function Units() {
  const w = useWords(unitWords);
  const say = useSay();
  const { data, error, refetch } = useAnswer(getUnits, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.rows.length === 0) return <EmptyState says={w.none} />;
  return (
    <table className="nol-verification-table">
      <caption className="nol-unseen">{w.list}</caption>
      <thead>
        <tr>
          <th scope="col" className="nol-verification-text">
            {w.unit}
          </th>
          {[w.sent, w.waiting, w.late, w.answered, w.accepted].map((says) => (
            <th key={says} scope="col">
              {says}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map(({ unit, sent, waiting, late, answered, accepted }) => (
          <tr key={`${unit.tree} ${unit.path}`}>
            <th scope="row" className="nol-verification-text">
              {say(unit.says)}
            </th>
            <td>{sent}</td>
            <Count count={waiting} search={{ unit: unit.path, state: 'waiting' }} />
            <Count count={late} search={{ unit: unit.path, late: 'yes' }} />
            <Count count={answered} search={{ unit: unit.path, state: 'answered' }} />
            <Count count={accepted} search={{ unit: unit.path, state: 'accepted' }} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Search = Parameters<typeof hrefOf<(typeof tasksPlace)['search']>>[2];

function Count({ count, search }: { readonly count: number; readonly search: Search }) {
  return <td>{count === 0 ? 0 : <Door href={hrefOf(tasksPlace, {}, search)}>{count}</Door>}</td>;
}

function Batches({ recalls }: { readonly recalls: boolean }) {
  const w = useWords(unitWords);
  const { data, error, refetch } = useAnswer(getBatches, { query: { size: 50 } });
  const [asked, setAsked] = useState<BatchView>();
  const { run } = useAction(recallBatch, { renews: [getBatches, getUnits, getTasks, getCounts] });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={3} />;
  if (data.total === 0) return <EmptyState says={w.none} />;
  return (
    <>
      <table className="nol-verification-table">
        <thead>
          <tr>
            {[w.when, w.by, w.what].map((says) => (
              <th key={says} scope="col" className="nol-verification-text">
                {says}
              </th>
            ))}
            {[w.count, w.waiting, w.recall].map((says) => (
              <th key={says} scope="col">
                {says === w.recall ? <span className="nol-unseen">{says}</span> : says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((batch) => (
            <BatchRow key={batch.batchId} batch={batch} onRecall={recalls ? () => setAsked(batch) : undefined} />
          ))}
        </tbody>
      </table>
      <ReasonDialog
        open={asked !== undefined}
        title={w.recallTitle(asked?.waiting ?? 0)}
        reasons={[
          { value: '名册有误，要重新比对', says: { zh: w.wrongList, en: w.wrongList } },
          { value: '发错了单位', says: { zh: w.wrongPlace, en: w.wrongPlace } },
        ]}
        submit={w.recall}
        onSubmit={async (reason) => {
          await run({ params: { id: asked?.batchId ?? '' }, body: { reason } });
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

function BatchRow({ batch, onRecall }: { readonly batch: BatchView; readonly onRecall: (() => void) | undefined }) {
  const w = useWords(unitWords);
  const d = useWords(deskWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return (
    <tr>
      <td className="nol-verification-text">{momentWords(batch.sentAt, today, language)}</td>
      <td className="nol-verification-text">{batch.sentBy}</td>
      <td className="nol-verification-text">
        {say(findingSays[batch.finding])} · {d.due} {calendarWords(batch.dueDay, today, language)}
        {batch.note === '' ? null : ` · ${batch.note}`}
      </td>
      <td>{batch.tasks}</td>
      <td>{batch.waiting}</td>
      <td>
        {batch.recalledAt === null ? null : w.recalled}
        {onRecall && batch.waiting > 0 ? (
          <Button size="small" onClick={onRecall}>
            {w.recall}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

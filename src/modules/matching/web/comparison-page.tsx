import { Button } from 'antd';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ComparisonView, RunView } from '../contract';
import { getRun } from './calls';
import { ListsNow, ListsThen } from './lists-strip';
import { Notices } from './notices';
import { comparisonPlace, runsPlace } from './places';
import { PrintedFoot, PrintedHead } from './printed';
import { RunChanges } from './run-changes';
import { RunEquations } from './run-equations';
import { RunTodo } from './run-todo';
import { RunningStrip } from './running-strip';
import { useComparison } from './use-comparison';
import { useStart } from './use-start';
import { comparisonWords, kindWords } from './words';
import './comparison.css';

/** 名册比对: the equation is the page, and every term a door to its children. */
export function ComparisonPage() {
  const w = useWords(comparisonWords);
  const { run } = useAddress(comparisonPlace).search;
  const now = useComparison();
  const then = useAnswer(getRun, { params: { run: String(run ?? 0) } }, { when: run !== undefined });
  const { data } = now;
  const shown = run === undefined ? data?.last : then.data;
  const failed = now.error ?? (run === undefined ? null : then.error);
  return (
    <div className="nol-comparison">
      <Head data={data} shown={shown ?? undefined} isPast={run !== undefined} />
      {failed && !shown ? <ErrorState refused={failed} onRetry={() => void (run === undefined ? now : then).refetch()} /> : null}
      {!failed && (data === undefined || (run !== undefined && shown === undefined)) ? <LoadingState rows={10} /> : null}
      {data?.running ? <RunningStrip running={data.running} /> : null}
      {data && run === undefined ? <Notices data={data} /> : null}
      {data && run === undefined && data.last === null ? <NothingYet data={data} /> : null}
      {shown ? (
        <>
          <PrintedHead run={shown} />
          <RunTodo run={shown} openReviews={run === undefined ? data?.openReviews : undefined} />
          <RunEquations run={shown} />
          <RunChanges run={shown} />
          <ListsThen run={shown} />
          <PrintedFoot />
        </>
      ) : null}
      {data && run === undefined ? <ListsNow data={data} title={w.inputsNow} /> : null}
    </div>
  );
}

type HeadProps = {
  readonly data: ComparisonView | undefined;
  readonly shown: RunView | undefined;
  readonly isPast: boolean;
};

function Head({ data, shown, isPast }: HeadProps) {
  const w = useWords(comparisonWords);
  const { language } = useLanguage();
  const today = useToday();
  const go = useGo();
  const may = holds(useSignedIn(), ['comparison.run']);
  const { start, busy } = useStart();
  const ready = data !== undefined && !data.missing.includes('household') && !data.missing.includes('enrolment');
  const actions = (
    <>
      {shown ? <Button onClick={() => window.print()}>{w.print}</Button> : null}
      {shown ? <Button onClick={() => go(hrefOf(runsPlace))}>{w.all}</Button> : null}
      {isPast ? <Button onClick={() => go(hrefOf(comparisonPlace))}>{w.newest}</Button> : null}
      {may && !isPast && ready && data.last !== null ? (
        <Button type="primary" loading={busy} disabled={data.running !== null} onClick={() => void start()}>
          {w.again}
        </Button>
      ) : null}
    </>
  );
  const day = shown && calendarWords(shown.endedAt.slice(0, 10), today, language);
  return (
    <PageHead
      title={w.title}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      note={shown && day ? w.of(shown.runNo, day) : undefined}
      actions={actions}
    />
  );
}

/** Before the first comparison: which list is missing, or the button. */
function NothingYet({ data }: { readonly data: ComparisonView }) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const go = useGo();
  const may = holds(useSignedIn(), ['comparison.run']);
  const { start, busy } = useStart();
  const needed = data.missing.filter((kind) => kind === 'household' || kind === 'enrolment');
  if (data.running) return null;
  if (needed.length > 0) {
    const which = needed.map((kind) => say(kindWords[kind])).join('、');
    const next = may ? <Button onClick={() => go('/import')}>{w.import}</Button> : undefined;
    return <EmptyState says={w.none} why={`${w.noLists}${which} ${w.missing}`} next={next} />;
  }
  const next = may ? (
    <Button type="primary" loading={busy} onClick={() => void start()}>
      {w.run}
    </Button>
  ) : undefined;
  return <EmptyState says={w.none} why={w.noneWhy} next={next} />;
}

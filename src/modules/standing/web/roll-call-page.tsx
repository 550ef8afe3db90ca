import { Button, Input, Segmented } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { type Address, useAddress, useGo } from '../../../ui/desk/address';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { useKey } from '../../../ui/desk/keys';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { RollCallView } from '../contract';
import { addDays } from '../rules/policy';
import { getRollCall } from './calls';
import { Equation, useChildrenHref } from './equation';
import { isCounty, useGridName } from './grid-names';
import { GridsTable } from './grids-table';
import { rollCallPlace, rollChangesPlace } from './places';
import { PrintLine, usePrint } from './print';
import { rollWords } from './words';
import './roll.css';

type RollAddress = Address<(typeof rollCallPlace)['search']>;
type PartProps = { readonly view: RollCallView; readonly address: RollAddress };

/** While children are being counted again the page looks so often. */
const lookMs = 2000;
const MOST_WAITING = 1000;
const up = { zh: '回上一级', en: 'One level up' };

/** 全县点名: the equation of a grid as the head of the page, and the grids below it. */
export function RollCallPage() {
  const address = useAddress(rollCallPlace);
  const { tree, grid, day } = address.search;
  const answer = useAnswer(getRollCall, { query: { tree, grid, day } }, { keeps: true });
  const w = useWords(rollWords);
  const view = answer.data;
  useLookAgain(answer);
  if (view === undefined) {
    return (
      <>
        <PageHead title={w.title} />
        {answer.error ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : <LoadingState />}
      </>
    );
  }
  return <Called view={view} answer={answer} address={address} />;
}

function Called({ view, answer, address }: PartProps & { readonly answer: Answer<RollCallView> }) {
  const w = useWords(rollWords);
  const meeting = address.search.meeting !== undefined;
  const print = usePrint({ tree: view.tree, grid: view.grid.path, day: view.day, part: null, rows: view.below.length });
  const nearest = view.above.slice(-1)[0];
  const go = useGo();
  const hrefOfGrid = (path: string) => hrefOf(rollCallPlace, {}, { ...address.search, tree: view.tree, grid: path });
  useKey('backspace', up, () => nearest && go(hrefOfGrid(nearest.path)), nearest !== undefined);
  return (
    <ListPage
      head={
        <>
          <Head view={view} address={address} onPrint={print} />
          <Homes view={view} address={address} />
          {view.span === null ? null : <Equation view={view} meeting={meeting} />}
          <PrintLine />
        </>
      }
    >
      {view.span === null ? <EmptyState says={w.none} /> : <Below {...{ view, answer, address, meeting }} onPrint={print} />}
    </ListPage>
  );
}

type BelowProps = PartProps & {
  readonly answer: Answer<RollCallView>;
  readonly meeting: boolean;
  readonly onPrint: () => void;
};

function Below({ view, answer, address, meeting, onPrint }: BelowProps) {
  const w = useWords(rollWords);
  const href = useChildrenHref(view, meeting)('all');
  if (view.below.length > 0) return <GridsTable {...{ view, answer, address, meeting, onPrint }} />;
  if (view.roll.children === 0) return <EmptyState says={w.nobody} />;
  return <EmptyState says={w.leaf} next={href ? <Door href={href}>{w.seeAll}</Door> : null} />;
}

function Head({ view, address, onPrint }: PartProps & { readonly onPrint: () => void }) {
  const w = useWords(rollWords);
  const go = useGo();
  const nameOf = useGridName();
  const mayOpen = holds(useSignedIn(), ['roll.children']);
  const meeting = address.search.meeting !== undefined;
  const { tree, grid, day, above } = view;
  const compare = () => go(hrefOf(rollChangesPlace, {}, { tree, grid: grid.path, to: day, from: addDays(day, -7) }));
  return (
    <PageHead
      title={isCounty(grid) ? w.title : w.titleOf(nameOf(grid, tree))}
      above={above.map((one) => ({
        says: nameOf(one, tree),
        href: hrefOf(rollCallPlace, {}, { ...address.search, tree, grid: one.path }),
      }))}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      note={<Freshness view={view} />}
      actions={
        <>
          <TreeChoice view={view} address={address} />
          <DayChoice view={view} address={address} />
          {mayOpen && view.span !== null ? <Button onClick={compare}>{w.compare}</Button> : null}
          <Button onClick={() => address.change({ meeting: meeting ? undefined : '1' })}>
            {meeting ? w.meetingOff : w.meeting}
          </Button>
          {view.below.length === 0 ? <Button onClick={onPrint}>{w.print}</Button> : null}
        </>
      }
    />
  );
}

/** 更新至 …, and who is being counted again. */
function Freshness({ view }: { readonly view: RollCallView }) {
  const w = useWords(rollWords);
  const { language } = useLanguage();
  const { waiting } = view;
  const many = waiting > MOST_WAITING ? w.many(MOST_WAITING) : w.some(numberText(waiting));
  return (
    <span className="roll-fresh" role="status">
      {w.asOf(momentWords(view.countedAt, view.today, language))}
      {waiting > 0 ? <span className="roll-waiting"> · {w.waiting(many)}</span> : null}
      {waiting === 0 && view.recounting ? <span className="roll-waiting"> · {w.recounting}</span> : null}
    </span>
  );
}

function TreeChoice({ view, address }: PartProps) {
  const w = useWords(rollWords);
  if (view.trees.length < 2) return null;
  return (
    <Segmented
      aria-label={w.trees}
      options={view.trees.map((tree) => ({ value: tree, label: tree === 'area' ? w.byArea : w.bySchool }))}
      value={view.tree}
      onChange={(tree) => address.change({ tree, grid: undefined, sort: undefined })}
    />
  );
}

/** The grids of whoever has several. */
function Homes({ view, address }: PartProps) {
  const w = useWords(rollWords);
  const nameOf = useGridName();
  if (view.homes.length === 0) return null;
  return (
    <p className="roll-homes">
      {w.homes}
      {view.homes.map((home) => (
        <Door key={home.path} href={hrefOf(rollCallPlace, {}, { ...address.search, tree: undefined, grid: home.path })}>
          {nameOf(home, view.tree)}
        </Door>
      ))}
    </p>
  );
}

function DayChoice({ view, address }: PartProps) {
  const w = useWords(rollWords);
  const { day, today, span } = view;
  const choose = (next: string) => address.change({ day: next === today ? undefined : next });
  const step = (by: number, says: string, sign: ReactNode) => {
    const next = addDays(day, by);
    const isKept = span !== null && next >= span.from && next <= span.until;
    return (
      <Button aria-label={says} disabled={!isKept} onClick={() => choose(next)}>
        {sign}
      </Button>
    );
  };
  return (
    <span className="roll-day">
      {step(-1, w.dayBefore, '‹')}
      <Input
        type="date"
        aria-label={w.day}
        value={day}
        {...(span ? { min: span.from, max: span.until } : {})}
        onChange={(event) => event.target.value && choose(event.target.value)}
      />
      {step(1, w.dayAfter, '›')}
      {day === today ? null : <Button onClick={() => choose(today)}>{w.today}</Button>}
    </span>
  );
}

function useLookAgain({ data, refetch }: Answer<RollCallView>): void {
  const busy = data !== undefined && (data.waiting > 0 || data.recounting);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void refetch(), lookMs);
    return () => clearInterval(timer);
  }, [busy, refetch]);
}

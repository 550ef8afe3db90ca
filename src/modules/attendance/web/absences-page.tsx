import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import { careWords } from '../../groups/index';
import type { AbsenceLine, AbsencesView } from '../contract';
import { holders } from '../rules/duties';
import { getAbsences } from './calls';
import { DutyChip } from './duty-chip';
import { followWords, holderSays, reachedSays, stepSays } from './follow-words';
import { absencesPlace, undonePlace, writeReportPlace } from './places';

/** 没来的孩子: who is away without leave, the longest first, with what was done and what is due. */
export function AbsencesPage() {
  const w = useWords(followWords);
  const say = useSay();
  const address = useAddress(absencesPlace);
  const { from, holder, mine, page, size } = address.search;
  const query = { ...(from === undefined ? {} : { from }), ...(holder && { holder }), ...(mine && { mine }) };
  const answer = useAnswer(getAbsences, { query }, { keeps: true });
  const columns = useColumnsOf();
  const noteOf = ({ due, late }: AbsencesView) => (late > 0 ? `${w.follow(due)}，${w.lateCount(late)}` : w.follow(due));
  const { data, error } = answer;
  const rows = useMemo(() => data?.rows.slice((page - 1) * size, page * size) ?? [], [data, page, size]);
  const filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'from',
      says: w.days,
      options: (data?.ladder ?? []).map(({ key, from: days }) => ({
        value: String(days),
        says: `${w.ladderFrom(days)}+ ${say(stepSays[key])}`,
      })),
    },
    { kind: 'choice', key: 'mine', says: w.whose, options: [{ value: 'yes', says: w.onlyMine }] },
    { kind: 'choice', key: 'holder', says: w.holder, options: holders.map((value) => ({ value, says: say(holderSays[value]) })) },
  ];
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          note={data ? noteOf(data) : undefined}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
          actions={<Door href={hrefOf(undonePlace)}>{w.undone}</Door>}
        />
      }
    >
      {error && !data ? <ErrorState refused={error} onRetry={() => void answer.refetch()} /> : null}
      {!data && !error ? <LoadingState /> : null}
      {data ? (
        <DataTable
          id="absences"
          says={w.title}
          columns={columns}
          answer={{ ...answer, data: { rows, total: data.rows.length } }}
          address={address}
          filters={filters}
          keyOf={({ childId }) => childId}
          nameOf={({ name }) => name}
          hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
          empty={{ says: w.none }}
        />
      ) : null}
    </ListPage>
  );
}

function useColumnsOf(): readonly Column<AbsenceLine>[] {
  const w = useWords(followWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  return [
    { key: 'name', title: w.name, width: 100, cell: ({ name }) => name },
    { key: 'school', title: w.school, width: 190, cell: ({ school, className }) => `${school} ${className}` },
    { key: 'closer', title: w.closer, width: 92, cell: ({ closer }) => closer.map((one) => say(careWords[one])).join('、') },
    { key: 'days', title: w.days, kind: 'number', width: 70, cell: ({ days }) => numberText(days) },
    { key: 'since', title: w.sinceDay, width: 120, spare: true, cell: ({ since }) => dayWords(since, today, language) },
    { key: 'due', title: w.due, width: 160, cell: (line) => <DueCell line={line} /> },
    {
      key: 'holder',
      title: w.holder,
      width: 90,
      cell: ({ next }) => (next?.holder ? say(holderSays[next.holder]) : '—'),
    },
    {
      ...{ key: 'dueDay', title: w.dueDay, width: 110, spare: true },
      cell: ({ next }) => (next ? dayWords(next.due, today, language) : '—'),
    },
    {
      key: 'last',
      title: w.last,
      cell: ({ last, contacts }) =>
        last === null
          ? w.never
          : `${dayWords(last.day, today, language)} ${say(reachedSays[last.reached])} · ${w.contacts(contacts)}`,
    },
  ];
}

/** What is due; the report of the school is written through it. */
function DueCell({ line: { childId, next, mine } }: { readonly line: AbsenceLine }) {
  const w = useWords(followWords);
  const writes = holds(useSignedIn(), ['attendance.report']);
  if (next === null) return w.done;
  const chip = <DutyChip duty={next} />;
  const kind = next.duty === 'report' || next.duty === 'proposal' ? next.duty : undefined;
  if (!mine || !writes || kind === undefined) return chip;
  return <Door href={hrefOf(writeReportPlace, { id: childId }, { kind })}>{chip}</Door>;
}

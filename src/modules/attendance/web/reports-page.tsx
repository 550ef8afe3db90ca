import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ReportLine } from '../contract';
import { reportKinds } from '../rules/duties';
import { reportPlace, reportsPlace } from './places';
import { getReports } from './report-calls';
import { kindSays, reportWords } from './report-words';

/** 缺课报告: what schools have reported, and who has said that it is there. */
export function ReportsPage() {
  const w = useWords(reportWords);
  const say = useSay();
  const address = useAddress(reportsPlace);
  const { receipt, kind, page, size } = address.search;
  const query = { ...(receipt === undefined ? {} : { open: receipt }), ...(kind === undefined ? {} : { kind }) };
  const answer = useAnswer(getReports, { query }, { keeps: true });
  const { data } = answer;
  const receives = holds(useSignedIn(), ['attendance.receive']);
  const rows = useMemo(() => data?.rows.slice((page - 1) * size, page * size) ?? [], [data, page, size]);
  const filters: readonly Filter[] = [
    {
      ...{ kind: 'choice', key: 'receipt', says: w.open },
      options: [
        { value: 'yes', says: w.openYes },
        { value: 'no', says: w.openNo },
      ],
    },
    { kind: 'choice', key: 'kind', says: w.kind, options: reportKinds.map((value) => ({ value, says: say(kindSays[value]) })) },
  ];
  const waiting = data && receives ? (data.waiting > 0 ? w.waiting(data.waiting) : w.allReceived) : undefined;
  return (
    <ListPage
      head={
        <PageHead
          title={w.title}
          note={data?.more ? [waiting, w.more].filter(Boolean).join(' · ') : data && data.rows.length > 0 ? waiting : undefined}
          help={{ says: w.help, source: 'basis', clause: w.clause }}
        />
      }
    >
      <DataTable
        id="absence-reports"
        says={w.title}
        columns={useColumnsOf()}
        answer={{ ...answer, data: data && { rows, total: data.rows.length } }}
        address={address}
        filters={filters}
        keyOf={({ reportId }) => reportId}
        nameOf={({ name, sound, number }) => (sound ? name : number)}
        hrefOf={({ reportId }) => hrefOf(reportPlace, { id: reportId })}
        empty={{ says: w.none, next: w.noneNext }}
      />
    </ListPage>
  );
}

function useColumnsOf(): readonly Column<ReportLine>[] {
  const w = useWords(reportWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const received = (day: string | null, over: boolean) => {
    if (day !== null) return dayWords(day, today, language);
    return over ? w.over : <ToneChip tone="watch">{w.notReceived}</ToneChip>;
  };
  return [
    {
      key: 'name',
      title: w.name,
      width: 100,
      cell: ({ name, sound }) => (sound ? name : <ToneChip tone="alarm">{w.broken}</ToneChip>),
    },
    { key: 'school', title: w.school, width: 220, cell: ({ school, className }) => `${school} ${className}` },
    { key: 'kind', title: w.kind, width: 120, cell: ({ kind }) => say(kindSays[kind]) },
    { key: 'days', title: w.days, kind: 'number', width: 90, cell: ({ days }) => numberText(days) },
    { key: 'day', title: w.day, width: 110, cell: ({ day }) => dayWords(day, today, language) },
    { key: 'bureau', title: w.bureauReceipt, width: 120, cell: (row) => received(row.received.bureau, row.over) },
    {
      ...{ key: 'receipt', title: w.townshipReceipt, width: 120 },
      cell: (row) => (row.township === '' ? '—' : received(row.received.township, row.over)),
    },
    { key: 'township', title: w.township, cell: ({ township }) => (township === '' ? w.unknownTownship : township) },
    { key: 'number', title: w.number, width: 260, cell: ({ number }) => number, spare: true },
  ];
}

import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { LeaveLine } from '../contract';
import { kindSays, listSays } from '../said';
import { getLeaves } from './calls';
import { LeavePanel } from './leave-panel';
import { LeavePrinted, LeaveTakers } from './leave-takers';
import { leaveWords, spanWords, watchWords } from './leave-words';
import { PhaseChip } from './phase-chip';
import { leavePlace } from './places';
import { deskWords } from './words';

/** 请假: the leaves of one's places, with one of them beside the list. */
export function LeavePage() {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const address = useAddress(leavePlace);
  const { open, sort: _, ...query } = address.search;
  const answer = useAnswer(getLeaves, { query }, { keeps: true });
  const numbers = answer.data?.numbers;
  const maySheet = holds(useSignedIn(), ['leave.sheet']);
  return (
    <ListPage
      head={
        <PageHead
          title={l.title}
          note={numbers ? `${l.levels(numbers.teacherDays, numbers.months)}${l.watchWhy(numbers.sumDays)}` : undefined}
          help={{ says: w.help, source: 'basis', clause: l.clause }}
          actions={maySheet && answer.data && answer.data.total > 0 ? <LeaveTakers query={query} /> : null}
        />
      }
    >
      <LeavePrinted phase={query.phase} />
      <DataTable
        id="leave"
        says={w.list}
        columns={useLeaveColumns()}
        answer={answer}
        address={address}
        filters={useLeaveFilters()}
        keyOf={({ leaveId }) => leaveId}
        nameOf={({ name }) => name}
        hrefOf={({ leaveId }) => hrefOf(leavePlace, {}, { ...address.search, open: leaveId })}
        openKey={open}
        empty={{ says: w.none }}
      />
      <LeavePanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

function useLeaveFilters(): readonly Filter[] {
  const w = useWords(deskWords);
  const say = useSay();
  const decides = holds(useSignedIn(), ['leave.decide']);
  return useMemo(() => {
    const phases = [...(decides ? (['mine'] as const) : []), 'asked', 'running', 'overdue', 'watched', 'closed'] as const;
    return [
      { key: 'phase', says: w.phase, kind: 'choice', options: phases.map((value) => ({ value, says: say(listSays[value]) })) },
    ];
  }, [w, say, decides]);
}

function useLeaveColumns(): readonly Column<LeaveLine>[] {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 110 },
      { key: 'school', title: w.school, cell: ({ school, className }) => `${school} ${className}`.trim(), width: 210 },
      { key: 'kind', title: w.kind, cell: ({ kind }) => say(kindSays[kind]), width: 70 },
      { key: 'when', title: w.when, cell: (leave) => spanWords(leave, language), width: 180 },
      { key: 'days', title: w.days, kind: 'number', cell: ({ days }) => numberText(days), width: 80 },
      { key: 'phase', title: w.phase, cell: (leave) => <PhaseChip leave={leave} />, width: 150 },
      { key: 'level', title: w.level, cell: ({ level }) => (level === 'school' ? l.school : l.teacher), width: 80 },
      { key: 'watch', title: w.watch, cell: ({ watch }) => watchWords(watch, language), width: 180 },
      {
        key: 'asked',
        title: w.asks,
        cell: ({ askedAt, source }) =>
          `${momentWords(askedAt, today, language)}${source === 'guardian' ? ` · ${l.byGuardian}` : ''}`,
        width: 180,
        spare: true,
      },
    ],
    [w, l, say, today, language],
  );
}

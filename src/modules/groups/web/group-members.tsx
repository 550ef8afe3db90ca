import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { hrefOf } from '../../../ui/desk/place';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { gradeName } from '../../area/index';
import { schoolingWords } from '../../children/index';
import { childPlace } from '../../children/web/index';
import type { MembersView } from '../contract';
import { type GroupKey, groupOf } from '../rules/groups';
import { getMembers } from './calls';
import { groupsPlace } from './places';
import { groupsWords } from './words';

type Member = MembersView['rows'][number];

/** The children of one group, by school and grade; each row leads to the page of the child. */
export function GroupMembers({ group }: { readonly group: GroupKey }) {
  const w = useWords(groupsWords);
  const say = useSay();
  const address = useAddress(groupsPlace);
  const { school, grade, page, size } = address.search;
  const answer = useAnswer(getMembers, { query: { group, school, grade, page, size } }, { keeps: true });
  return (
    <DataTable
      id="groups"
      says={w.list(say(groupOf(group)))}
      columns={useMemberColumns()}
      answer={answer}
      address={address}
      filters={useMemberFilters(answer.data)}
      keyOf={({ childId }) => childId}
      nameOf={({ name }) => name}
      hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
      empty={{ says: w.none }}
    />
  );
}

/** Schools and grades that have children of the group, each with how many. */
function useMemberFilters(view: MembersView | undefined): readonly Filter[] {
  const w = useWords(groupsWords);
  const say = useSay();
  return useMemo(() => {
    const schools = view?.schools.map(({ school, name, children }) => ({ value: school, says: w.some(name, children) })) ?? [];
    const grades = view?.grades.map(({ grade, children }) => ({
      value: String(grade),
      says: w.some(say(gradeName(grade)), children),
    }));
    return [
      { key: 'school', says: w.school, kind: 'choice', options: schools },
      { key: 'grade', says: w.grade, kind: 'choice', options: grades ?? [] },
    ];
  }, [view, w, say]);
}

function useMemberColumns(): readonly Column<Member>[] {
  const w = useWords(groupsWords);
  const today = useToday();
  const { language } = useLanguage();
  return useMemo(() => {
    const day = (of: string) => calendarWords(of, today, language);
    return [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 110 },
      { key: 'school', title: w.school, cell: (row) => schoolingWords(row, language), width: 240 },
      { key: 'village', title: w.village, cell: ({ township, village }) => `${township} ${village}`.trim(), width: 200 },
      { key: 'from', title: w.from, cell: ({ fromDay }) => day(fromDay), width: 140 },
      { key: 'until', title: w.until, cell: ({ untilDay }) => (untilDay === null ? w.open : day(untilDay)), width: 140 },
    ];
  }, [w, today, language]);
}

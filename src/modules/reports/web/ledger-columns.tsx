import { useMemo } from 'react';
import type { Column } from '../../../ui/desk/columns';
import { Missing } from '../../../ui/desk/missing';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { gradeName } from '../../area/index';
import { StateChip } from '../../standing/web/index';
import type { LedgerRow } from '../contract';
import { type Ledger, ledgerStates, type ShownState } from '../rules/ledgers';
import { stateWords } from '../words';
import type { LedgerSearch } from './places';
import { ledgerPageWords } from './words';

/** The columns of a ledger on the screen. */
export function useLedgerColumns(ledger: Ledger, search: LedgerSearch): readonly Column<LedgerRow>[] {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  const anyOrder = useIsNarrow(search);
  return useMemo(() => {
    const several = ledgerStates[ledger].length > 1;
    const columns: readonly (Column<LedgerRow> | undefined)[] = [
      { key: 'name', title: w.name, width: 104, cell: ({ name }) => name },
      {
        key: 'sex',
        title: w.sex,
        width: 56,
        cell: ({ sex }) => (sex === '' ? <Missing kind="unknown" /> : sex === '1' ? w.male : w.female),
      },
      {
        key: 'birth',
        title: w.born,
        width: 88,
        sorts: anyOrder,
        cell: ({ birthYear }) => birthYear || <Missing kind="unknown" />,
      },
      {
        key: 'place',
        title: w.home,
        width: 190,
        sorts: true,
        cell: ({ township, village }) => `${township} ${village}`.trim() || <Missing kind="unknown" />,
      },
      {
        key: 'school',
        title: w.schooling,
        sorts: true,
        cell: ({ school, className }) => `${school} ${className}`.trim() || <Missing />,
      },
      {
        key: 'grade',
        title: w.grade,
        width: 88,
        sorts: anyOrder,
        cell: ({ grade }) => (grade === null ? <Missing /> : say(gradeName(grade))),
      },
      several
        ? { key: 'state', title: w.state, width: 132, sorts: anyOrder, cell: ({ state }) => <ShownStateChip state={state} /> }
        : undefined,
      {
        key: 'since',
        title: w.since,
        width: 132,
        cell: ({ since }) => (since === null ? w.always : calendarWords(since, today, language)),
      },
    ];
    return columns.filter((column) => column !== undefined);
  }, [ledger, anyOrder, w, say, today, language]);
}

/** A state as the reader may know it. */
function ShownStateChip({ state }: { readonly state: ShownState }) {
  const say = useSay();
  return state === 'placed' ? <ToneChip tone="quiet">{say(stateWords.placed)}</ToneChip> : <StateChip state={state} />;
}

/** The whole county lies in order by place and school only; one place, one school or one name can be put in any order. */
function useIsNarrow({ area, school, q }: LedgerSearch): boolean {
  const { grants } = useSignedIn();
  return area !== undefined || school !== undefined || (q ?? '') !== '' || grants.every(({ tree }) => tree !== 'county');
}

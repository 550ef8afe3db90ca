import { useMemo } from 'react';
import { standingState } from '../../../kernel/standing';
import type { Filter, FilterOption } from '../../../ui/desk/filters';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { gradeName } from '../../area/index';
import { useAreas, useSchools } from '../../area/web/index';
import type { LedgerFilter } from '../contract';
import { careStates, type Ledger, ledgerStates, type ShownState } from '../rules/ledgers';
import { stateWords } from '../words';
import type { LedgerSearch } from './places';
import { ledgerPageWords } from './words';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What of an address chooses rows. */
export function filterOf({ day, area, school, grade, state, only, q }: LedgerSearch): LedgerFilter {
  return { day, area, school, grade, state, only, q };
}

/** The conditions of a ledger. Who may not tell the states of care apart is offered them as one. */
export function useLedgerFilters(ledger: Ledger): readonly Filter[] {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const seesCare = holds(useSignedIn(), ['ledger.care']);
  const { areas } = useAreas();
  const schools = useSchools();
  return useMemo(() => {
    const townships = areas.filter(({ level }) => level === 'township');
    const states: readonly ShownState[] = seesCare
      ? ledgerStates[ledger]
      : [...ledgerStates[ledger].filter((state) => !careStates.includes(state)), 'placed'];
    const stateOptions = states.map((state) => ({
      value: state,
      says: say(state === 'placed' ? stateWords.placed : standingState(state)),
    }));
    const several = ledgerStates[ledger].length > 1;
    return [
      { key: 'q', says: w.q, kind: 'text' },
      choice(
        'area',
        w.area,
        townships.map(({ code, name }) => ({ value: code, says: name, search: code })),
      ),
      choice(
        'school',
        w.school,
        schools.map(({ id, name }) => ({ value: id, says: name })),
      ),
      several ? { key: 'state', says: w.state, kind: 'several', options: stateOptions } : undefined,
      {
        key: 'grade',
        says: w.grade,
        kind: 'several',
        options: grades.map((one) => ({ value: `${one}`, says: say(gradeName(one)) })),
      },
      several ? choice('only', w.only, [{ value: 'open', says: w.onlyOpen }]) : undefined,
      { key: 'day', says: w.day, kind: 'day' },
    ].filter((one): one is Filter => one !== undefined);
  }, [ledger, areas, schools, seesCare, w, say]);
}

function choice(key: string, says: string, options: readonly FilterOption[]): Filter | undefined {
  return options.length === 0 ? undefined : { key, says, kind: 'choice', options };
}

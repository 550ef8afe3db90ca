import { standingState } from '../../../kernel/standing';
import { useSay, useWords } from '../../../ui/shared/language';
import { gradeName } from '../../area/index';
import { useAreas, useSchools } from '../../area/web/index';
import type { LedgerFilter } from '../contract';
import { stateWords } from '../words';
import { exportWords } from './export-words';
import { ledgerPageWords } from './words';

/** Says in one line which rows of a ledger were asked for. */
export function useFilterWords(): (filter: LedgerFilter) => string {
  const w = useWords(ledgerPageWords);
  const none = useWords(exportWords).noFilter;
  const say = useSay();
  const { placeOf } = useAreas();
  const schools = useSchools();
  return ({ area, school, grade, state, only, q }) => {
    const parts = [
      [w.area, area && placeOf(area)],
      [w.school, school && (schools.find(({ id }) => id === school)?.name ?? school)],
      [w.grade, grade.map((one) => say(gradeName(one))).join('、')],
      [w.state, state.map((one) => say(one === 'placed' ? stateWords.placed : standingState(one))).join('、')],
      [w.state, only && w.onlyOpen],
      [w.q, q],
    ] as const;
    const said = parts.flatMap(([says, value]) => (value ? [`${says}：${value}`] : []));
    return said.length === 0 ? none : said.join('；');
  };
}

import { standingState } from '../../../kernel/standing';
import { useSay, useWords } from '../../../ui/shared/language';
import { gradeName } from '../../area/index';
import type { ExportView } from '../contract';
import { stateWords } from '../words';
import { exportWords } from './export-words';
import { ledgerPageWords } from './words';

/** Says in one line which rows of a ledger were asked for. */
export function useFilterWords(): (one: Pick<ExportView, 'filter' | 'filterPlaces'>) => string {
  const w = useWords(ledgerPageWords);
  const none = useWords(exportWords).noFilter;
  const say = useSay();
  return ({ filter: { grade, state, only, q }, filterPlaces: { area, school } }) => {
    const parts = [
      [w.area, area],
      [w.school, school],
      [w.grade, grade.map((one) => say(gradeName(one))).join('、')],
      [w.state, state.map((one) => say(one === 'placed' ? stateWords.placed : standingState(one))).join('、')],
      [w.state, only && w.onlyOpen],
      [w.q, q],
    ] as const;
    const said = parts.flatMap(([says, value]) => (value ? [`${says}：${value}`] : []));
    return said.length === 0 ? none : said.join('；');
  };
}

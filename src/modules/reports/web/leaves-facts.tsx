import { Facts } from '../../../ui/desk/blocks';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { Leaves } from './leaving';
import { leavingWords, ledgerPageWords } from './words';

/** Whom a list is about that is about to leave: the conditions in words, and how many children. */
export function LeavesFacts({ filters, total, more }: Pick<Leaves, 'filters' | 'total' | 'more'>) {
  const w = useWords(leavingWords);
  const page = useWords(ledgerPageWords);
  const chosen = filters.map(({ says, value }) => `${says}：${value}`).join('；');
  const count = more ? page.peopleMore(numberText(total)) : page.people(numberText(total));
  return <Facts rows={[{ says: w.rows, value: `${chosen === '' ? w.all : chosen}，${count}` }]} />;
}

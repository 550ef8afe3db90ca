import type { Says } from '../../../ui/shared/words';
import type { FindLine } from '../find-contract';

/** What the bureau has made of a child on no list. */
export const findStateSays: { readonly [S in FindLine['state']]: Says } = {
  open: { zh: '等县局认定', en: 'waits for the bureau' },
  known: { zh: '名册里有这个孩子', en: 'is on the lists' },
  entered: { zh: '已补进名单', en: 'entered on the roll' },
  dismissed: { zh: '不用补', en: 'dismissed' },
};

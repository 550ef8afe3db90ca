import type { Kind, listPhases, Phase } from './rules/states';

type Says = { readonly zh: string; readonly en: string };

/** 病假 事假 其他. */
export const kindSays: { readonly [K in Kind]: Says } = {
  sick: { zh: '病假', en: 'Sick leave' },
  personal: { zh: '事假', en: 'Personal leave' },
  other: { zh: '其他', en: 'Other' },
};

/** How a leave stands. */
export const phaseNames: { readonly [P in Phase]: Says } = {
  asked: { zh: '待批', en: 'Asked for' },
  coming: { zh: '还没开始', en: 'To come' },
  running: { zh: '在假', en: 'On leave' },
  overdue: { zh: '没销假', en: 'Not ended' },
  refused: { zh: '没批', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  ended: { zh: '已销假', en: 'Ended' },
};

/** What a list of leaves is narrowed to. */
export const listSays: { readonly [P in (typeof listPhases)[number]]: Says } = {
  open: { zh: '没办结的', en: 'Not settled' },
  mine: { zh: '待我批', en: 'Mine to decide' },
  asked: { zh: '待批', en: 'Asked for' },
  running: { zh: '在假和将要请假', en: 'On leave or soon' },
  overdue: { zh: '该返校没销假', en: 'Due back, not ended' },
  watched: { zh: '请假多，需要留意', en: 'To be looked at' },
  closed: { zh: '已办结', en: 'Settled' },
};

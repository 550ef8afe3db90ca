import type { Permissions } from '../../platform/access/index';

/** Who compares the lists, sees what was found and decides who is who: the bureau alone, for rows of every place lie side by side. */
export const permissions = {
  'comparison.see': {
    says: { zh: '查看名册比对', en: 'See what was compared and found' },
    roles: ['bureau-officer', 'bureau-leader'],
  },
  'comparison.run': { says: { zh: '运行名册比对', en: 'Compare the lists' }, roles: ['bureau-officer'] },
  'review.see': {
    says: { zh: '查看待判的人', en: 'See pairs that may be one child' },
    roles: ['bureau-officer', 'bureau-leader'],
  },
  'review.decide': { says: { zh: '判定是不是同一人', en: 'Decide who is one child' }, roles: ['bureau-officer'] },
} as const satisfies Permissions;

import type { Permissions } from '../../platform/access/index';

/**
 * Who may see where children stand, within the places of the role. Numbers are for everybody with a duty in a grid; the children
 * behind them for whoever may see their records: village officers and departments see no record (register of goals §6.2).
 */
export const permissions = {
  'roll.see': {
    says: { zh: '查看全县点名', en: 'See the roll call' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'village', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'roll.children': {
    says: { zh: '查看点名背后的儿童和就学状态', en: 'See the children behind the roll call, and why they stand there' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'policy.set': { says: { zh: '设定判定口径', en: 'Set how standings are judged' }, roles: ['bureau-officer'] },
} as const satisfies Permissions;

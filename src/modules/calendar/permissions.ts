import type { Permissions } from '../../platform/access/index';

/** The calendar is public: every signed-in user reads it. */
export const permissions = {
  'calendar.change': { says: { zh: '修改校历', en: 'Change the school calendar' }, roles: ['bureau-officer'] },
} as const satisfies Permissions;

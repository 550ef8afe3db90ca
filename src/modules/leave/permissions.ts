import type { Permissions } from '../../platform/access/index';

/** Who may do what with leave, within the places of the role (register of goals §6.2). A school decides on it, the bureau looks on. */
export const permissions = {
  'leave.see': {
    says: { zh: '查看请假', en: 'See leave' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'leave.sheet': {
    says: { zh: '打印、导出假条名单', en: 'Print a list of leaves and take it as a workbook' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer'],
  },
  'leave.ask': {
    says: { zh: '登记请假和销假', en: 'Ask for leave on behalf of a guardian, and end it' },
    roles: ['class-teacher', 'registrar'],
  },
  'leave.decide': {
    says: { zh: '批假', en: 'Decide on leave' },
    roles: ['class-teacher', 'registrar', 'principal'],
  },
} as const satisfies Permissions;

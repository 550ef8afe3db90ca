import type { Permissions } from '../../platform/access/index';

/** Who may do what with the rolls of classes, within the places of the role (register of goals §6.2). */
export const permissions = {
  'attendance.see': {
    says: { zh: '查看班级点名', en: 'See the rolls of classes' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'attendance.take': {
    says: { zh: '给班级点名', en: 'Call the roll of a class' },
    roles: ['class-teacher', 'registrar', 'bureau-officer'],
  },
  'attendance.sheet': {
    says: { zh: '打印、导出班级考勤表', en: 'Print the sheet of a class and take it as a workbook' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer'],
  },
  'attendance.contact': {
    says: { zh: '记录缺课联系', en: 'Note a contact about a child that is away' },
    roles: ['class-teacher', 'registrar', 'bureau-officer'],
  },
  'attendance.report': {
    says: { zh: '写缺课报告', en: 'Report a child that is away' },
    roles: ['registrar', 'bureau-officer'],
  },
  'attendance.reports': {
    says: { zh: '查看缺课报告', en: 'See reports about children that are away' },
    roles: ['registrar', 'principal', 'township', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'attendance.receive': {
    says: { zh: '签收缺课报告', en: 'Acknowledge a report about a child that is away' },
    roles: ['township', 'bureau-officer'],
  },
} as const satisfies Permissions;

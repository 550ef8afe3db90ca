import type { Permissions } from '../../platform/access/index';

/**
 * Who may do what with ledgers (register of goals §6.2). A township sees its own residents and takes nothing out; a class teacher takes a
 * roster of his class; whoever asks for more waits for another person. Inspectors read.
 */
export const permissions = {
  'ledger.see': {
    says: { zh: '查看台账', en: 'See the ledgers' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'ledger.care': {
    says: { zh: '在台账中看到送教、特校和缓学', en: 'See in the ledgers who is taught at home, in a special school or deferred' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'ledger.roster': {
    says: { zh: '直接导出花名册', en: 'Take out a roster at once' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer'],
  },
  'ledger.print': {
    says: { zh: '打印台账', en: 'Print a ledger' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'export.see': {
    says: { zh: '查看导出申请', en: 'See exports' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'export.ask': { says: { zh: '申请导出台账', en: 'Ask for an export' }, roles: ['registrar', 'principal', 'bureau-officer'] },
  'export.numbers': {
    says: { zh: '导出完整证件号', en: 'Take out whole numbers' },
    roles: ['registrar', 'bureau-officer'],
  },
  'export.approve': { says: { zh: '审批导出', en: 'Approve exports' }, roles: ['principal', 'bureau-leader'] },
  'export.register': {
    says: { zh: '查看数据出局登记', en: 'See what left the house' },
    roles: ['principal', 'bureau-officer', 'bureau-leader'],
  },
} as const satisfies Permissions;

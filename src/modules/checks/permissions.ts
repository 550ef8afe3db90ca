import type { Permissions } from '../../platform/access/index';

/**
 * Who may do what with the monthly check, within the places of the role: the class teacher signs, the registrar checks, the principal
 * signs the school (ux.md S3). The registrar may sign for a class that has nobody who can.
 */
export const permissions = {
  'check.see': {
    says: { zh: '查看月核', en: 'See the monthly check' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'check.sign': { says: { zh: '签班级月核', en: 'Sign the check of a class' }, roles: ['class-teacher', 'registrar'] },
  'check.judge': { says: { zh: '复核班级月核', en: 'Check what classes have signed' }, roles: ['registrar'] },
  'check.school': {
    says: { zh: '查看学校月核账', en: 'See the account of a school' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'check.freeze': { says: { zh: '签学校月核账', en: 'Sign the account of a school' }, roles: ['principal'] },
  'check.take': {
    says: { zh: '打印和下载月核账单', en: 'Print and take out account and list' },
    roles: ['registrar', 'principal'],
  },
  'check.follow': {
    says: { zh: '跟进差异', en: 'Follow differences up' },
    roles: ['class-teacher', 'registrar', 'principal'],
  },
  'check.assign': { says: { zh: '调整差异责任人', en: 'Say who follows a difference' }, roles: ['registrar', 'principal'] },
  'check.open': { says: { zh: '提前开启月核', en: 'Open a month by hand' }, roles: ['bureau-officer'] },
} as const satisfies Permissions;

import type { Permissions } from '../../platform/access/index';

/**
 * Who may do what with the records of children, within the places of the role (register of goals §6.2). Village officers and
 * departments see no record: they get what is sent to them. F2 is contact, F3 numbers, F4 special situation.
 */
export const permissions = {
  'child.find': {
    says: { zh: '查找和查看儿童基本信息', en: 'Find children and see who they are' },
    roles: ['class-teacher', 'registrar', 'principal', 'township', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'child.contact': {
    says: { zh: '查看监护人和地址（遮盖）', en: 'See guardian and address, masked' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader', 'inspector'],
  },
  'child.number': {
    says: { zh: '查看证件号（遮盖）', en: 'See numbers, masked' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'child.care': {
    says: { zh: '查看民族、残疾、脱贫等情况（遮盖）', en: 'See ethnicity, disability and poverty, masked' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'child.reveal': {
    says: { zh: '填理由查看完整信息', en: 'See a masked field in full, with a reason' },
    roles: ['class-teacher', 'registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'child.reveal-number': {
    says: { zh: '填理由查看完整证件号', en: 'See a number in full, with a reason' },
    roles: ['registrar', 'bureau-officer'],
  },
  'child.sources': {
    says: { zh: '查看名册来源和经过', en: 'See the rows of lists behind a child, and what happened' },
    roles: ['registrar', 'principal', 'bureau-officer', 'bureau-leader'],
  },
  'child.correct': { says: { zh: '更正儿童信息', en: 'Put a record right' }, roles: ['registrar', 'bureau-officer'] },
  'merge.see': { says: { zh: '查看合并', en: 'See merges' }, roles: ['bureau-officer', 'bureau-leader'] },
  'merge.decide': { says: { zh: '合并和拆开儿童记录', en: 'Merge records and take merges apart' }, roles: ['bureau-officer'] },
} as const satisfies Permissions;

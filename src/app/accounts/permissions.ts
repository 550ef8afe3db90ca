import type { Permissions } from '../../platform/access';

/** Who may do what with accounts, rights and the trail. The three administrators share nothing but the list of accounts (SEC-07). */
export const permissions = {
  'account.see': { says: { zh: '查看账号', en: 'See accounts' }, roles: ['system-admin', 'security-admin'] },
  'account.change': { says: { zh: '新建、修改、停用账号', en: 'Make, change and disable accounts' }, roles: ['system-admin'] },
  'account.second-factor': { says: { zh: '解除丢失的验证器', en: 'Take off a lost authenticator' }, roles: ['security-admin'] },
  'grant.see': { says: { zh: '查看授权', en: 'See grants' }, roles: ['security-admin', 'bureau-leader'] },
  'grant.ask': { says: { zh: '申请授权', en: 'Ask for grants' }, roles: ['security-admin'] },
  'grant.end': { says: { zh: '收回、驳回授权', en: 'End and refuse grants' }, roles: ['security-admin', 'bureau-leader'] },
  'grant.approve': { says: { zh: '批准授权', en: 'Approve grants' }, roles: ['security-admin', 'bureau-leader'] },
  'security.see': { says: { zh: '查看安全事件', en: 'See security events' }, roles: ['security-admin'] },
  'audit.see': { says: { zh: '查看和验证审计', en: 'See and verify the audit trail' }, roles: ['audit-admin'] },
  'audit.export': { says: { zh: '导出审计', en: 'Export the audit trail' }, roles: ['audit-admin'] },
} as const satisfies Permissions;

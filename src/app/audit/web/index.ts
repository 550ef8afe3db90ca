import { type DeskPage, opens } from '../../../ui/desk/page';
import { auditPlace, eventsPlace, verifyPlace } from './places';

/** The pages of the audit trail, and the security events. */
export const auditPages: readonly DeskPage[] = [
  {
    key: 'security-events',
    place: eventsPlace,
    says: { zh: '安全事件', en: 'Security events' },
    permissions: ['security.see'],
    menu: { group: 'admin', order: 30 },
    component: opens(() => import('./events-page'), 'EventsPage'),
  },
  {
    key: 'audit',
    place: auditPlace,
    says: { zh: '审计记录', en: 'Audit trail' },
    permissions: ['audit.see'],
    menu: { group: 'admin', order: 40 },
    component: opens(() => import('./audit-page'), 'AuditPage'),
  },
  {
    key: 'audit-verify',
    place: verifyPlace,
    says: { zh: '验证审计', en: 'Verify the trail' },
    permissions: ['audit.see'],
    menu: { group: 'admin', order: 50 },
    component: opens(() => import('./verify-page'), 'VerifyPage'),
  },
];

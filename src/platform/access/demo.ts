import { type Role, roles } from './roles';

/** The password of every account of a demo county. It stands on the sign-in page there; no other county has such accounts. */
export const DEMO_PASSWORD = '演示2025-demo';

/** The accounts of a demo county: one of every role, and a second of two roles for what two people must do. */
const demoRoles = {
  officer: 'bureau-officer',
  registrar: 'registrar',
  teacher: 'class-teacher',
  principal: 'principal',
  township: 'township',
  village: 'village',
  leader: 'bureau-leader',
  inspector: 'inspector',
  department: 'department',
  officer2: 'bureau-officer',
  teacher2: 'class-teacher',
  sysadmin: 'system-admin',
  secadmin: 'security-admin',
  auditor: 'audit-admin',
} as const satisfies Record<string, Role>;

export type DemoLogin = keyof typeof demoRoles;

/** The same in the order in which they are shown. */
export const demoLogins = Object.entries(demoRoles).map(([login, role]) => ({
  login: login as DemoLogin,
  role,
  says: roles[role].says,
}));

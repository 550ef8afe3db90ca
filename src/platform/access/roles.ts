import type { Sentence } from '../../kernel/refusal';

/** Which tree of places a role is given in: places of residence, schools and classes, or the county as a whole. */
export type Tree = 'area' | 'school' | 'county';

/** Everything that is said about a role in one place; who may do what is said by each module's permissions. */
type RoleFacts = {
  readonly says: Sentence;
  readonly tree: Tree;
  /** levels of the tree a grant may name: school tree county 1, school 2, class 3; area tree county 1, township 2, village 3 */
  readonly depth: number;
  /** 等保 8.1.4.1 d and the register of goals, SEC-05: who needs a second factor */
  readonly secondFactor: boolean;
  /** one of the three administrators, of whom nobody may be two, and none may hold a role of the work as well (SEC-07) */
  readonly administrator: boolean;
  /** whether the role sees the children of its places by itself; others see only what is sent to them */
  readonly seesChildren: boolean;
};

/** The roles of the county. Source: 未成年人网络保护条例 §36 (least authority); the division itself is our choice. */
export const roles = {
  'class-teacher': {
    says: { zh: '班主任', en: 'Class teacher' },
    tree: 'school',
    depth: 3,
    secondFactor: false,
    administrator: false,
    seesChildren: true,
  },
  registrar: {
    says: { zh: '学籍员/学校专干', en: 'School registrar' },
    tree: 'school',
    depth: 2,
    secondFactor: false,
    administrator: false,
    seesChildren: true,
  },
  principal: {
    says: { zh: '校长', en: 'Principal' },
    tree: 'school',
    depth: 2,
    secondFactor: true,
    administrator: false,
    seesChildren: true,
  },
  township: {
    says: { zh: '乡镇干部', en: 'Township officer' },
    tree: 'area',
    depth: 2,
    secondFactor: false,
    administrator: false,
    seesChildren: true,
  },
  village: {
    says: { zh: '村（社区）网格员', en: 'Village officer' },
    tree: 'area',
    depth: 3,
    secondFactor: false,
    administrator: false,
    seesChildren: true,
  },
  department: {
    says: { zh: '协同部门', en: 'Department' },
    tree: 'county',
    depth: 1,
    secondFactor: false,
    administrator: false,
    seesChildren: false,
  },
  'bureau-officer': {
    says: { zh: '教育局专干', en: 'Bureau officer' },
    tree: 'county',
    depth: 1,
    secondFactor: true,
    administrator: false,
    seesChildren: true,
  },
  'bureau-leader': {
    says: { zh: '教育局领导', en: 'Bureau leader' },
    tree: 'county',
    depth: 1,
    secondFactor: true,
    administrator: false,
    seesChildren: true,
  },
  inspector: {
    says: { zh: '督学/督导', en: 'Inspector' },
    tree: 'school',
    depth: 2,
    secondFactor: true,
    administrator: false,
    seesChildren: true,
  },
  'system-admin': {
    says: { zh: '系统管理员', en: 'System administrator' },
    tree: 'county',
    depth: 1,
    secondFactor: true,
    administrator: true,
    seesChildren: false,
  },
  'security-admin': {
    says: { zh: '安全管理员', en: 'Security administrator' },
    tree: 'county',
    depth: 1,
    secondFactor: true,
    administrator: true,
    seesChildren: false,
  },
  'audit-admin': {
    says: { zh: '审计管理员', en: 'Audit administrator' },
    tree: 'county',
    depth: 1,
    secondFactor: true,
    administrator: true,
    seesChildren: false,
  },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof roles;

/** The facts of a role, for code that goes over all of them. */
export function roleFacts(role: Role): RoleFacts {
  return roles[role];
}

/** All roles, in the order in which people know them. */
export const roleNames = Object.keys(roles) as readonly Role[];

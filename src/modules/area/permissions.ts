import { type Permissions, roleNames, workingRoles } from '../../platform/access/index';

/** Who may do what with places, schools and classes. Codes and names of areas are public: every signed-in user reads them. */
export const permissions = {
  'area.change': { says: { zh: '修改行政区划', en: 'Change townships and villages' }, roles: ['bureau-officer'] },
  'school.read': { says: { zh: '查看学校和班级', en: 'See schools and classes' }, roles: roleNames },
  'school.change': { says: { zh: '修改学校', en: 'Change schools' }, roles: ['bureau-officer'] },
  'class.change': {
    says: { zh: '修改班级、升级', en: 'Change classes, roll them over' },
    roles: ['bureau-officer', 'registrar'],
  },
  'owner.read': {
    says: { zh: '查看网格责任人', en: 'See who answers for a grid' },
    roles: workingRoles.filter((role) => role !== 'department'),
  },
  'owner.change': {
    says: { zh: '指定网格责任人', en: 'Say who answers for a grid' },
    roles: ['bureau-officer', 'registrar', 'principal', 'township'],
  },
} as const satisfies Permissions;

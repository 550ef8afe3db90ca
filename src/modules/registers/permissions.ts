import type { Permissions } from '../../platform/access/index';

/** Who may do what with lists. The bureau for the whole county; a school's registrar with the lists of the own school. */
export const permissions = {
  'register.see': { says: { zh: '查看名册批次', en: 'See imported lists' }, roles: ['bureau-officer', 'registrar'] },
  'register.import': { says: { zh: '导入名册', en: 'Import lists' }, roles: ['bureau-officer', 'registrar'] },
  'register.undo': { says: { zh: '撤销导入', en: 'Undo an import' }, roles: ['bureau-officer', 'registrar'] },
} as const satisfies Permissions;

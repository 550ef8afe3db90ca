import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import { batchPlace, newImportPlace, registersPlace } from './places';

const bringing = ['register.import'];
const seeing = ['register.see'];

/** The desktop pages of this module. */
export const registerPages: readonly DeskPage[] = [
  {
    key: 'import',
    place: newImportPlace,
    says: { zh: '导入名册', en: 'Import a list' },
    permissions: bringing,
    menu: { group: 'matching', order: 30 },
    component: opens(() => import('./new-import-page'), 'NewImportPage'),
  },
  {
    key: 'batch',
    place: batchPlace,
    says: { zh: '导入名册', en: 'Import a list' },
    permissions: seeing,
    component: opens(() => import('./batch-page'), 'BatchPage'),
  },
  {
    key: 'registers',
    place: registersPlace,
    says: { zh: '名册', en: 'Lists' },
    permissions: seeing,
    menu: { group: 'matching', order: 40 },
    component: opens(() => import('./registers-page'), 'RegistersPage'),
  },
];

/** The cards of the start page. */
export const registerCards: readonly StartCard[] = [
  { key: 'lists', order: 40, permissions: seeing, component: opens(() => import('./lists-card'), 'ListsCard') },
];

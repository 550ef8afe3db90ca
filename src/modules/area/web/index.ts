import { type DeskPage, opens } from '../../../ui/desk/page';
import { areaImportPlace, areasPlace, ownersPlace, rollOverPlace, schoolsPlace } from './places';

export { type Areas, useAreas } from './use-areas';
export { useSchools } from './use-schools';

/** The pages of places, schools and those who answer for them. */
export const areaPages: readonly DeskPage[] = [
  {
    key: 'schools',
    place: schoolsPlace,
    says: { zh: '学校与班级', en: 'Schools and classes' },
    permissions: ['school.read'],
    menu: { group: 'settings', order: 10 },
    component: opens(() => import('./schools-page'), 'SchoolsPage'),
  },
  {
    key: 'roll-over',
    place: rollOverPlace,
    says: { zh: '升级到下一学年', en: 'Roll over to the next year' },
    permissions: ['class.change'],
    component: opens(() => import('./roll-over-page'), 'RollOverPage'),
  },
  {
    key: 'areas',
    place: areasPlace,
    says: { zh: '行政区划', en: 'Townships and villages' },
    permissions: [],
    menu: { group: 'settings', order: 20 },
    component: opens(() => import('./areas-page'), 'AreasPage'),
  },
  {
    key: 'area-import',
    place: areaImportPlace,
    says: { zh: '导入区划表', en: 'Import a table of places' },
    permissions: ['area.change'],
    component: opens(() => import('./area-import-page'), 'AreaImportPage'),
  },
  {
    key: 'owners',
    place: ownersPlace,
    says: { zh: '责任人', en: 'Who answers for what' },
    permissions: ['owner.read'],
    menu: { group: 'settings', order: 30 },
    component: opens(() => import('./owners-page'), 'OwnersPage'),
  },
];

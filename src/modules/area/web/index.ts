import { type DeskPage, opens } from '../../../ui/desk/page';
import { rollOverPlace, schoolsPlace } from './places';

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
];

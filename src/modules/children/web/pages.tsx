import { lazy } from 'react';
import type { DeskPage } from '../../../ui/desk/page';
import type { ChildPageNeeds } from './panels';
import { childPlace } from './places';

/** The desktop pages of this module, with what later modules have to say about a child. */
export function childPages(needs: ChildPageNeeds): readonly DeskPage[] {
  return [
    {
      key: 'child',
      place: childPlace,
      says: { zh: '学生', en: 'Child' },
      permissions: ['child.find'],
      component: lazy(async () => {
        const { ChildPage } = await import('./child-page');
        return { default: () => <ChildPage needs={needs} /> };
      }),
    },
  ];
}

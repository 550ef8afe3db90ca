import { lazy } from 'react';
import { type DeskPage, opens } from '../../../ui/desk/page';
import type { ChildPageNeeds } from './panels';
import { childPlace, findPlace, mergesPlace } from './places';

const finds = ['child.find'];

/** The desktop pages of this module, with what later modules have to say about a child. */
export function childPages(needs: ChildPageNeeds): readonly DeskPage[] {
  return [
    {
      key: 'children',
      place: findPlace,
      says: { zh: '查学生', en: 'Find a child' },
      permissions: finds,
      menu: { group: 'children', order: 10 },
      component: opens(() => import('./find-page'), 'FindPage'),
    },
    {
      key: 'child',
      place: childPlace,
      says: { zh: '学生', en: 'Child' },
      permissions: finds,
      component: lazy(async () => {
        const { ChildPage } = await import('./child-page');
        return { default: () => <ChildPage needs={needs} /> };
      }),
    },
    {
      key: 'merges',
      place: mergesPlace,
      says: { zh: '合并', en: 'Merges' },
      permissions: ['merge.see'],
      menu: { group: 'children', order: 40 },
      component: opens(() => import('./merges-page'), 'MergesPage'),
    },
  ];
}

import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';
import { findWords } from '../words';

const finds = ['child.find'];

/** 查学生 on the phone: the search, and a shortened page of one child. */
export const childPhonePages: readonly PhonePage[] = [
  {
    key: 'children',
    path: '/m/children',
    permissions: finds,
    tab: { says: findWords.title, order: 20 },
    component: opensOnPhone(() => import('./find-page'), 'FindPage'),
  },
  {
    key: 'child',
    path: '/m/children/:id',
    permissions: finds,
    component: opensOnPhone(() => import('./child-page'), 'ChildPage'),
  },
];

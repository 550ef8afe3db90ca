import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

const finds = ['child.find'];

/** 查学生 on the phone: the search, and a shortened page of one child. */
export const childPhonePages: readonly PhonePage[] = [
  {
    key: 'children',
    path: '/m/children',
    permissions: finds,
    tab: { says: { zh: '查学生', en: 'Find a child' }, order: 20 },
    component: opensOnPhone(() => import('./find-page'), 'FindPage'),
  },
  {
    key: 'child',
    path: '/m/children/:id',
    permissions: finds,
    component: opensOnPhone(() => import('./child-page'), 'ChildPage'),
  },
];

import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

const answering = ['screening.answer'];

/** 排查 on the phone: one's classes and villages, one of them, a visit, and a child on no list. */
export const screeningPhonePages: readonly PhonePage[] = [
  {
    key: 'screening',
    path: '/m/screening',
    permissions: answering,
    tab: { says: { zh: '排查', en: 'Screening' }, order: 12 },
    component: opensOnPhone(() => import('./work-screen'), 'WorkScreen'),
  },
  {
    key: 'screening-grid',
    path: '/m/screening/:id',
    permissions: answering,
    component: opensOnPhone(() => import('./grid-screen'), 'GridScreen'),
  },
  {
    key: 'screening-visit',
    path: '/m/screening/:id/visit/:target',
    permissions: answering,
    component: opensOnPhone(() => import('./visit-screen'), 'VisitScreen'),
  },
  {
    key: 'screening-find',
    path: '/m/screening/:id/find',
    permissions: answering,
    component: opensOnPhone(() => import('./find-form'), 'FindForm'),
  },
];

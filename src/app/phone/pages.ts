import { verificationPhonePages } from '../../modules/verification/web/phone';
import { opensOnPhone, type PhonePage } from '../../ui/phone/page';

/** Every phone page: those of the modules, and at the end our own. */
export const pages: readonly PhonePage[] = [
  ...verificationPhonePages,
  {
    key: 'me',
    path: '/m/me',
    permissions: [],
    tab: { says: { zh: '我的', en: 'Me' }, order: 99 },
    component: opensOnPhone(() => import('./me-page'), 'MePage'),
  },
];

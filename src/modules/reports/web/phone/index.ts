import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';
import { useWaiting } from './use-waiting';

const deciding = ['export.approve'];

/** 审批 on the phone: the exports that wait for my word, and one of them. */
export const reportPhonePages: readonly PhonePage[] = [
  {
    key: 'exports',
    path: '/m/exports',
    permissions: deciding,
    tab: { says: { zh: '审批', en: 'Approve' }, order: 50 },
    useCount: useWaiting,
    component: opensOnPhone(() => import('./waiting-screen'), 'WaitingScreen'),
  },
  {
    key: 'export',
    path: '/m/exports/:id',
    permissions: deciding,
    component: opensOnPhone(() => import('./approval-screen'), 'ApprovalScreen'),
  },
];

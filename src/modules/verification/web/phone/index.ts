import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

const answering = ['verification.answer'];

/** 核查任务 on the phone: the list, and one of them. */
export const verificationPhonePages: readonly PhonePage[] = [
  {
    key: 'tasks',
    path: '/m/tasks',
    permissions: answering,
    tab: { says: { zh: '任务', en: 'Tasks' }, order: 10 },
    component: opensOnPhone(() => import('./tasks-page'), 'TasksPage'),
  },
  {
    key: 'task',
    path: '/m/tasks/:id',
    permissions: answering,
    component: opensOnPhone(() => import('./task-page'), 'TaskPage'),
  },
];

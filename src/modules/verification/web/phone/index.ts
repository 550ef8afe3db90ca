import { lazy } from 'react';
import { opensOnPhone, type PhonePage } from '../../../../ui/phone/page';

/** The form of a visit and the ways to a family, for the pages of other modules that send people out; each comes when it is drawn. */
export const VisitForm = lazy(async () => ({ default: (await import('./visit-form')).VisitForm }));
export const ContactRows = lazy(async () => ({ default: (await import('./contact-rows')).ContactRows }));
export type { Filled } from './use-draft';
export type { Visit } from './visit-form';

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

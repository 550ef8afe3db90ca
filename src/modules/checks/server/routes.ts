import { z } from 'zod';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  AccountQuery,
  AccountView,
  ClassesQuery,
  ClassesView,
  ClassParams,
  FreezeRequest,
  JudgeRequest,
  MonthQuery,
  OpenRequest,
  PrintView,
  ReturnRequest,
  SchoolParams,
  SchoolsView,
  SheetQuery,
  SheetView,
  SignRequest,
  TakeRequest,
} from '../contract';
import { permissions } from '../permissions';
import { freezeAccount, printAccount, takeAccount } from './account-actions';
import { readAccount } from './account-view';
import { itemRoutes } from './item-routes';
import { readClasses, readSchools } from './list-actions';
import { openMonth } from './months';
import { readSheet } from './sheet-view';
import { judgeSchool, returnSheet, signSheet } from './sign-actions';

const route = routesOf<House>();

/** How far schools and classes have come, and the sheets of classes. */
const classRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/checks/schools',
    says: { zh: '查看各校月核进度', en: 'See how far schools are with the monthly check' },
    who: permissions['check.see'],
    query: MonthQuery,
    response: SchoolsView,
    handle: ({ db, context, query }) => readSchools(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/checks/classes',
    says: { zh: '查看各班月核', en: 'See what classes have signed' },
    who: permissions['check.see'],
    query: ClassesQuery,
    response: ClassesView,
    handle: ({ db, context, query }) => readClasses(db, context, query),
  }),
  route({
    method: 'POST',
    url: '/api/checks/months',
    says: { zh: '提前开启一个月的核对', en: 'Open a month by hand' },
    who: permissions['check.open'],
    creates: true,
    body: OpenRequest,
    response: SchoolsView.shape.months.unwrap().element,
    handle: ({ db, context, body }) => openMonth(db, context, body),
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/check',
    says: { zh: '查看一个班的月核', en: 'See the check of a class' },
    who: permissions['check.see'],
    params: ClassParams,
    query: SheetQuery,
    response: SheetView,
    handle: ({ db, context, house, params, query }) => readSheet(db, context, house.ring, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/checks',
    says: { zh: '签一个班的月核', en: 'Sign the check of a class' },
    who: permissions['check.sign'],
    creates: true,
    params: ClassParams,
    body: SignRequest,
    response: SheetView,
    handle: ({ db, context, house, params, body }) => signSheet(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/classes/:id/check/return',
    says: { zh: '退回一个班的月核', en: 'Send the check of a class back' },
    who: permissions['check.judge'],
    params: ClassParams,
    body: ReturnRequest,
    response: SheetView,
    handle: ({ db, context, house, params, body }) => returnSheet(db, context, house.ring, params.id, body),
  }),
];

/** What a school signs. */
const schoolRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'PUT',
    url: '/api/schools/:id/check/judged',
    says: { zh: '复核各班月核', en: 'Check what classes have signed' },
    who: permissions['check.judge'],
    params: SchoolParams,
    body: JudgeRequest,
    response: z.strictObject({ checked: z.int() }),
    handle: ({ db, context, params, body }) => judgeSchool(db, context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/schools/:id/check',
    says: { zh: '查看学校月核账', en: 'See the account of a school' },
    who: permissions['check.school'],
    params: SchoolParams,
    query: AccountQuery,
    response: AccountView,
    handle: ({ db, context, house, params, query }) => readAccount(db, context, house.ring, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/api/schools/:id/checks',
    says: { zh: '签学校月核账', en: 'Sign the account of a school' },
    who: permissions['check.freeze'],
    creates: true,
    params: SchoolParams,
    body: FreezeRequest,
    response: AccountView,
    handle: ({ db, context, house, params, body }) => freezeAccount(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/schools/:id/check/print',
    says: { zh: '打印学校月核账单', en: 'Print account and list' },
    who: permissions['check.take'],
    params: SchoolParams,
    body: TakeRequest,
    response: PrintView,
    handle: ({ db, context, house, params, body }) => printAccount(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/schools/:id/check/file',
    says: { zh: '下载学校月核账单', en: 'Take out account and list' },
    who: permissions['check.take'],
    params: SchoolParams,
    body: TakeRequest,
    response: 'file',
    handle: ({ db, context, house, params, body }) => takeAccount(db, context, house.ring, params.id, body),
  }),
];

/** The routes of this module. */
export const routes: readonly RouteFacts<House>[] = [...classRoutes, ...schoolRoutes, ...itemRoutes];

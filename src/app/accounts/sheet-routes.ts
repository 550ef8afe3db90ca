import { makeBatch, previewBatch } from '../../platform/access/people/batch';
import { inviteAll } from '../../platform/access/people/invitations';
import { routesOf } from '../../platform/http';
import { workbookFile } from '../../platform/sheets';
import { shownInvitation } from './account-routes';
import { Batch, BatchDone, InvitationSheetAsk, InvitationSlips, SheetPreview } from './accounts-contract';
import { batchTemplate, headerOf, invitationSheet, readBatchSheet } from './batch-sheet';
import type { AccountHouse, AccountRoute } from './facts';
import { permissions } from './permissions';
import { placeBook } from './place-book';
import { signedIn } from './session-routes';

const route = routesOf<AccountHouse>();

/** Accounts in bulk: a sheet is looked at, then made; the codes are printed once. */
export const sheetRoutes: readonly AccountRoute[] = [
  route({
    method: 'GET',
    url: '/api/accounts/template',
    says: { zh: '下载账号表模板', en: 'Download the template of accounts' },
    who: permissions['account.change'],
    response: 'file',
    handle: () => workbookFile('账号表模板.xlsx', batchTemplate()),
  }),
  route({
    method: 'POST',
    url: '/api/accounts/sheet',
    says: { zh: '检查账号表', en: 'Look at a sheet of accounts' },
    who: permissions['account.change'],
    upload: true,
    response: SheetPreview,
    handle: async ({ db, context, session, upload }) => {
      const read = await readBatchSheet(await upload());
      const { rows, plan } = await previewBatch(db, context, signedIn(session).actor, read, await placeBook(db));
      const problems = plan.problems.map((problem) => ({ ...problem, column: headerOf(problem.column) }));
      const { newAccounts, knownLogins, grants, unchanged } = plan;
      const counts = { newAccounts: newAccounts.length, knownAccounts: knownLogins.length, grants: grants.length, unchanged };
      return { rows: [...rows], problems, ...counts };
    },
  }),
  route({
    method: 'POST',
    url: '/api/accounts/batch',
    says: { zh: '成批建账号', en: 'Make accounts in bulk' },
    who: permissions['account.change'],
    creates: true,
    body: Batch,
    response: BatchDone,
    handle: async ({ db, context, session, body }) =>
      makeBatch(db, context, signedIn(session).actor, body.rows, await placeBook(db)),
  }),
  route({
    method: 'POST',
    url: '/api/accounts/slips',
    says: { zh: '打印邀请单', en: 'Print slips with invitations' },
    who: permissions['account.change'],
    body: InvitationSheetAsk,
    response: InvitationSlips,
    handle: async ({ db, context, session, body }) => {
      const invited = await inviteAll(db, context, body.ids, signedIn(session).actor.userId);
      const rows = invited.map(({ login, name, unit, ...made }) => ({ login, name, unit, ...shownInvitation(made) }));
      return { rows };
    },
  }),
  route({
    method: 'POST',
    url: '/api/accounts/invitations',
    says: { zh: '打印邀请码', en: 'Print invitations' },
    who: permissions['account.change'],
    body: InvitationSheetAsk,
    response: 'file',
    handle: async ({ db, context, session, body }) => {
      const invited = await inviteAll(db, context, body.ids, signedIn(session).actor.userId);
      return workbookFile('邀请码.xlsx', invitationSheet(invited));
    },
  }),
];

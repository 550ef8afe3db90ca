import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  AccountChange,
  AccountDraft,
  AccountsPage,
  AccountsQuery,
  AccountView,
  Approvals,
  Approved,
  Batch,
  BatchDone,
  Decision,
  GrantAsk,
  GrantsPage,
  GrantsQuery,
  InvitationSlips,
  Made,
  PlacesFound,
  PlacesQuery,
  Renewals,
  Renewed,
  SetupAsk,
  SetupDone,
  SheetPreview,
  UsualEnds,
} from '../accounts-contract';
import type { Devices, Done, EnrolmentShown, OwnAccount, RecoveryCodes } from '../session-contract';

type ById = { id: string };
type Out<S extends z.ZodType> = z.output<S>;

export type GrantView = Out<typeof GrantsPage>['rows'][number];
export type Slip = Out<typeof InvitationSlips>['rows'][number];
export type Own = Out<typeof OwnAccount>;

export const getAccounts = contract<{ query: z.input<typeof AccountsQuery>; answer: Out<typeof AccountsPage> }>(
  'GET',
  '/api/accounts',
);
export const getAccount = contract<{ params: ById; answer: AccountView }>('GET', '/api/accounts/:id');
export const addAccount = contract<{ body: Out<typeof AccountDraft>; answer: Out<typeof Made> }>('POST', '/api/accounts', {
  creates: true,
});
export const changeAccount = contract<{ params: ById; body: Out<typeof AccountChange>; answer: AccountView }>(
  'PUT',
  '/api/accounts/:id',
);

type Decided = { params: ById; body: Out<typeof Decision>; answer: AccountView };
export const decisions = {
  disable: contract<Decided>('POST', '/api/accounts/:id/disabling'),
  enable: contract<Decided>('POST', '/api/accounts/:id/enabling'),
  'second-factor': contract<Decided>('POST', '/api/accounts/:id/second-factor-removal'),
};
export const makeSlips = contract<{ body: { ids: string[] }; answer: Out<typeof InvitationSlips> }>(
  'POST',
  '/api/accounts/slips',
);

export const getTemplate = contract<{ answer: FileAnswer }>('GET', '/api/accounts/template');
export const lookAtSheet = contract<{ body: FormData; answer: SheetPreview }>('POST', '/api/accounts/sheet');
export const makeBatch = contract<{ body: Out<typeof Batch>; answer: Out<typeof BatchDone> }>('POST', '/api/accounts/batch', {
  creates: true,
});

export const getGrants = contract<{ query: z.input<typeof GrantsQuery>; answer: Out<typeof GrantsPage> }>('GET', '/api/grants');
export const askGrant = contract<{ body: Out<typeof GrantAsk>; answer: Out<typeof Made> }>('POST', '/api/grants', {
  creates: true,
});
export const approveGrants = contract<{ body: Out<typeof Approvals>; answer: Out<typeof Approved> }>(
  'POST',
  '/api/grants/approvals',
);
export const endGrant = contract<{ params: ById; body: Out<typeof Decision>; answer: Out<typeof Done> }>(
  'POST',
  '/api/grants/:id/end',
);
export const renewGrants = contract<{ body: Out<typeof Renewals>; answer: Out<typeof Renewed> }>('POST', '/api/grants/renewals', {
  creates: true,
});
export const findPlaces = contract<{ query: z.input<typeof PlacesQuery>; answer: Out<typeof PlacesFound> }>(
  'GET',
  '/api/grants/places',
);
export const getEnds = contract<{ answer: Out<typeof UsualEnds> }>('GET', '/api/grants/ends');

export const getOwn = contract<{ answer: Own }>('GET', '/api/session/account');
export const getDevices = contract<{ answer: Out<typeof Devices> }>('GET', '/api/session/devices');
export const endDevice = contract<{ params: ById; answer: Out<typeof Done> }>('DELETE', '/api/session/devices/:id');
/** 401 to a wrong password, which is no session that ended. */
export const renewCodes = contract<{ body: { password: string }; answer: Out<typeof RecoveryCodes> }>(
  'POST',
  '/api/session/recovery-codes',
  { signsIn: true },
);
/** As in signing in, but for somebody who is in: a wrong password is said, and is no session that ended. */
export const showAuthenticator = contract<{ body: { password?: string }; answer: Out<typeof EnrolmentShown> }>(
  'POST',
  '/api/session/second-factor/enrolment',
  { signsIn: true },
);

export const setUp = contract<{ body: Out<typeof SetupAsk>; answer: Out<typeof SetupDone> }>('POST', '/api/setup', {
  signsIn: true,
});

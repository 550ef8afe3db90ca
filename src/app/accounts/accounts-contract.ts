import { z } from 'zod';
import { roleNames } from '../../platform/access';
import { Says } from './session-contract';

/** Text as a person types it into one line: no control signs, and nothing that a database would write otherwise. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);

/** Letters of any script, digits and `. _ - @` between them; two to forty. People type it each morning. */
export const Login = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._@-]{0,38}[\p{L}\p{N}])$/u);
const Day = z.iso.date();
const Id = z.uuid();
const Version = z.int().min(1);
export const Reason = line(200);
const RoleName = z.enum(roleNames as [string, ...string[]]);

/** One page of a list. */
const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() });
}

export const IdParams = z.strictObject({ id: Id });

export const AccountState = z.enum(['invited', 'active', 'disabled']);

/** A right beside an account: `asked` waits for approval, `open` was approved. */
const GrantBrief = z.strictObject({
  id: z.string(),
  role: z.string(),
  says: Says,
  place: z.string(),
  path: z.string(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  state: z.enum(['asked', 'open']),
});

export const AccountView = z.strictObject({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  state: AccountState,
  /** why it is disabled; `unused`: nobody had used it for 90 days */ stateReason: z.string().nullable(),
  secondFactor: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** until when the code that was handed out is good */ invitedUntil: z.iso.datetime().nullable(),
  grants: z.array(GrantBrief),
  version: z.int(),
});
export type AccountView = z.infer<typeof AccountView>;

export const AccountsQuery = z.strictObject({
  text: z.string().max(60).default(''),
  state: AccountState.optional(),
  ...paging,
});
export const AccountsPage = pageOf(AccountView);

export const AccountDraft = z.strictObject({ login: Login, name: line(40), unit: line(60) });
export const AccountChange = z.strictObject({ version: Version, name: line(40), unit: line(60) });
export const Decision = z.strictObject({ version: Version, reason: Reason });
export const Made = z.strictObject({ id: z.string() });
export const Empty = z.strictObject({});

/** A code that is shown once; `path` is the page on which it is typed, with the code behind the `#`. */
export const InvitationMade = z.strictObject({ code: z.string(), path: z.string(), expiresAt: z.iso.datetime() });
export const InvitationSheetAsk = z.strictObject({ ids: z.array(Id).min(1).max(2000) });

/** Slips to hand out, one a person; the codes are shown this once. */
export const InvitationSlips = z.strictObject({
  rows: z.array(InvitationMade.extend({ login: z.string(), name: z.string(), unit: z.string() })),
});

export const InvitationCode = z.strictObject({ code: z.string().min(1).max(60) });
export const InvitationShown = z.strictObject({
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  secondFactor: z.boolean(),
});
export const InvitationAccept = z.strictObject({ code: z.string().min(1).max(60), password: z.string().min(1).max(1000) });

export const SetupState = z.strictObject({ open: z.boolean() });
export const SetupAsk = z.strictObject({
  secret: z.string().min(1).max(60),
  founders: z.strictObject({
    'system-admin': AccountDraft,
    'security-admin': AccountDraft,
    'audit-admin': AccountDraft,
    'bureau-leader': AccountDraft,
  }),
});
export const SetupDone = z.strictObject({
  invitations: z.array(InvitationMade.extend({ role: z.string(), says: Says, login: z.string(), name: z.string() })),
});

export const GrantsQuery = z.strictObject({
  state: z.enum(['asked', 'open', 'ended']).optional(),
  role: RoleName.optional(),
  user: Id.optional(),
  /** one right alone */ id: Id.optional(),
  text: z.string().max(60).default(''),
  ...paging,
});
export const GrantView = GrantBrief.omit({ state: true }).extend({
  state: z.enum(['asked', 'open', 'ended']),
  user: z.strictObject({ id: z.string(), login: z.string(), name: z.string(), unit: z.string() }),
  reason: z.string().nullable(),
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** whether whoever looks may approve it */ mayApprove: z.boolean(),
  version: z.int(),
});
export const GrantsPage = pageOf(GrantView);
export const GrantAsk = z.strictObject({
  userId: Id,
  role: RoleName,
  path: z.string().min(1).max(120),
  fromDay: Day,
  untilDay: Day.nullable(),
  reason: Reason,
});
export const GrantSeen = z.strictObject({ id: Id, version: Version });
export const Approvals = z.strictObject({ grants: z.array(GrantSeen).min(1).max(500) });
export const Approved = z.strictObject({ approved: z.int() });
/** Rights that are to go on until another day, each asked for anew; who has them until then already is left alone. */
export const Renewals = z.strictObject({ grants: z.array(GrantSeen).min(1).max(500), untilDay: Day, reason: Reason });
export const Renewed = z.strictObject({ asked: z.int(), unchanged: z.int() });
/** Days on which rights are usually let end: of the term, of the school year. */
export const UsualEnds = z.strictObject({ rows: z.array(z.strictObject({ says: Says, day: Day })) });
export const PlacesQuery = z.strictObject({ role: RoleName, text: z.string().max(60).default('') });
export const PlacesFound = z.strictObject({
  rows: z.array(z.strictObject({ path: z.string(), code: z.string(), name: z.string() })),
});

/** One line of a sheet of accounts as it was read, and what is wrong with it. */
export const SheetRow = z.strictObject({
  row: z.int(),
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  role: z.string(),
  place: z.string(),
  inside: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
});
export type SheetRow = z.infer<typeof SheetRow>;
const SheetProblem = z.strictObject({ row: z.int(), column: z.string(), value: z.string(), zh: z.string(), en: z.string() });
export const SheetPreview = z.strictObject({
  rows: z.array(SheetRow),
  problems: z.array(SheetProblem),
  /** accounts that would be made, and those that are there and would only be asked a right for */
  newAccounts: z.int(),
  knownAccounts: z.int(),
  grants: z.int(),
  /** rights that are there already */ unchanged: z.int(),
});
export type SheetPreview = z.infer<typeof SheetPreview>;
export const Batch = z.strictObject({ rows: z.array(SheetRow).min(1).max(2000) });
export const BatchDone = z.strictObject({ ids: z.array(z.string()), newAccounts: z.int(), grants: z.int() });

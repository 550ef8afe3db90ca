import { z } from 'zod';

/** A sentence in both languages. */
export const Says = z.strictObject({ zh: z.string(), en: z.string() });

export const Language = z.enum(['zh', 'en']);

const common = {
  demo: z.boolean(),
  county: z.strictObject({ id: z.string(), name: z.string() }),
  /** the county's day: a demo county has one of its own, and a browser's clock may be wrong */ today: z.iso.date(),
  /** the county's moment, for the same reasons */ now: z.iso.datetime(),
};

export const GrantSays = z.strictObject({ role: z.string(), tree: z.string(), path: z.string(), says: Says });

export const SignedOut = z.strictObject({
  signedIn: z.literal(false),
  ...common,
  /** what the button of another provider says, null without one */ oidc: z.string().nullable(),
});

/** Who is signed in, what he may do, and what he has to do first. */
export const SignedIn = z.strictObject({
  signedIn: z.literal(true),
  ...common,
  /** goes back with each change in `X-Nol-Token`; new after each step of the sign-in */ token: z.string(),
  user: z.strictObject({ id: z.string(), name: z.string(), login: z.string(), unit: z.string(), language: Language }),
  grants: z.array(GrantSays),
  permissions: z.array(z.string()),
  /** `needed`: a code of the authenticator; `enrol`: an authenticator has to be set up first */
  secondFactor: z.enum(['none', 'needed', 'enrol', 'done']),
  mustChangePassword: z.boolean(),
  /** without a request for so long the session ends, seconds */ idleSeconds: z.number(),
});

export const SessionAnswer = z.discriminatedUnion('signedIn', [SignedOut, SignedIn]);
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** To which entry a person comes back from another provider. */
export const OidcBegin = z.strictObject({ phone: z.boolean() });
export const OidcBegun = z.strictObject({ url: z.string() });
/** What a provider sent the browser back with, behind the `?`. */
export const OidcFinish = z.strictObject({ phone: z.boolean(), query: z.string().min(1).max(8000) });

const password = z.string().min(1).max(1000);

export const Credentials = z.strictObject({ login: z.string().min(1).max(200), password });
export const Code = z.strictObject({ code: z.string().min(1).max(40) });
export const EnrolmentAsk = z.strictObject({
  /** only of somebody who has an authenticator already */ password: password.optional(),
});
/** Shown once. `uri` and `qr` (an SVG) hold the secret; each of the ten codes is good for one sign-in without the authenticator. */
export const EnrolmentShown = z.strictObject({
  secret: z.string(),
  uri: z.string(),
  qr: z.string(),
  recoveryCodes: z.array(z.string()),
});
export const PasswordAsk = z.strictObject({ password });
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) });
export const PasswordChange = z.strictObject({ current: password, next: password });
export const LanguageChoice = z.strictObject({ language: Language });

/** A place where one is signed in. */
export const Device = z.strictObject({
  id: z.string(),
  device: z.string(),
  source: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  current: z.boolean(),
});
export const Devices = z.strictObject({ rows: z.array(Device) });
export const DeviceId = z.strictObject({ id: z.uuid() });
export const Done = z.strictObject({ done: z.literal(true) });

/** One's own account as one sees it. Days are `2025-03-01`, the last day included. */
export const OwnAccount = z.strictObject({
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  passwordSetAt: z.iso.datetime().nullable(),
  /** 等保 8.1.4.1 a: a new one is asked for now and then, nobody is locked out */ passwordOld: z.boolean(),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.number(),
  grants: z.array(GrantSays.extend({ place: z.string(), fromDay: z.string(), untilDay: z.string().nullable() })),
});

export const DemoAccounts = z.strictObject({
  rows: z.array(z.strictObject({ login: z.string(), password: z.string(), says: Says })),
});

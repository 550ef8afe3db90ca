import { toString as qrCode } from 'qrcode';
import { Refusal } from '../../../kernel/refusal';
import { asServer, type Guess, keyedDigest, linesOfLock, newToken, sourceOf, takeGuess } from '../../../platform/access/sign-in';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { hashToken } from '../../../platform/http';
import { findSchool } from '../../area/server/index';
import type { GuardianAsk, GuardianDone, GuardianForm, LinkRequest, LinkView } from '../contract';
import { permissions } from '../permissions';
import { refusals } from '../words';
import { keepAsked } from './ask-actions';
import { childFor, everywhere } from './asking';
import { goodLink, insertLink, type StoredLink, spendLink } from './link-store';

/** A link is for the evening on which it was sent, and the morning after. Our choice, of issue 4. */
export const LINK_HOURS = 24;

/** Where the page of links lies; what stands behind `#` stays in the browser, out of every log. */
const linkPath = (token: string) => `/l#${token}`;

/** Makes a link by which the guardian of a child asks for leave once; earlier ones are good no more. Nothing here keeps the token. */
export async function makeLink(db: Db, context: Context, childId: string, { origin }: LinkRequest): Promise<LinkView> {
  return transact(db, context, async (trx) => {
    const child = await childFor(trx, childId, permissions['leave.ask']);
    if (child.school_path.split('/').length < 4) throw new Refusal('unprocessable', 'no-class', refusals.noClass);
    const token = newToken();
    const expiresAt = new Date(trx.now.getTime() + LINK_HOURS * 3_600_000);
    const draft = { childId: child.child_id, classPath: child.school_path, tokenHash: hashOf(token), expiresAt };
    const linkId = await insertLink(trx, draft);
    const link = `${origin}${linkPath(token)}`;
    const qr = await qrCode(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
    const change = { act: 'leave.link', object: `child:${child.child_id}`, detail: { link: linkId } };
    return { result: { name: child.name, link, qr, expiresAt: expiresAt.toISOString() }, changes: [change] };
  });
}

/** What a link shows: whose form it is. Unknown, used and old links are all the same to whoever looks. */
export async function lookAtLink(db: Db, context: Context, token: string): Promise<GuardianForm> {
  return withToken(db, context, token, async (admit) =>
    readAs(db, asServer(context), async (trx) => {
      const link = admit(await goodLink(trx, hashOf(token)));
      return { school: await schoolName(trx, link), today: dayOf(trx.now) };
    }),
  );
}

/** A guardian asks for leave; the link is good no more. It waits until somebody at the school has spoken with the guardian. */
export async function askByLink(db: Db, context: Context, ring: KeyRing, said: GuardianAsk): Promise<GuardianDone> {
  const { token, ...asked } = said;
  const { claim } = context;
  const server = { ...asServer(context), ...(claim === undefined ? {} : { claim }) };
  return withToken(db, context, token, async (admit) =>
    transact(db, server, async (trx) => {
      const link = admit(await goodLink(trx, hashOf(token)));
      if (!(await spendLink(trx, link.link_id))) throw notGood();
      const child = { child_id: link.child_id, school_path: link.class_path };
      const { change } = await keepAsked(trx, ring, child, asked);
      const detail = { ...change.detail, link: link.link_id };
      return { result: { school: await schoolName(trx, link) }, changes: [{ ...change, detail }] };
    }),
  );
}

type Admit = (link: StoredLink | undefined) => StoredLink;

/**
 * Works with a token that is counted as a wrong guess, by token and by address, until it has turned out to be good; also when
 * what was asked with it is then refused, so that a typing error locks nobody out.
 */
async function withToken<T>(db: Db, context: Context, token: string, work: (admit: Admit) => Promise<T>): Promise<T> {
  const guess = await guessAt(db, context, token);
  let good = false;
  try {
    return await work((link) => {
      if (link === undefined) throw notGood();
      good = true;
      return link;
    });
  } finally {
    if (good) await transact(db, asServer(context), async (trx) => ({ result: await guess.right(trx), changes: [] }));
  }
}

async function guessAt(db: Db, context: Context, token: string): Promise<Guess> {
  const guess = await transact(db, asServer(context), async (trx) => {
    const result = await takeGuess(trx, { account: keyedDigest(db, 'code', `leave ${token}`), device: null });
    return { result, changes: await linesOfLock(trx, result, `source:${sourceOf(context.source)}`) };
  });
  if (typeof guess !== 'number') return guess;
  throw new Refusal('too-many', 'too-many-tries', refusals.tooMany(Math.ceil(guess / 60)), { retryAfter: guess });
}

async function schoolName(trx: ReadTrx, { class_path }: StoredLink): Promise<string> {
  const [, school = ''] = class_path.split('/');
  return (await findSchool(trx, everywhere, school))?.name ?? '';
}

function hashOf(token: string): Buffer {
  return hashToken(`leave ${token}`);
}

function notGood(): Refusal {
  return new Refusal('absent', 'link-not-good', refusals.link);
}

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { Refusal } from '../../kernel/refusal';
import { type Context, type Db, Replay, recordAct } from '../db';
import { cookieNames, readCookie, writeCookie } from './cookies';
import { sendFile } from './files';
import { type GateFacts, gate } from './gate';
import type { Ask, CookieAnswer, FileAnswer, RouteFacts, Upload } from './route';
import { isPageToken, type SessionFacts, sessionOf } from './session';

/** What a served route needs beside itself. */
export type Served<House> = { readonly db: Db; readonly house: House; readonly facts: GateFacts; readonly https: boolean };

type Admitted = { readonly session: SessionFacts | null; readonly context: Context };

const admitted = new WeakMap<FastifyRequest, Admitted>();

/** The way of one request through one route: admitted before its body is read, then answered. */
export const callRoute = { admit, answer };

async function admit<House>(served: Served<House>, route: RouteFacts<House>, request: FastifyRequest): Promise<void> {
  const state = await sessionOf(served.db, readCookie(request, cookieNames(served.https).session));
  const session = 'facts' in state ? state.facts : null;
  const context: Context = { actor: session?.actor ?? null, requestId: request.id, source: request.ip };
  try {
    if (route.method !== 'GET') checkOrigin(served.db, request, session);
    gate(route, session, served.facts);
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(served.db, context, route, error);
    throw error;
  }
  admitted.set(request, { session, context });
}

async function answer<House>(
  served: Served<House>,
  route: RouteFacts<House>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { session, context } = admission(request);
  const input = {
    params: checked(route.params, request.params),
    query: checked(route.query, request.query),
    body: checked(route.body, request.body ?? undefined),
  };
  const ask: Ask<ZodType, ZodType, ZodType, House> = {
    ...input,
    session,
    context: route.creates ? { ...context, claim: claimOf(route, request, input) } : context,
    db: served.db,
    house: served.house,
    device: readCookie(request, cookieNames(served.https).device) ?? '',
    agent: request.headers['user-agent'] ?? '',
    upload: () => uploadOf(request),
    setCookie: (cookie: CookieAnswer) => writeCookie(reply, cookie, served.https),
  };
  const result = await handled(route, ask, served.db);
  if (route.response === 'file') return sendFile(reply, result as FileAnswer);
  // The shape is also what keeps a column nobody asked for from leaving the house.
  return reply.send(route.response.parse(result));
}

async function handled<House>(route: RouteFacts<House>, ask: Ask<ZodType, ZodType, ZodType, House>, db: Db): Promise<unknown> {
  try {
    return await route.handle(ask);
  } catch (error) {
    if (error instanceof Replay) return error.answer;
    if (error instanceof Refusal && error.kind === 'forbidden') await noteRefusal(db, ask.context, route, error);
    throw error;
  }
}

/** A change must come from a page of ours: same origin, and with the token of the session (SEC-18). */
function checkOrigin(db: Db, request: FastifyRequest, session: SessionFacts | null): void {
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const token = session !== null && !isPageToken(db, session.sessionId, request.headers['x-nol-token']);
  if (!foreign && !token) return;
  throw new Refusal('forbidden', 'foreign-page', {
    zh: '没有保存：这次提交不是从本系统的页面发出的，或者页面太旧。请刷新页面再试。',
    en: 'Not saved: this did not come from a page of this system, or the page is too old. Reload it and try again.',
  });
}

function claimOf<House>(route: RouteFacts<House>, request: FastifyRequest, input: object): { key: string; requestHash: string } {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[0-9A-Za-z-]{16,64}$/.test(key)) {
    throw new Refusal('invalid', 'no-key', {
      zh: '没有保存：缺少提交编号。请刷新页面再试。',
      en: 'Not saved: the request bears no key. Reload the page and try again.',
    });
  }
  const said = JSON.stringify([route.method, route.url, input]);
  return { key, requestHash: createHash('sha256').update(said).digest('hex') };
}

async function noteRefusal<House>(db: Db, context: Context, route: RouteFacts<House>, refusal: Refusal): Promise<void> {
  const object = `${route.method} ${route.url}`;
  await recordAct(db, context, { act: 'refused', object, outcome: 'refused', reason: refusal.code });
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file === undefined) {
    throw new Refusal('invalid', 'no-file', {
      zh: '没有收到文件。请选一个文件再试。',
      en: 'No file arrived. Choose one and try again.',
    });
  }
  return { name: file.filename, stream: file.file };
}

function admission(request: FastifyRequest): Admitted {
  const found = admitted.get(request);
  if (found === undefined) throw new Error('a handler ran for a request that was not admitted');
  return found;
}

/** Throws a ZodError, which becomes a refusal with one sentence a field. */
function checked(shape: ZodType | undefined, said: unknown): unknown {
  return shape?.parse(said);
}

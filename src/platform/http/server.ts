import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { Refusal } from '../../kernel/refusal';
import { newId } from '../db';
import { callRoute, type Served } from './call';
import { securityHeaders } from './headers';
import { checkRoutes } from './inventory';
import type { RouteFacts } from './route';
import { faultRefusal, refusalView, shapeRefusal, statusOf } from './wire';

/** Everything that a body other than a file may weigh; lists come as sheets. */
const BODY_LIMIT = 1024 * 1024;

export type ServerOptions<House> = Served<House> & {
  readonly routes: readonly RouteFacts<House>[];
  /** 20 MB for a sheet from an office (register of goals §6.5) */ readonly uploadLimit: number;
  readonly https: boolean;
  /** hears of every fault of ours, with the number the user was told */ readonly onFault: (
    error: unknown,
    requestId: string,
  ) => void;
};

/** The server with all its routes, not yet listening. Throws when a route does not say who may call it, or says it twice. */
export async function buildServer<House>(options: ServerOptions<House>): Promise<FastifyInstance> {
  checkRoutes(options.routes);
  const app = Fastify({ bodyLimit: BODY_LIMIT, genReqId: newId, routerOptions: { maxParamLength: 100 }, trustProxy: false });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: options.uploadLimit } });
  await securityHeaders(app, options.https);
  onlyJson(app);
  app.setErrorHandler((error, request, reply) => sendRefusal(asRefusal(error, request, options), request, reply));
  for (const route of options.routes) {
    app.route({
      method: route.method,
      url: route.url,
      onRequest: async (request) => callRoute.admit(options, route, request),
      handler: async (request, reply) => callRoute.answer(options, route, request, reply),
    });
  }
  return app;
}

/** A body is JSON with exactly that name; anything else never reaches a parser (three CVEs of the framework were about this). */
function onlyJson(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const type = request.headers['content-type'];
    const empty = type === undefined && (request.headers['content-length'] ?? '0') === '0';
    const json = type === 'application/json' || type === 'application/json; charset=utf-8';
    if (empty || json || (type?.startsWith('multipart/form-data; boundary=') ?? false)) return;
    throw new Refusal('unsupported', 'content-type', {
      zh: '没有保存：提交的格式不对。请从系统页面提交。',
      en: 'Not saved: this kind of content is not taken. Use the pages of the system.',
    });
  });
}

function asRefusal<House>(error: unknown, request: FastifyRequest, options: ServerOptions<House>): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return shapeRefusal(error);
  const known = knownFault(error);
  if (known) return known;
  options.onFault(error, request.id);
  return faultRefusal();
}

/** What the framework itself refuses, in our words. */
function knownFault(error: unknown): Refusal | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Refusal('too-large', 'too-large', {
      zh: '没有收下：内容太大。表格不要超过 20 MB，可以按学校或乡镇分成几个文件。',
      en: 'Not taken: too large. A sheet may weigh 20 MB; split it by school or township.',
    });
  }
  if (code.startsWith('FST_ERR_CTP') || error instanceof SyntaxError) {
    return new Refusal('invalid', 'unreadable', {
      zh: '没有保存：收到的内容读不出来。请刷新页面再试。',
      en: 'Not saved: what arrived cannot be read. Reload the page and try again.',
    });
  }
  return null;
}

function sendRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { retryAfter } = refusal.extra;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  if (refusal.kind === 'unavailable' && retryAfter === undefined) void reply.header('retry-after', '5');
  return reply.status(statusOf[refusal.kind]).send(refusalView(refusal, request.id));
}

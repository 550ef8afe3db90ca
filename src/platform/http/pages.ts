import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { absent } from '../../kernel/refusal';

/** Stands in the built documents where the nonce of an answer goes, by which the component kit may add its styles. */
const NONCE_PLACE = '__NOL_NONCE__';

/** Beside the phone's document: what is asked for anew each time, so that a new version is heard of. */
const phoneParts = {
  '/m/worker.js': 'text/javascript; charset=utf-8',
  '/m/manifest.webmanifest': 'application/manifest+json',
} as const;

/**
 * Serves the built pages. Files below `assets/` bear a digest in their names and are kept by browsers; the two documents are
 * asked for again each time. An address that is no file is a place inside the pages, so it gets the document.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const [desk, phone] = [documentOf(folder, 'index.html'), documentOf(folder, 'm/index.html')];
  const parts = new Map(
    Object.entries(phoneParts).map(([url, type]) => [url, { type, content: documentOf(folder, url.slice(1)) }]),
  );
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  app.setNotFoundHandler(async (request, reply) => {
    const inside = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!inside) throw absent({ zh: '个地址', en: 'address' });
    const part = parts.get(request.url);
    if (part) return reply.type(part.type).header('cache-control', 'no-cache').status(200).send(part.content);
    return sendDocument(reply, /^\/(m|l)(\/|\?|$)/.test(request.url) ? phone : desk);
  });
}

function documentOf(folder: string, name: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build"`);
  return readFileSync(file, 'utf8');
}

function sendDocument(reply: FastifyReply, document: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .status(200)
    .send(document.replaceAll(NONCE_PLACE, reply.cspNonce.style));
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { absent } from '../../kernel/refusal';

/**
 * Serves the built pages. Files below `assets/` bear a digest in their names and are kept by browsers; the two documents are
 * asked for again each time. An address that is no file is a place inside the pages, so it gets the document.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no pages: run "npm run build"`);
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const kept = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const inside = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!inside) throw absent({ zh: '个地址', en: 'address' });
    return reply.sendFile(request.url.startsWith('/m/') || request.url === '/m' ? 'm/index.html' : 'index.html');
  });
}

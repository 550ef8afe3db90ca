import type { FastifyReply } from 'fastify';
import type { FileAnswer } from './route';

/** Sends a file to be saved, never to be shown: a sheet or an attachment is not a page of ours (SEC-16). */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.name.replaceAll(/[^\w.-]+/g, '_');
  const full = encodeURIComponent(file.name).replaceAll("'", '%27');
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
    .send(file.body);
}

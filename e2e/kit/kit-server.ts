import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { bundlePages } from '../../scripts/build-web.mjs';
import { answerKit, type Heard } from './kit-answers';

const sources = { desk: 'e2e/kit/desk.html', phone: 'e2e/kit/phone.html' };
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The pieces of the kit on pages of their own, built as the product is and served under the same policy. */
export type KitServer = {
  readonly address: string;
  /** Every request to /api since the last look. */
  readonly heard: () => readonly Heard[];
  /** The next requests but those of the session are answered like this, once each. */
  readonly answerNext: (...answers: readonly Next[]) => void;
  readonly stop: () => void;
};

/** A status with a code and fields, or a connection that is cut. */
export type Next = 'cut' | { readonly status: number; readonly code: string; readonly fields?: readonly object[] };

/** Builds the kit's pages (a second or two) and serves them on a free port. */
export async function startKit(): Promise<KitServer> {
  const files = await builtKit();
  const heard: Heard[] = [];
  const next: Next[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = request.url ?? '/';
      if (!url.startsWith('/api/')) return sendFile(response, files, url);
      const said = { method: request.method ?? '', url, headers: request.headers, body };
      heard.push(said);
      const wish = url.startsWith('/api/session') ? undefined : next.shift();
      // In the middle of the answer: before it, the browser itself would ask a second time.
      if (wish === 'cut') return cutOff(response);
      if (url === '/api/things/export') return sendSheet(response);
      const { status, value } = wish ? { status: wish.status, value: refusal(wish) } : answerKit(said);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(value));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard.splice(0),
    answerNext: (...answers) => next.push(...answers),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{');
  setTimeout(() => response.destroy(), 20);
}

function sendSheet(response: ServerResponse): void {
  const name = encodeURIComponent('学校名单.csv');
  response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': `attachment; filename*=UTF-8''${name}` });
  response.end('序号,学校');
}

function refusal({ code, fields }: Exclude<Next, 'cut'>) {
  return { error: { code, zh: '没有保存：请看下面的提示。', en: 'Not saved: see below.', requestId: 'kit-1', fields } };
}

async function builtKit(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const output = await bundlePages(Object.values(sources));
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

function sendFile(response: ServerResponse, files: ReadonlyMap<string, string | Uint8Array>, url: string): void {
  const wanted = files.get(url.split('?')[0] ?? '');
  const type = types[path.extname(url)];
  if (wanted && type) {
    response.writeHead(200, { 'content-type': type });
    response.end(wanted);
    return;
  }
  const nonce = randomBytes(16).toString('base64url');
  const page = files.get(`/${url.startsWith('/m') ? sources.phone : sources.desk}`);
  response.writeHead(page ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  });
  response.end(String(page ?? '').replaceAll('__NOL_NONCE__', nonce));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

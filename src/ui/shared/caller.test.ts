import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createCall, newKey } from './caller';
import { addressOf, contract } from './contract';
import { Refused } from './refused';

type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
type Answering = (response: ServerResponse, heard: Heard) => void;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers with these answers in turn, and what it has heard. */
async function serverWith(answers: readonly Answering[]) {
  const heard: Heard[] = [];
  const server = createHttp((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const said = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      const answer = answers[heard.push(said) - 1] ?? json(200, {});
      answer(response, said);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, fetch: (address: RequestInfo | URL, init?: RequestInit) => fetch(base + String(address), init) };
}

const json =
  (status: number, value: unknown): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  };
const cut: Answering = (response) => {
  response.destroy();
};
const half: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{', () => response.destroy());
};
const refusal = (code: string) => ({ error: { code, zh: '没有保存：……', en: 'Not saved: …', requestId: 'r1' } });

async function callerWith(answers: readonly Answering[], { admits = false, renews = false } = {}) {
  const { heard, fetch } = await serverWith(answers);
  let asked = 0;
  const signInAgain = async () => {
    asked++;
    return admits;
  };
  const call = createCall({ fetch, token: () => 'the-token', signInAgain, renewToken: async () => renews, newKey });
  return { call, heard, asked: () => asked };
}

const add = contract<{ body: { name: string }; answer: { id: string } }>('POST', '/api/schools', { creates: true });
const one = contract<{ params: { id: string }; query: { day?: string }; answer: { id: string } }>('GET', '/api/schools/:id');

test('parameters are part of the address, a query is beside it, and nothing is left unescaped', () => {
  expect(addressOf('/api/schools/:id', { params: { id: 'a/b' }, query: { day: undefined, kind: ['x', '中'] } })).toBe(
    '/api/schools/a%2Fb?kind=x&kind=%E4%B8%AD',
  );
  expect(() => addressOf('/api/schools/:id', {})).toThrow('needs the parameter id');
});

test('a change bears the token of the session, a look does not', async () => {
  const { call, heard } = await callerWith([]);
  await call(one, { params: { id: '1' } });
  await call(add, { body: { name: '六官营子中学' } });
  expect(heard[0]?.headers['x-nol-token']).toBeUndefined();
  expect(heard[1]?.headers['x-nol-token']).toBe('the-token');
  expect(JSON.parse(heard[1]?.body ?? '')).toEqual({ name: '六官营子中学' });
});

test('the same intent keeps its key over a cut network and a server out of order, and loses it when it is settled', async () => {
  const { call, heard } = await callerWith([cut, json(503, refusal('fault')), json(200, { id: '1' }), json(200, { id: '2' })]);
  const wish = { body: { name: '六官营子中学' } };
  await expect(call(add, wish)).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  await expect(call(add, wish)).rejects.toMatchObject({ status: 503, mayRetry: true });
  await call(add, wish);
  await call(add, wish);
  const keys = heard.map((request) => request.headers['idempotency-key']);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).not.toBe(keys[0]);
});

test('an answer that breaks off in the middle is no answer, and the wish keeps its key', async () => {
  const { call, heard } = await callerWith([half, json(200, { id: '1' })]);
  await expect(call(add, { body: { name: '一小' } })).rejects.toMatchObject({ code: 'unreachable' });
  await call(add, { body: { name: '一小' } });
  expect(heard[1]?.headers['idempotency-key']).toBe(heard[0]?.headers['idempotency-key']);
});

test('who was asked to wait, or did not sign in again, makes the same wish later', async () => {
  const { call, heard } = await callerWith([json(429, refusal('too-many')), json(401, refusal('not-signed-in')), json(200, {})]);
  for (let attempt = 0; attempt < 2; attempt++) await expect(call(add, { body: { name: '一小' } })).rejects.toThrow(Refused);
  await call(add, { body: { name: '一小' } });
  expect(new Set(heard.map((request) => request.headers['idempotency-key'])).size).toBe(1);
});

test('another wish has another key, and so has the same wish after the server said no to it', async () => {
  const { call, heard } = await callerWith([json(422, refusal('twice')), json(200, { id: '1' }), json(200, { id: '2' })]);
  await expect(call(add, { body: { name: '一小' } })).rejects.toThrow(Refused);
  await call(add, { body: { name: '一小' } });
  await call(add, { body: { name: '二小' } });
  expect(new Set(heard.map((request) => request.headers['idempotency-key'])).size).toBe(3);
});

test('a session that ended asks the person again and repeats the request with the same key', async () => {
  const { call, heard, asked } = await callerWith([json(401, refusal('not-signed-in')), json(200, { id: '1' })], {
    admits: true,
  });
  expect(await call(add, { body: { name: '一小' } })).toEqual({ id: '1' });
  expect(asked()).toBe(1);
  expect(heard[1]?.headers['idempotency-key']).toBe(heard[0]?.headers['idempotency-key']);
});

test('who would rather not sign in again hears that he is not signed in', async () => {
  const { call, heard } = await callerWith([json(401, refusal('not-signed-in'))]);
  await expect(call(add, { body: { name: '一小' } })).rejects.toMatchObject({ status: 401, code: 'not-signed-in' });
  expect(heard.length).toBe(1);
});

test('a wrong password is an answer and no reason to ask for the password', async () => {
  const enter = contract<{ body: { login: string }; answer: unknown }>('POST', '/api/session', { signsIn: true });
  const { call, asked } = await callerWith([json(401, refusal('wrong-password'))], { admits: true });
  await expect(call(enter, { body: { login: 'li' } })).rejects.toMatchObject({ code: 'wrong-password' });
  expect(asked()).toBe(0);
});

test('a token that another tab has made stale is fetched anew, once', async () => {
  const stale = json(403, refusal('foreign-page'));
  const { call } = await callerWith([stale, json(200, { id: '1' }), stale, stale], { renews: true });
  expect(await call(add, { body: { name: '一小' } })).toEqual({ id: '1' });
  await expect(call(add, { body: { name: '二小' } })).rejects.toMatchObject({ code: 'foreign-page' });
});

test('a refusal brings its sentence, its fields and what stands there now', async () => {
  const fields = [{ path: 'name', zh: '请填写', en: 'Required' }];
  const body = { error: { ...refusal('conflict').error, fields, current: { version: 4 } } };
  const { call } = await callerWith([json(409, body)]);
  await expect(call(add, { body: { name: '' } })).rejects.toMatchObject({
    says: { zh: '没有保存：……', en: 'Not saved: …' },
    fields,
    current: { version: 4 },
    requestId: 'r1',
  });
});

test('an answer of something in between the server and the page gets a sentence of ours', async () => {
  const proxy: Answering = (response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<h1>Bad Gateway</h1>');
  };
  const { call } = await callerWith([proxy]);
  await expect(call(one, { params: { id: '1' } })).rejects.toMatchObject({ status: 502, code: 'http-502', mayRetry: true });
});

test('a file comes with its name', async () => {
  const file: Answering = (response) => {
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''${encodeURIComponent('台账.csv')}`,
    });
    response.end('a,b');
  };
  const { call } = await callerWith([file]);
  const got = await call(contract<{ answer: { name: string; content: Blob } }>('GET', '/api/ledger'), {});
  expect(got.name).toBe('台账.csv');
  expect(await got.content.text()).toBe('a,b');
});

import { expect, test } from 'vitest';
import { contract } from './contract';
import { createServer } from './server';
import type { SignedIn } from './session';

const me: SignedIn = {
  signedIn: true,
  today: '2025-03-10',
  now: '2025-03-10T01:00:00.000Z',
  demo: true,
  county: { id: '211324', name: '喀左县' },
  token: 't1',
  user: { id: 'u1', name: '李某', login: 'li', unit: '县教育局', language: 'zh' },
  grants: [],
  permissions: [],
  secondFactor: 'done',
  mustChangePassword: false,
  idleSeconds: 900,
};
const nobody = { signedIn: false, demo: true, county: me.county, today: me.today, now: me.now } as const;
const save = contract<{ body: { name: string }; answer: { id: string } }>('PUT', '/api/schools/1');

/** A page and what the server would answer to it, one answer after another. */
function pageWith(answers: readonly (readonly [status: number, value: unknown])[]) {
  const tokens: (string | null)[] = [];
  let strangers = 0;
  const server = createServer({
    now: () => 0,
    onStranger: () => strangers++,
    fetch: async (_address, init) => {
      const [status, value] = answers[tokens.length] ?? [200, {}];
      tokens.push(new Headers(init?.headers).get('x-nol-token'));
      return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
    },
  });
  return { server, tokens, strangers: () => strangers };
}
const ended = [401, { error: { code: 'not-signed-in', zh: '…', en: '…', requestId: 'r' } }] as const;
const staleToken = [403, { error: { code: 'foreign-page', zh: '…', en: '…', requestId: 'r' } }] as const;

test('two requests of an ended session wait for one sign-in, keep the page, and are repeated with the new token', async () => {
  const { server, tokens } = pageWith([ended, ended]);
  server.admit(me);
  const saved = Promise.all([server.call(save, { body: { name: '一小' } }), server.call(save, { body: { name: '二小' } })]);
  await until(() => server.asksAgain.get() && tokens.length === 2);
  server.admit({ ...me, token: 't2', secondFactor: 'needed' });
  expect(server.asksAgain.get()).toBe(true);
  expect(server.session.get()).toBe(me);
  server.admit({ ...me, token: 't3' });
  await saved;
  expect(server.asksAgain.get()).toBe(false);
  expect(tokens).toEqual(['t1', 't1', 't3', 't3']);
});

test('who would rather not sign in again gets the refusal, and the next request may ask again', async () => {
  const { server } = pageWith([ended, ended]);
  server.admit(me);
  const saved = server.call(save, { body: { name: '一小' } });
  await until(() => server.asksAgain.get());
  server.giveUp();
  await expect(saved).rejects.toMatchObject({ status: 401 });
  void server.call(save, { body: { name: '一小' } });
  await until(() => server.asksAgain.get());
});

test('when another tab has signed in anew the token is fetched and the change goes through', async () => {
  const { server, tokens } = pageWith([staleToken, [200, { ...me, token: 't9' }], [200, { id: '1' }]]);
  server.admit(me);
  expect(await server.call(save, { body: { name: '一小' } })).toEqual({ id: '1' });
  expect(tokens).toEqual(['t1', null, 't9']);
});

test('when somebody else has signed in in another tab nothing is sent in his name and the page is loaded anew', async () => {
  const stranger = { ...me, token: 't9', user: { ...me.user, id: 'u2' } };
  const { server, tokens, strangers } = pageWith([staleToken, [200, stranger], [200, { id: '1' }]]);
  server.admit(me);
  await expect(server.call(save, { body: { name: '一小' } })).rejects.toMatchObject({ code: 'foreign-page' });
  expect(strangers()).toBe(1);
  expect(tokens.length).toBe(2);
});

test('a look that finds nobody signed in any more asks over the page', async () => {
  const { server } = pageWith([[200, nobody]]);
  server.admit(me);
  const looked = server.look();
  await until(() => server.asksAgain.get());
  server.admit({ ...me, token: 't2' });
  expect(await looked).toBe(true);
});

test('the first look only learns who is there', async () => {
  const { server } = pageWith([[200, nobody]]);
  expect(await server.look()).toBe(false);
  expect(server.session.get()).toEqual(nobody);
  expect(server.asksAgain.get()).toBe(false);
});

test('moments are the county’s, whatever the clock of the browser says', () => {
  const { server } = pageWith([]);
  server.admit(me);
  expect(server.momentAt(90_000)).toBe('2025-03-10T01:01:30.000Z');
});

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn++) await new Promise((next) => setTimeout(next, 1));
  expect(holds()).toBe(true);
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from './idle';
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
  secondFactor: 'none',
  mustChangePassword: false,
  idleSeconds: 900,
};
const nobody = { signedIn: false, demo: true, county: me.county, today: me.today, now: me.now };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page that somebody has just opened; `asked` counts the looks at the session, `ends` ends it on the server. */
function openPage() {
  let answer: unknown = me;
  let asked = 0;
  const server = createServer({
    now: Date.now,
    onStranger: () => undefined,
    fetch: async () => {
      asked++;
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
    },
  });
  server.admit(me);
  const events = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' }) as unknown as Document;
  const page = {
    document,
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    setInterval: (work: () => void, ms: number) => Number(setInterval(work, ms)),
    clearInterval: (timer: number) => clearInterval(timer),
  } as unknown as Parameters<typeof watchIdle>[1];
  const stop = watchIdle(server, page);
  const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
  const end = () => {
    answer = nobody;
  };
  return { server, events, document, stop, minutes, end, asked: () => asked };
}

test('somebody who types into a long form keeps the session alive; somebody who is away does not', async () => {
  const { events, minutes, asked } = openPage();
  await minutes(4);
  events.dispatchEvent(new Event('keydown'));
  await minutes(2);
  expect(asked()).toBe(1);
  await minutes(14);
  expect(asked()).toBe(1);
});

test('a page that nobody has touched for as long as a session lasts is covered by the sign-in dialog', async () => {
  const { server, minutes, end, asked } = openPage();
  end();
  await minutes(14);
  expect(asked()).toBe(0);
  await minutes(2);
  expect(server.asksAgain.get()).toBe(true);
  await minutes(30);
  expect(asked()).toBe(1);
});

test('coming back to a tab looks whether one is still signed in', async () => {
  const { server, document, end, minutes, stop, asked } = openPage();
  end();
  document.dispatchEvent(new Event('visibilitychange'));
  await minutes(0);
  expect(server.asksAgain.get()).toBe(true);
  stop();
  document.dispatchEvent(new Event('visibilitychange'));
  await minutes(60);
  expect(asked()).toBe(1);
});

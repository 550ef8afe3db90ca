import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOffMs, type Head, isOld, keptForMs, momentWithout, nextToSend, outcomeOf, pileOf, placeNew } from './rules';

const head = (order: number, more: Partial<Head> = {}): Head => ({
  ...{ order, key: `key-${order}`, userId: 'wang', subject: `class-${order}`, base: 0, madeAt: 0, tries: 0, state: 'waiting' },
  ...more,
});
const none = new Set<string>();

describe('an answer', () => {
  test('only a granted request leaves the phone', () => {
    for (const status of [200, 201, 204]) expect(outcomeOf(status, '', false)).toBe('sent');
    fc.assert(
      fc.property(
        fc.constantFrom(0, 304, 400, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503),
        fc.boolean(),
        (status, current) => {
          expect(outcomeOf(status, 'x', current)).not.toBe('sent');
        },
      ),
    );
  });

  test('what met something newer is decided by the person, what was refused stays with its sentence', () => {
    expect(outcomeOf(409, 'changed-meanwhile', true)).toBe('asks');
    expect(outcomeOf(412, 'stale', true)).toBe('asks');
    expect(outcomeOf(409, 'taken', false)).toBe('refused');
    for (const status of [400, 403, 404, 422]) expect(outcomeOf(status, 'roll-barred', false)).toBe('refused');
  });

  test('no network, a busy server and an ended session keep it', () => {
    expect(outcomeOf(0, 'unreachable', false)).toBe('stop');
    expect(outcomeOf(429, 'too-many', false)).toBe('stop');
    expect(outcomeOf(503, 'fault', false)).toBe('later');
    expect(outcomeOf(401, 'unauthenticated', false)).toBe('sign-in');
    expect(outcomeOf(403, 'foreign-page', false)).toBe('sign-in');
  });
});

test('it is tried again after 2, 4, 8 seconds, and after a minute at the latest', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 400].map(backOffMs)).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1000));
  expect(backOffMs(0)).toBe(2000);
});

describe('the order of sending', () => {
  test('first made, first sent, and only what this user has made', () => {
    const heads = [head(3), head(2, { userId: 'li' }), head(5), head(4)];
    expect(nextToSend(heads, 'wang', none)?.order).toBe(3);
    expect(nextToSend(heads, 'li', none)?.order).toBe(2);
    expect(nextToSend(heads, 'zhao', none)).toBeUndefined();
  });

  test('what waits for the person holds back only what is about the same thing', () => {
    const heads = [head(1, { state: 'asks', subject: 'a' }), head(2, { subject: 'a' }), head(3, { subject: 'b' })];
    expect(nextToSend(heads, 'wang', none)?.order).toBe(3);
    expect(nextToSend(heads.slice(0, 2), 'wang', none)).toBeUndefined();
    const refused = [head(1, { state: 'refused', subject: 'a' }), head(2, { subject: 'a' })];
    expect(nextToSend(refused, 'wang', none)).toBeUndefined();
  });

  test('what the server could not do just now is passed over in this round, with what builds on it', () => {
    const heads = [head(1, { subject: 'a' }), head(2, { subject: 'a' }), head(3, { subject: 'b' })];
    expect(nextToSend(heads, 'wang', new Set(['key-1']))?.order).toBe(3);
    expect(nextToSend(heads, 'wang', new Set(['key-1', 'key-3']))).toBeUndefined();
  });
});

describe('saying something again before it is sent', () => {
  const again = { userId: 'wang', subject: 'a', base: 7 };

  test('what never left the phone is replaced, on the version it built on', () => {
    const earlier = head(1, { subject: 'a', base: 4 });
    expect(placeNew([earlier, head(2)], again)).toEqual({ base: 4, replaces: [earlier] });
  });

  test('what may have arrived already stays and is followed', () => {
    const underway = head(1, { subject: 'a', base: 4, tries: 1 });
    expect(placeNew([underway], again)).toEqual({ base: 5, replaces: [] });
    const follower = head(2, { subject: 'a', base: 5 });
    expect(placeNew([underway, follower], again)).toEqual({ base: 5, replaces: [follower] });
  });

  test('what was refused, or asks, is replaced by what is said now, on the version that was seen now', () => {
    const refused = head(1, { subject: 'a', base: 4, tries: 2, state: 'refused' });
    expect(placeNew([refused], again)).toEqual({ base: 7, replaces: [refused] });
    const asks = head(1, { subject: 'a', base: 4, tries: 2, state: 'asks' });
    expect(placeNew([asks], again)).toEqual({ base: 7, replaces: [asks] });
    const follower = head(2, { subject: 'a', base: 5 });
    expect(placeNew([refused, follower], again)).toEqual({ base: 7, replaces: [refused, follower] });
  });

  test('somebody else’s, and what is about something else, is left alone', () => {
    expect(placeNew([head(1, { subject: 'a', userId: 'li' }), head(2)], again)).toEqual({ base: 7, replaces: [] });
  });
});

test('the bar says first what the person has to look at', () => {
  expect(pileOf([], false)).toEqual({ kind: 'synced', count: 0 });
  expect(pileOf(['waiting', 'waiting'], false)).toEqual({ kind: 'stored', count: 2 });
  expect(pileOf(['waiting', 'waiting'], true)).toEqual({ kind: 'sending', count: 2 });
  expect(pileOf(['waiting', 'refused', 'asks'], true)).toEqual({ kind: 'look', count: 2 });
});

test('after seven days a list is thrown away and an entry is warned of', () => {
  expect(isOld(0, keptForMs - 1)).toBe(false);
  expect(isOld(0, keptForMs)).toBe(true);
});

test('a phone without a server knows the county’s moment by how long ago it heard it, whatever its own clock says', () => {
  expect(momentWithout(1000, 50, 80)).toBe(1030);
  expect(momentWithout(1000, 50, 20)).toBe(1000);
});

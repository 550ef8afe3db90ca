import { expect, it } from 'vitest';
import { secondsToWait } from './limits';

const now = new Date('2025-03-10T08:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const nothing = { newest: null, fifth: null, accountFull: null, sourceFull: null };

it('lets the first guess and the fifth through at once', () => {
  expect(secondsToWait(nothing, now)).toBe(0);
  expect(secondsToWait({ ...nothing, newest: ago(0) }, now)).toBe(0);
});

it('asks for 15 minutes after the fifth wrong guess in a row, however slowly the five came', () => {
  expect(secondsToWait({ ...nothing, newest: ago(0), fifth: ago(1) }, now)).toBe(900);
  expect(secondsToWait({ ...nothing, newest: ago(1), fifth: ago(15) }, now)).toBe(840);
  expect(secondsToWait({ ...nothing, newest: ago(15), fifth: ago(16) }, now)).toBe(0);
});

it('does not count wrong guesses that lie further apart than the wait', () => {
  expect(secondsToWait({ ...nothing, newest: ago(1), fifth: ago(17) }, now)).toBe(0);
});

it('waits until the fullest hour has room again', () => {
  expect(secondsToWait({ ...nothing, accountFull: ago(59), sourceFull: ago(30) }, now)).toBe(1800);
  expect(secondsToWait({ ...nothing, accountFull: ago(61) }, now)).toBe(0);
});

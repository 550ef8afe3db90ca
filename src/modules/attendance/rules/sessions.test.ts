import { expect, it } from 'vitest';
import { defaultPolicy } from '../../standing/index';
import { sessionAt, sessionsOf } from './sessions';

const twice = sessionsOf({ rollsADay: { ...defaultPolicy.rollsADay, value: 2 } });

it('a county calls once a day until it decides to call twice', () => {
  expect(sessionsOf(defaultPolicy)).toEqual(['am']);
  expect(twice).toEqual(['am', 'pm']);
});

it('the afternoon is meant from noon on, of the day itself, where it is called at all', () => {
  const at = (hour: number, day = '2025-03-10', sessions = twice) => sessionAt(sessions, day, { day: '2025-03-10', hour });
  expect([at(11), at(12), at(15)]).toEqual(['am', 'pm', 'pm']);
  expect(at(15, '2025-03-07')).toBe('am');
  expect(at(15, '2025-03-10', ['am'])).toBe('am');
});

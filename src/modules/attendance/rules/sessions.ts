import type { Day } from '../../../kernel/day';
import type { Session } from './marks';

/** From this hour of the day the afternoon is called; our choice. */
const NOON = 12;

/** Of the county's policy: how often a day a class is called. */
type RollsADay = { readonly rollsADay: { readonly value: number } };

/** The parts of a day that the county has called, in their order. */
export function sessionsOf({ rollsADay }: RollsADay): readonly Session[] {
  return rollsADay.value === 2 ? ['am', 'pm'] : ['am'];
}

/** Which of them is meant where nobody says: that of the hour on the day itself, of an earlier day the morning. */
export function sessionAt(sessions: readonly Session[], day: Day, now: { readonly day: Day; readonly hour: number }): Session {
  return sessions.includes('pm') && day === now.day && now.hour >= NOON ? 'pm' : 'am';
}

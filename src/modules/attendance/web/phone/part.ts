import type { Session } from '../../rules/marks';

type Parts = { readonly sessions: readonly Session[]; readonly session: Session };

/** The part of the day that an address names. */
export function sessionNamed(text: string | null): Session | undefined {
  return text === 'am' || text === 'pm' ? text : undefined;
}

/** The day with its part, where a day is called in parts: 今天 下午. */
export function partWords({ sessions, session }: Parts, day: string, says: { readonly [S in Session]: string }): string {
  return sessions.length > 1 ? `${day} ${says[session]}` : day;
}

/** The other part of the day, where there is one. */
export function otherPart({ sessions, session }: Parts): Session | undefined {
  return sessions.find((one) => one !== session);
}

import type { Day } from '../../../kernel/day';
import type { MarkEntry } from './mark-sheet';
import { plain, type SaidWord } from './mark-words';
import type { Mark, Session } from './marks';

/** A child of the class on the days of the sheet. */
export type Namesake = { readonly childId: string; readonly name: string };

/** One part of a day, as a sheet has it of the children of a class. */
export type MarkedDay = {
  readonly day: Day;
  readonly session: Session;
  /** of whom it says that they were there */ readonly here: readonly string[];
  readonly marks: readonly { readonly childId: string; readonly mark: Mark }[];
  /** of whom it says something that is not understood, or two things */ readonly unclear: readonly string[];
};

/** Whom a sheet names that cannot be placed: nobody of the class, one of several of that name, or twice with different words. */
export type Unplaced = { readonly row: number; readonly name: string; readonly why: 'stranger' | 'namesakes' | 'twice' };

/**
 * The entries of a sheet by day, for the children of one class. `isOther` says of a class as a sheet writes it that it is another
 * one; what is said of that one is left out and only counted. Whoever is said to be two things on one day is neither.
 */
export function markedDays(
  entries: readonly MarkEntry[],
  pupils: readonly Namesake[],
  isOther: (className: string) => boolean,
): { readonly days: readonly MarkedDay[]; readonly unplaced: readonly Unplaced[]; readonly others: number } {
  const ids = new Set(pupils.map(({ childId }) => childId));
  const byName = new Map<string, string[]>();
  for (const { childId, name } of pupils) byName.set(plain(name), [...(byName.get(plain(name)) ?? []), childId]);
  const words = new Map<string, Map<string, SaidWord | 'unclear'>>();
  const unplaced = new Map<string, Unplaced>();
  let others = 0;
  for (const { row, name, childId, className, day, session, word } of entries) {
    if (className !== undefined && isOther(className)) {
      others++;
      continue;
    }
    const found = childId !== undefined && ids.has(childId) ? [childId] : (byName.get(plain(name)) ?? []);
    const [id] = found;
    if (id === undefined || found.length > 1) {
      unplaced.set(plain(name), { row, name, why: id === undefined ? 'stranger' : 'namesakes' });
      continue;
    }
    const part = words.get(`${day} ${session}`) ?? new Map<string, SaidWord | 'unclear'>();
    const before = part.get(id);
    if (before !== undefined && before !== word) unplaced.set(`${id} ${day}`, { row, name, why: 'twice' });
    part.set(id, before === undefined || before === word ? word : 'unclear');
    words.set(`${day} ${session}`, part);
  }
  const days = [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, said]) => ({
      day: key.slice(0, 10),
      session: (key.slice(11) === 'pm' ? 'pm' : 'am') as Session,
      ...split(said),
    }));
  return { days, unplaced: [...unplaced.values()].sort((a, b) => a.row - b.row), others };
}

function split(said: ReadonlyMap<string, SaidWord | 'unclear'>): Pick<MarkedDay, 'here' | 'marks' | 'unclear'> {
  const here: string[] = [];
  const marks: { childId: string; mark: Mark }[] = [];
  const unclear: string[] = [];
  for (const [childId, word] of said) {
    if (word === 'here') here.push(childId);
    else if (word === 'unclear') unclear.push(childId);
    else marks.push({ childId, mark: word });
  }
  return { here, marks, unclear };
}

import type { Day } from '../../../kernel/day';
import { type Mark, type Marked, type Session, sessions } from './marks';

/**
 * What a cell of the grid says of a child in a part of a day: a mark (who came back is `here`), or `none` when its class was called
 * and the child was not on the list that was read out, or `open` when nobody called the class, which is not known and never "there".
 */
export const cellWords = ['here', 'absent', 'sick', 'personal', 'late', 'early', 'none', 'open'] as const;
export type CellWord = (typeof cellWords)[number];

/** A roll as far as the grid needs it. */
export type GridRoll = {
  readonly day: Day;
  readonly session: Session;
  readonly present: readonly string[];
  readonly marks: readonly Marked[];
};

/** A child's cells by part of the day, one for each day, and what they come to. */
export type GridRow = {
  readonly childId: string;
  readonly cells: { readonly [S in Session]: readonly CellWord[] };
  readonly sum: CellSum;
};

/** Days (in halves where both parts of a day were called) and times; `days` on which anything was recorded of the child. */
export type CellSum = {
  readonly days: number;
  readonly here: number;
  readonly absent: number;
  readonly sick: number;
  readonly personal: number;
  readonly late: number;
  readonly early: number;
};

/** Lays the newest rolls of a class out: a row for each child, a cell for each day and part of it. */
export function gridOf(days: readonly Day[], rolls: readonly GridRoll[], children: readonly string[]): readonly GridRow[] {
  const at = new Map(rolls.map((roll) => [`${roll.day} ${roll.session}`, wordsOf(roll)]));
  return children.map((childId) => {
    const of = (session: Session) =>
      days.map((day): CellWord => {
        const words = at.get(`${day} ${session}`);
        return words === undefined ? 'open' : (words.get(childId) ?? 'none');
      });
    const cells = { am: of('am'), pm: of('pm') };
    return {
      childId,
      cells,
      sum: sumOfCells(days.map((_, place) => sessions.map((session) => cells[session][place] ?? 'open'))),
    };
  });
}

/** What the days of a child come to. Who is late or leaves early was there; the times are counted beside it. */
export function sumOfCells(days: readonly (readonly CellWord[])[]): CellSum {
  const sum = { days: 0, here: 0, absent: 0, sick: 0, personal: 0, late: 0, early: 0 };
  for (const parts of days) {
    const called = parts.filter((word) => word !== 'none' && word !== 'open');
    if (called.length > 0) sum.days += 1;
    for (const word of called) {
      const share = 1 / called.length;
      if (word === 'late' || word === 'early') sum[word] += 1;
      if (word === 'absent' || word === 'sick' || word === 'personal') sum[word] += share;
      else sum.here += share;
    }
  }
  return sum;
}

/** How many of a roll were there, away, on leave; `late` came late or left early, and were there. */
export function sumOfRoll({ present, marks }: Pick<GridRoll, 'present' | 'marks'>) {
  const count = (...words: readonly Mark[]) => marks.filter(({ mark }) => words.includes(mark)).length;
  return {
    here: present.length + count('late', 'early', 'back'),
    absent: count('absent'),
    leave: count('sick', 'personal'),
    late: count('late', 'early'),
  };
}

function wordsOf({ present, marks }: GridRoll): ReadonlyMap<string, CellWord> {
  const words = new Map<string, CellWord>(present.map((childId) => [childId, 'here']));
  for (const { childId, mark } of marks) words.set(childId, mark === 'back' ? 'here' : mark);
  return words;
}

import type { KeptAs } from '../../../../ui/phone/kept-answer';
import type { ClassesView, Pupil, RollView } from '../../contract';
import { type Session, verdictOf } from '../../rules/marks';
import { sessionAt } from '../../rules/sessions';
import { offlineSays } from '../words';

/** What of a class lies on a phone: who is on its list, in which order, and a neutral dot; not what was said of anybody. */
type KeptRoll = Omit<RollView, 'pupils' | 'by' | 'daysLate' | 'as' | 'barred' | 'asksReason'> & {
  readonly pupils: readonly {
    readonly childId: string;
    readonly name: string;
    /** to be answered for on the day itself */ readonly dot: boolean;
    /** and on the next one */ readonly next: boolean;
  }[];
};

/** As what a class is kept; only that of today, the others are looked at with a network. */
export function rollName(classId: string): string {
  return `roll ${classId}`;
}

/** When a kept class is opened: the county's day and hour, and the part of the day that is asked for. */
type OpenedWhen = { readonly today: string; readonly hour: number; readonly session: Session | undefined };

/** Leaves away whatever calling does not need. */
export function keepRoll({ by: _, daysLate: _l, as: _a, barred: _b, asksReason: _r, pupils, ...roll }: RollView): KeptRoll {
  const kept = pupils.map(({ childId, name, mark, away, leave }) => {
    // A slip is not kept: whoever has one is asked for by name.
    const dot = away !== null || leave !== null;
    const there = verdictOf(mark ?? undefined) === 'present' && leave === null;
    return { childId, name, dot, next: roll.version === 0 ? dot : !there };
  });
  return { ...roll, pupils: kept };
}

/**
 * The class again, to be called without a network. On a later day nobody has been called, as far as the phone knows; one that was
 * called today is only said to be: what was said of whom is at the server. Where a day is called in parts, what is kept speaks of one of them.
 */
export function openRoll(value: unknown, { today, hour, session: asked }: OpenedWhen): RollView {
  const kept = value as KeptRoll;
  const ofDay = kept.day >= today;
  const day = ofDay ? kept.day : today;
  const session = asked ?? sessionAt(kept.sessions, day, { day: today, hour });
  const same = ofDay && session === kept.session;
  const called = same && kept.version > 0;
  const pupils = kept.pupils.map(
    ({ childId, name, dot, next }): Pupil => ({
      ...{ childId, name, sex: '', mark: null, called, daysAway: 0, leave: null },
      // Of an afternoon the morning that was called is the time before.
      away: !called && (ofDay && (same || kept.version === 0) ? dot : next) ? 'absent' : null,
    }),
  );
  return {
    ...kept,
    ...{ day, today, session, version: same ? kept.version : 0, at: same ? kept.at : null, pupils },
    ...{ by: '', daysLate: 0, as: null, barred: called ? offlineSays.called : null, asksReason: false },
  };
}

/** The classes of a teacher on a later day: the same ones, none called yet. */
export const keptClasses: KeptAs<ClassesView> = {
  name: 'classes',
  keep: (answer) => answer,
  open: (value, today) => {
    const kept = value as ClassesView;
    if (kept.day >= today) return kept;
    const { sessions } = kept;
    return {
      day: today,
      today,
      noSchool: null,
      sessions,
      session: 'am',
      rows: kept.rows.map((row) => ({ ...row, am: null, pm: null })),
    };
  },
};

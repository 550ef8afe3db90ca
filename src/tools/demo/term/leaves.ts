import type { Day } from '../../../kernel/day';
import type { BroughtRoll } from '../../../modules/attendance/server';
import type { PastLeave } from '../../../modules/leave/server';
import type { Rng } from '../random';
import type { Calling } from './mornings';

/** What was written on the slips; everybody in it is made up. */
const reasons = {
  sick: ['感冒发烧，在家休息。', '肚子疼，去卫生院看了。', '扁桃体发炎，医生让休息。', '牙疼，去县医院看牙。'],
  personal: ['家里办喜事。', '回姥姥家，路远。', '随家长去办证件。', '爷爷住院，去看望。'],
} as const;
type Kind = keyof typeof reasons;

/** Longest leave that a class teacher decides on; longer ones are the school's, whose people only the demo's own school has. */
const MOST_DAYS = 3;
/** Of the leaves that run on so many are over by the slip, and nobody has said that the child is back. */
const OVERDUE = 0.3;

type Stretch = { readonly childId: string; readonly kind: Kind; readonly days: readonly Day[]; readonly back: Day | undefined };

/** The slips behind the rolls of a class that say sick or on leave, each ended by the roll that had the child back. */
export function leavesOf(
  rng: Rng,
  { of, by }: Calling,
  { rolls, days }: { readonly rolls: readonly BroughtRoll[]; readonly days: readonly Day[] },
): readonly PastLeave[] {
  const today = days.at(-1) ?? '';
  return stretchesOf(rolls).flatMap(({ childId, kind, days: away, back }): PastLeave[] => {
    const [from = today] = away;
    const last = away.at(-1) ?? from;
    const until = back === undefined && !rng.chance(OVERDUE) ? today : last;
    const many = days.filter((day) => day >= from && day <= until).length;
    const reason = rng.pick(reasons[kind]);
    if (many > MOST_DAYS) return [];
    const asked = { by, at: at(from, 5 + rng.int(20)) };
    const whole = { from: { day: from, half: 'am' }, until: { day: until, half: 'pm' } } as const;
    const ended = back === undefined ? null : { back: { day: back, half: 'am' } as const, by, byRoll: true, at: at(back, 40) };
    return [
      { childId, classPath: of.path, kind, span: whole, halves: 2 * many, reason, guardian: null, asked, approved: asked, ended },
    ];
  });
}

/** A slip that a guardian has sent this morning by a link, about a child of a class that was there the day before. */
export function askedBy(of: Calling['of'], rolls: readonly BroughtRoll[], today: Day): readonly PastLeave[] {
  const named = new Set(rolls.at(-1)?.marks.map(({ childId }) => childId));
  const childId = of.children.find((child) => !named.has(child));
  if (childId === undefined) return [];
  const span = { from: { day: today, half: 'am' }, until: { day: today, half: 'pm' } } as const;
  const asked = { by: null, at: at(today, 2) };
  const words = { kind: 'sick', reason: '夜里发烧，今天在家休息。', guardian: '母亲' } as const;
  return [{ childId, classPath: of.path, span, halves: 2, ...words, asked, approved: null, ended: null }];
}

/** Called days on end with one kind of leave, each with the called day on which the child was no longer on it. */
function stretchesOf(rolls: readonly BroughtRoll[]): readonly Stretch[] {
  const open = new Map<string, { kind: Kind; days: Day[] }>();
  const done: Stretch[] = [];
  for (const { day, marks } of rolls) {
    const words = new Map(marks.map(({ childId, mark }) => [childId, mark]));
    for (const [childId, { kind, days }] of [...open]) {
      if (words.get(childId) === kind) continue;
      done.push({ childId, kind, days, back: day });
      open.delete(childId);
    }
    for (const [childId, mark] of words) {
      if (mark !== 'sick' && mark !== 'personal') continue;
      const running = open.get(childId);
      if (running) running.days.push(day);
      else open.set(childId, { kind: mark, days: [day] });
    }
  }
  return [...done, ...[...open].map(([childId, one]) => ({ childId, ...one, back: undefined }))];
}

/** So many minutes after seven in the morning, in China. */
function at(day: Day, minutes: number): Date {
  return new Date(new Date(`${day}T07:00:00+08:00`).getTime() + minutes * 60_000);
}

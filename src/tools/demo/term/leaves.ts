import type { Day } from '../../../kernel/day';
import type { BroughtRoll } from '../../../modules/attendance/server';
import type { PastLeave } from '../../../modules/leave/server';
import type { Rng } from '../random';
import type { Calling } from './mornings';

/** What was written on the slips; everybody in it is made up. */
const reasons = {
  sick: ['感冒发烧，在家休息。', '肚子疼，去卫生院看了。', '扁桃体发炎，医生让休息。', '牙疼，去县医院看牙。'],
  personal: ['家里办喜事。', '回姥姥家，路远。', '随家长去办证件。', '爷爷住院，去看望。'],
  other: ['参加县里的少儿比赛。', '去市里参加体检。'],
} as const;
type Word = 'sick' | 'personal';

/** Longest leave that a class teacher decides on; longer ones are decided on by the school. */
const MOST_DAYS = 3;
/** Of the leaves that run on so many are over by the slip, and nobody has said that the child is back. */
const OVERDUE = 0.3;
/** Of the leaves so many were asked for by a guardian's link, and of those that are no illness so many are of another kind. */
const [BY_LINK, OTHER] = [0.12, 0.1];
/** Of the classes so many have had somebody away for an afternoon, and so many somebody who asked and stayed. */
const [HALF_DAY, DROPPED] = [0.4, 0.06];

type Stretch = { readonly childId: string; readonly kind: Word; readonly days: readonly Day[]; readonly back: Day | undefined };

/** The slips behind the rolls of a class that say sick or on leave, each ended by the roll that had the child back; `head`: of its school. */
export function leavesOf(
  rng: Rng,
  { of, by }: Calling,
  { rolls, days, head }: { readonly rolls: readonly BroughtRoll[]; readonly days: readonly Day[]; readonly head: string },
): readonly PastLeave[] {
  const today = days.at(-1) ?? '';
  return stretchesOf(rolls).flatMap(({ childId, kind, days: away, back }): PastLeave[] => {
    const [from = today] = away;
    const last = away.at(-1) ?? from;
    const until = back === undefined && !rng.chance(OVERDUE) ? today : last;
    const many = days.filter((day) => day >= from && day <= until).length;
    const said = kind === 'personal' && rng.chance(OTHER) ? 'other' : kind;
    const reason = rng.pick(reasons[said]);
    const guardian = many <= MOST_DAYS && rng.chance(BY_LINK) ? rng.pick(['母亲', '父亲', '奶奶']) : null;
    const asked = { by: guardian === null ? by : null, at: at(from, 5 + rng.int(20)) };
    // The class teacher's own word decides on a short one; what the school or a guardian has asked takes some minutes.
    const wait = guardian === null && many <= MOST_DAYS ? 0 : 5 * 60_000;
    const approved = { by: many > MOST_DAYS ? head : by, at: new Date(asked.at.getTime() + wait) };
    const whole = { from: { day: from, half: 'am' }, until: { day: until, half: 'pm' } } as const;
    const ended = back === undefined ? null : { back: { day: back, half: 'am' } as const, by, byRoll: true, at: at(back, 40) };
    return [{ childId, classPath: of.path, kind: said, span: whole, halves: 2 * many, reason, guardian, asked, approved, ended }];
  });
}

/** What no roll tells of: an afternoon's leave of somebody who came back the next morning, and a leave that was not given or not taken. */
export function otherLeavesOf(
  rng: Rng,
  { of, by }: Calling,
  { rolls }: { readonly rolls: readonly BroughtRoll[] },
): readonly PastLeave[] {
  const [half, dropped] = [rng.chance(HALF_DAY), rng.chance(DROPPED)];
  return [half ? 'half' : undefined, dropped ? 'dropped' : undefined].flatMap((what): PastLeave[] => {
    const place = rng.int(Math.max(rolls.length - 6, 1));
    const [roll, next] = [rolls[place], rolls[place + 1]];
    // A child that nobody had anything to say of for days: it was there.
    const named = new Set(rolls.slice(Math.max(0, place - 3), place + 6).flatMap(({ marks }) => marks.map((one) => one.childId)));
    const free = of.children.filter((child) => !named.has(child));
    if (what === undefined || roll === undefined || next === undefined || free.length === 0) return [];
    const { day } = roll;
    const asked = { by, at: at(day, 30 + rng.int(30)) };
    const common = { childId: rng.pick(free), classPath: of.path, kind: 'personal', guardian: null, asked } as const;
    if (what === 'half') {
      const span = { from: { day, half: 'pm' }, until: { day, half: 'pm' } } as const;
      const ended = { back: { day: next.day, half: 'am' } as const, by, byRoll: true, at: at(next.day, 40) };
      return [{ ...common, span, halves: 1, reason: '下午去县医院复查。', approved: asked, ended }];
    }
    const span = { from: { day: next.day, half: 'am' }, until: { day: next.day, half: 'pm' } } as const;
    const as = rng.chance(0.5) ? 'refused' : 'withdrawn';
    const reason = as === 'refused' ? '去镇上赶集。' : '家里有事，后来不去了。';
    return [{ ...common, span, halves: 2, reason, approved: null, dropped: { as, by, at: at(day, 70) }, ended: null }];
  });
}

/** A leave of a week for which the class teacher has asked this morning, and on which the school has to decide. */
export function longAsked({ of, by }: Calling, rolls: readonly BroughtRoll[], today: Day): readonly PastLeave[] {
  const named = new Set(rolls.slice(-5).flatMap(({ marks }) => marks.map(({ childId }) => childId)));
  const childId = of.children.findLast((child) => !named.has(child));
  if (childId === undefined) return [];
  const friday = new Date(Date.parse(`${today}T00:00:00Z`) + 4 * 86_400_000).toISOString().slice(0, 10);
  const span = { from: { day: today, half: 'pm' }, until: { day: friday, half: 'pm' } } as const;
  const words = { kind: 'sick', reason: '阑尾手术后在家休养。', guardian: null } as const;
  const asked = { by, at: at(today, 45) };
  return [{ childId, classPath: of.path, span, halves: 9, ...words, asked, approved: null, ended: null }];
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
  const open = new Map<string, { kind: Word; days: Day[] }>();
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

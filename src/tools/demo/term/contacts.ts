import type { Day } from '../../../kernel/day';
import type { BroughtContact, BroughtRoll } from '../../../modules/attendance/server';
import type { Rng } from '../random';
import type { Episode } from './episodes';
import type { Calling } from './mornings';

type Said = BroughtContact['said'];
type Reason = NonNullable<Said['reason']>;

/** What was said, in the words of whoever called; everybody in it is made up. */
const notes: Readonly<Record<Reason, readonly string[]>> = {
  sick: ['奶奶接的电话，说孩子夜里发烧，在家吃药。', '妈妈说肚子疼，带去卫生院看了。', '感冒还没好，家长答应好了就送来。'],
  unwilling: ['爸爸说孩子不想起床，劝了不听。', '孩子说跟不上课，不想来，约好明天见面谈。', '家长管不住，希望老师上门谈一次。'],
  family: ['爷爷住院，家里没人送。', '家里办丧事，说办完就回来。', '父母都在外地打工，奶奶一个人照看两个孩子。'],
  work: ['亲戚说孩子跟表哥去了建平的工地，正在联系。', '家长说在饭店帮忙几天，已讲明未成年人不能务工。'],
  away: ['邻居说跟母亲去了沈阳，还没回来。', '家长带孩子走亲戚，说周末回。'],
  unclear: ['电话没人接，发了短信。', '接电话的人说不清楚，下午再打。'],
};
const shortReasons: readonly Reason[] = ['sick', 'sick', 'family', 'family', 'unwilling', 'away', 'unclear'];
const longReasons: readonly Reason[] = ['unwilling', 'unwilling', 'unwilling', 'family', 'work', 'away', 'unclear'];

/** The contacts about the children of a class that were away without leave, on days on which the class was called. */
export function contactsOf(
  rng: Rng,
  calling: Calling,
  {
    episodes,
    rolls,
    days,
  }: { readonly episodes: readonly Episode[]; readonly rolls: readonly BroughtRoll[]; readonly days: readonly Day[] },
): readonly BroughtContact[] {
  const called = new Set(rolls.map(({ day }) => day));
  const today = days.at(-1);
  return episodes.flatMap((episode) => {
    if (episode.word !== 'absent') return [];
    const away = days.slice(Math.max(0, episode.from), episode.from + episode.days).filter((day) => called.has(day));
    const reason = rng.pick(away.length > 2 ? longReasons : shortReasons);
    return away.flatMap((day, at) => {
      const said = heard(rng, { at, many: away.length, reason, day, next: days[days.indexOf(day) + 1] });
      // Of those who are away since this morning only some have been called up yet.
      if (said === undefined || (day === today && rng.chance(0.7))) return [];
      const minutes = day === today ? rng.int(12) : 60 + rng.int(420);
      const noted = { by: calling.by, at: new Date(new Date(`${day}T07:47:00+08:00`).getTime() + minutes * 60_000) };
      const childId = calling.of.children[episode.child] ?? '';
      return [{ childId, classPath: calling.of.path, taker: at > 3 ? 'school' : 'teacher', said, noted }];
    });
  });
}

type Away = {
  readonly at: number;
  readonly many: number;
  readonly reason: Reason;
  readonly day: Day;
  readonly next: Day | undefined;
};

/** What was done on a day of an absence: a call on the first, a visit on the second or third, then somebody every third day. */
function heard(rng: Rng, { at, many, reason, day, next }: Away): Said | undefined {
  if (at > 2 && at % 3 !== 0) return undefined;
  if (!rng.chance(at === 0 ? 0.93 : 0.75)) return undefined;
  const way =
    at === 1 || (at === 2 && rng.chance(0.4)) || (at > 2 && rng.chance(0.5)) ? 'visit' : rng.chance(0.85) ? 'phone' : 'message';
  const u = rng.next();
  const reached = u < 0.82 ? 'guardian' : u < 0.9 ? 'relative' : u < 0.98 ? 'nobody' : 'wrong-number';
  if (reached === 'nobody' || reached === 'wrong-number') {
    return {
      day,
      way,
      reached,
      reason: null,
      promise: 'none',
      backDay: null,
      note: rng.chance(0.3) ? rng.pick(notes.unclear) : '',
    };
  }
  const promise = many > 9 && at > 4 ? 'refused' : next !== undefined && rng.chance(0.65) ? 'day' : 'none';
  const note = rng.chance(0.45) ? rng.pick(notes[reason]) : '';
  return { day, way, reached, reason, promise, backDay: promise === 'day' ? (next ?? null) : null, note };
}

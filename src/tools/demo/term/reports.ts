import type { Day } from '../../../kernel/day';
import type { BroughtContact, BroughtReport, BroughtRoll } from '../../../modules/attendance/server';
import type { Rng } from '../random';
import type { Calling } from './mornings';

/** A report before the reports of its school are numbered. */
export type UnnumberedReport = Omit<BroughtReport, 'serial'>;

/** On which day away the school reports, and from which on it proposes to the county: as the usual policy has it. */
const [REPORT_DAY, PROPOSAL_DAY] = [3, 20];
/** So many reports come a day late, and so many never. */
const [LATE, NEVER] = [0.18, 0.1];
const words = [
  '',
  '',
  '家长电话一直没人接，村里帮着在找。',
  '孩子说跟不上课，学校安排了老师补课，等他回来。',
  '亲戚说跟父母去了外地，正在核实学校。',
];
const townshipWords = ['村干部已上门，孩子在家。', '村委会今天去。', '已转包村干部。', ''];

/** The reports about the children of a class that were away without leave for three called days or more. */
export function reportsOf(
  rng: Rng,
  { by, officer = 'system' }: Pick<Calling, 'by'> & { readonly officer?: string | undefined },
  {
    rolls,
    contacts,
    days,
  }: { readonly rolls: readonly BroughtRoll[]; readonly contacts: readonly BroughtContact[]; readonly days: readonly Day[] },
): readonly UnnumberedReport[] {
  return runsOf(rolls).flatMap(({ childId, days: away }) => {
    const own = contacts.filter((one) => one.childId === childId && away.includes(one.said.day));
    const write = (kind: 'report' | 'proposal', at: number): UnnumberedReport[] => {
      const day = away[at];
      const [since = ''] = away;
      // What is of this morning nobody has written yet.
      if (day === undefined || day === days.at(-1)) return [];
      return [
        {
          ...{ childId, kind, since, days: away.slice(0, at + 1), words: rng.pick(words) },
          made: { by, day, at: moment(day, 9) },
          contacts: own.filter(({ said }) => said.day <= day),
          received: receiptsOf(rng, officer, days.slice(days.indexOf(day) + 1, -1)),
        },
      ];
    };
    const u = rng.next();
    if (u < NEVER) return [];
    const report = write('report', REPORT_DAY - 1 + (u < NEVER + LATE ? 1 : 0));
    return report.length === 0 ? [] : [...report, ...(rng.chance(0.7) ? write('proposal', PROPOSAL_DAY) : [])];
  });
}

/** Numbers of the reports of each school in the order in which they were written. */
export function numbered(reports: readonly (UnnumberedReport & { readonly school: string })[]): readonly BroughtReport[] {
  const last = new Map<string, number>();
  return [...reports]
    .sort((a, b) => a.made.at.getTime() - b.made.at.getTime() || (a.childId < b.childId ? -1 : 1))
    .map(({ school, ...report }) => {
      const serial = (last.get(school) ?? 0) + 1;
      last.set(school, serial);
      return { ...report, serial };
    });
}

/** The bureau receives most on the next school day; a township takes a day longer now and then, and some receive nothing. */
function receiptsOf(rng: Rng, officer: string, after: readonly Day[]): BroughtReport['received'] {
  const on = (unit: 'bureau' | 'township', day: Day | undefined, said: string, hour: number) =>
    day === undefined ? [] : [{ unit, by: unit === 'bureau' ? officer : 'system', day, at: moment(day, hour), words: said }];
  const bureau = rng.chance(0.85) ? on('bureau', after[0], '', 10) : [];
  const township = rng.chance(0.7) ? on('township', after[rng.chance(0.7) ? 0 : 1], rng.pick(townshipWords), 15) : [];
  return [...bureau, ...township];
}

/** Called days on end without leave, as far as a class has called them. */
function runsOf(rolls: readonly BroughtRoll[]): readonly { readonly childId: string; readonly days: readonly Day[] }[] {
  const open = new Map<string, Day[]>();
  const done: { childId: string; days: readonly Day[] }[] = [];
  for (const { day, marks } of rolls) {
    const absent = new Set(marks.flatMap(({ childId, mark }) => (mark === 'absent' ? [childId] : [])));
    for (const [childId, days] of [...open]) {
      if (absent.has(childId)) continue;
      done.push({ childId, days });
      open.delete(childId);
    }
    for (const childId of absent) open.set(childId, [...(open.get(childId) ?? []), day]);
  }
  return [...done, ...[...open].map(([childId, days]) => ({ childId, days }))];
}

/** An hour of a day, in China. */
function moment(day: Day, hour: number): Date {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000);
}

import type { Day } from '../../../kernel/day';
import type { BroughtAnswer, BroughtCampaign, BroughtWords } from '../../../modules/screening/server';
import { makeRng, type Rng } from '../random';

/** The days of a term and the people of a demo county who hold its campaigns. */
export type CampaignOptions = {
  readonly seed: number;
  /** first day of the running term */ readonly opened: Day;
  readonly today: Day;
  readonly officer: string;
  readonly principal: { readonly userId: string; readonly path: string };
  readonly village: { readonly userId: string; readonly path: string };
  readonly township: { readonly userId: string; readonly path: string };
};

/** Of a class so many come on the first day of term, and of the others so many in the first week; made up. */
const FIRST_DAY = 0.965;
const FIRST_WEEK = 0.95;
/** Of the classes of grades 8 and 9 so many have answered by now, and of the families of the township so many were visited. */
const ANSWERED = 0.58;
const VISITED = 0.45;
/** Of a class of grades 8 and 9 so many are not there when it answers. */
const AWAY = 0.012;

/** 开学报到 of the running term, over and signed; 八九年级 running; one township's visits running, with a child on no list. */
export function campaignsOf(options: CampaignOptions): readonly BroughtCampaign[] {
  return [openingOf(options), gradesOf(options), visitsOf(options)];
}

function openingOf({ seed, opened, officer, principal }: CampaignOptions): BroughtCampaign {
  const until = later(opened, 6);
  return {
    plan: {
      template: 'term-opening',
      method: 'in-school',
      name: '2025年春季开学报到',
      places: [],
      grades: [],
      from: opened,
      until,
    },
    started: { by: officer, at: at(later(opened, -3), 600) },
    closed: { by: officer, at: at(until, 1020), reason: '期限已到，没填的另行跟进' },
    say: ({ path, children }) => {
      const by = teacherOf(path);
      const rng = streamOf(seed, 81, path);
      const answers = new Map(children.map((childId) => [childId, reportOf(rng, by, opened)]));
      return { confirmed: { by, at: at(later(opened, 4), 480) }, answers };
    },
    sign: (path) => ({ by: path === principal.path ? principal.userId : headOf(path), at: at(later(opened, 4), 960) }),
    finds: [],
  };
}

/** When a child came, or why it had not by the end. */
function reportOf(rng: Rng, by: string, opened: Day): BroughtAnswer {
  const there = (days: number): BroughtAnswer => ({
    ...{ answer: 'there', foundDay: later(opened, days), single: false, as: 'school', by, at: at(later(opened, days), 500) },
  });
  if (rng.chance(FIRST_DAY)) return there(0);
  if (rng.chance(FIRST_WEEK)) return there(1 + rng.int(4));
  const answer = rng.pick(['sick', 'unreached'] as const);
  return { answer, foundDay: later(opened, 4), single: true, as: 'school', by, at: at(later(opened, 4), 480) };
}

function gradesOf({ seed, today, officer }: CampaignOptions): BroughtCampaign {
  const from = later(today, -5);
  return {
    plan: {
      template: 'key-grades',
      method: 'in-school',
      name: '八九年级逐人核对',
      places: [],
      grades: [8, 9],
      from,
      until: later(today, 8),
    },
    started: { by: officer, at: at(from, 540) },
    closed: null,
    say: ({ path, children }): BroughtWords => {
      const rng = streamOf(seed, 82, path);
      if (!rng.chance(ANSWERED)) return { confirmed: null, answers: new Map() };
      const by = teacherOf(path);
      const day = later(from, rng.int(5));
      const word = { foundDay: day, as: 'school', by, at: at(day, 900) } as const;
      const answers = new Map(
        children.map((childId): [string, BroughtAnswer] => {
          const away = rng.chance(AWAY);
          const answer = away ? rng.pick(['sick', 'unreached', 'on-the-way'] as const) : 'there';
          return [childId, { ...word, answer, single: away }];
        }),
      );
      return { confirmed: { by, at: word.at }, answers };
    },
    sign: () => null,
    finds: [],
  };
}

function visitsOf({ seed, today, officer, village, township }: CampaignOptions): BroughtCampaign {
  const from = later(today, -3);
  return {
    plan: {
      template: 'special',
      method: 'home',
      name: '春季入户摸排',
      places: [township.path],
      grades: [],
      from,
      until: later(today, 10),
    },
    started: { by: officer, at: at(from, 520) },
    closed: null,
    say: ({ path, children, schooled }): BroughtWords => {
      const rng = streamOf(seed, 83, path);
      const mine = path === village.path;
      const who = mine ? ({ by: village.userId, as: 'village' } as const) : ({ by: township.userId, as: 'township' } as const);
      // Only of whom nothing is in doubt: where a child is known to be in school, that it is tells nothing.
      const met = children.filter((childId) => rng.chance(VISITED) && schooled.has(childId));
      const answers = new Map(
        met.map((childId): [string, BroughtAnswer] => {
          const day = later(from, rng.int(3));
          return [
            childId,
            { ...who, answer: 'in-county-enrolled', foundDay: day, single: true, at: at(day, 480 + rng.int(500)) },
          ];
        }),
      );
      return { confirmed: null, answers };
    },
    sign: () => null,
    finds: [findOf(village, today)],
  };
}

/** A child that the village met and that is on no list: it came with parents who work on a building site. */
function findOf(village: CampaignOptions['village'], today: Day): BroughtCampaign['finds'][number] {
  const birthDay = `${Number(today.slice(0, 4)) - 9}-05-18`;
  const find: BroughtCampaign['finds'][number]['find'] = {
    ...{
      path: village.path,
      name: '邵小满',
      sex: '2',
      birthDay,
      idNumber: '',
      guardian: '邵大叔',
      phone: '',
      address: '村东头租的房',
    },
    ...{ outcome: 'out-of-school', place: '', note: '跟着打工的父母年后搬来，还没联系学校。', foundDay: later(today, -1) },
  };
  return { find, as: 'village', by: village.userId, at: at(later(today, -1), 1000) };
}

/** The account of a class teacher has the id of its class. */
function teacherOf(path: string): string {
  return path.split('/')[2] ?? '';
}

/** And the account of a head that of its school. */
function headOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** A stream of its own for each place, so that one place more moves no other. */
function streamOf(seed: number, stream: number, path: string): Rng {
  let position = 0;
  for (const letter of path) position = (Math.imul(position, 31) + letter.charCodeAt(0)) | 0;
  return makeRng(seed, stream, position);
}

function later(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** So many minutes after midnight, in China. */
function at(day: Day, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000);
}

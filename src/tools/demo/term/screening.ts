import type { Day } from '../../../kernel/day';
import type { BroughtAnswer, BroughtCampaign, BroughtWords } from '../../../modules/screening/server';
import { draw, makePool, makeRng, type Rng } from '../random';

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

/**
 * 开学报到 of the running term, over and signed; 八九年级 running; one township's visits running, with a child on no list; its visits before
 * term, over, with children on no list who are settled; and its visits to 重点人群, running.
 */
export function campaignsOf(options: CampaignOptions): readonly BroughtCampaign[] {
  return [openingOf(options), gradesOf(options), visitsOf(options), beforeTermOf(options), markedOf(options)];
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
    questions: [{ text: '孩子平时跟谁住', kind: 'choice', choices: livesWith, must: true }],
    started: { by: officer, at: at(from, 520) },
    closed: null,
    say: visited({ seed, stream: 83, from, days: 3, share: VISITED, village, township }, (rng) => [
      { no: 1, says: draw(livesWithPool, rng) },
    ]),
    sign: () => null,
    finds: [findOf(village, today)],
  };
}

const livesWith = ['爸爸妈妈', '爸爸或妈妈', '爷爷奶奶或外公外婆', '别的人'];
const livesWithPool = makePool(livesWith, (at) => [52, 21, 25, 2][at] ?? 0);

type Visits = Pick<CampaignOptions, 'seed' | 'village' | 'township'> & {
  readonly stream: number;
  readonly from: Day;
  readonly days: number;
  readonly share: number;
};

/** What visits found; with what was replied to the questions of the campaign. */
function visited(
  { seed, stream, from, days, share, village, township }: Visits,
  replies: (rng: Rng) => BroughtAnswer['replies'],
): BroughtCampaign['say'] {
  return ({ path, children, schooled }): BroughtWords => {
    const rng = streamOf(seed, stream, path);
    const mine = path === village.path;
    const who = mine ? ({ by: village.userId, as: 'village' } as const) : ({ by: township.userId, as: 'township' } as const);
    // Only of whom nothing is in doubt: where a child is known to be in school, that it is tells nothing.
    const met = children.filter((childId) => rng.chance(share) && schooled.has(childId));
    const answers = new Map(
      met.map((childId): [string, BroughtAnswer] => {
        const day = later(from, rng.int(days));
        const word = { ...who, answer: 'in-county-enrolled', foundDay: day, single: true } as const;
        return [childId, { ...word, at: at(day, 480 + rng.int(500)), replies: replies(rng) ?? [] }];
      }),
    );
    return { confirmed: null, answers };
  };
}

/** Before term each family of the township was asked whether the child is ready for it. */
function beforeTermOf({ seed, opened, officer, village, township }: CampaignOptions): BroughtCampaign {
  const [from, until] = [later(opened, -14), later(opened, -3)];
  const ways = ['走路', '家里接送', '坐校车', '住校'];
  const pool = makePool(ways, (at) => [40, 32, 20, 8][at] ?? 0);
  return {
    plan: {
      template: 'before-term',
      method: 'home',
      name: '2025年春季开学前摸排',
      places: [township.path],
      grades: [],
      from,
      until,
    },
    questions: [
      { text: '学习用品备齐了吗', kind: 'yes-no', choices: [], must: true },
      { text: '开学怎么到校', kind: 'choice', choices: ways, must: false },
    ],
    started: { by: officer, at: at(from, 540) },
    closed: { by: officer, at: at(until, 1040), reason: '期限已到，没走访到的转核查任务' },
    say: visited({ seed, stream: 84, from, days: 11, share: 0.985, village, township }, (rng) => [
      { no: 1, says: rng.chance(0.93) ? 'yes' : 'no' },
      ...(rng.chance(0.9) ? [{ no: 2, says: draw(pool, rng) }] : []),
    ]),
    sign: () => null,
    finds: settledFinds(village, officer, later(opened, -6)),
  };
}

/** Visits to children in marked groups: to the village a special campaign like any other. */
function markedOf({ seed, today, officer, village, township }: CampaignOptions): BroughtCampaign {
  const from = later(today, -4);
  const troubles = ['没有', '奶奶身体不好，接送靠邻居', '爸妈在外打工，过年才回', '冬天路不好走', '想要一张书桌'];
  return {
    plan: {
      template: 'marked-groups',
      method: 'home',
      name: '春季重点人群走访',
      places: [township.path],
      grades: [],
      marks: ['left-behind', 'orphan', 'hardship'],
      from,
      until: later(today, 9),
    },
    questions: [{ text: '家里现在有什么难处', kind: 'text', choices: [], must: false }],
    started: { by: officer, at: at(from, 560) },
    closed: null,
    say: visited({ seed, stream: 85, from, days: 4, share: 0.6, village, township }, (rng) =>
      rng.chance(0.7) ? [{ no: 1, says: rng.pick(troubles) }] : [],
    ),
    sign: () => null,
    finds: [],
  };
}

/** Three children whom the village met before term: one is known by another name, one was entered, one is none of the county's. */
function settledFinds(village: CampaignOptions['village'], officer: string, day: Day): BroughtCampaign['finds'] {
  const met = { path: village.path, idNumber: '', phone: '', place: '', foundDay: day } as const;
  const told = { as: 'village', by: village.userId, at: at(day, 900) } as const;
  const word = { by: officer, at: at(later(day, 2), 600), reason: '' };
  const year = Number(day.slice(0, 4));
  return [
    {
      ...told,
      find: {
        ...{ ...met, name: '石头', sex: '1', birthDay: null, guardian: '爷爷', address: '3 组', outcome: 'in-county-enrolled' },
        note: '只知道小名，跟爷爷住。',
      },
      settled: { ...word, verdict: 'known' },
    },
    {
      ...told,
      find: {
        ...{ ...met, name: '康小禾', sex: '2', birthDay: `${year - 8}-09-23`, guardian: '康大山', address: '5 组 7 号' },
        ...{ outcome: 'in-county-unregistered', note: '年前随父母从外地搬回，在镇小学跟班上课，学籍还没转来。' },
      },
      settled: { ...word, verdict: 'entered' },
    },
    {
      ...told,
      find: {
        ...{ ...met, name: '史小路', sex: '1', birthDay: `${year - 11}-04-06`, guardian: '姑姑', address: '2 组' },
        ...{ outcome: 'other', note: '放假来姑姑家住。' },
      },
      settled: { ...word, verdict: 'dismissed', reason: '寒假走亲戚，户籍和学籍都在邻县' },
    },
  ];
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

import type { Sentence } from '../../../kernel/refusal';
import { grantFaults } from '../grants/rules';
import type { Places } from '../places';
import { type Role, roleFacts, roleNames } from '../roles';

/** One line of a sheet of accounts as people wrote it. A role in its Chinese or English name; days like 2025-09-01. */
export type BatchRow = {
  readonly row: number;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly role: string;
  readonly place: string;
  /** of a class teacher the class in the school */ readonly inside: string;
  readonly fromDay: string;
  readonly untilDay: string;
};

type BatchColumn = Exclude<keyof BatchRow, 'row'>;

/** What is wrong with a cell: where, what stands there, and what to do. */
export type BatchProblem = Sentence & { readonly row: number; readonly column: BatchColumn; readonly value: string };

/** What is known of a login before the sheet. */
export type Known = {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly grants: readonly { role: Role; path: string }[];
};

/** A right that a line asks for. */
export type BatchGrant = {
  readonly login: string;
  readonly role: Role;
  readonly path: string;
  readonly fromDay: string;
  readonly untilDay: string;
};

/** What a sheet would do. `unchanged` counts rights that are there already. */
export type BatchPlan = {
  readonly newAccounts: readonly { readonly login: string; readonly name: string; readonly unit: string }[];
  readonly knownLogins: readonly string[];
  readonly grants: readonly BatchGrant[];
  readonly unchanged: number;
  readonly problems: readonly BatchProblem[];
};

type Situation = {
  readonly countyId: string;
  readonly today: string;
  readonly places: Places;
  readonly known: ReadonlyMap<string, Known>;
  /** who uploads it: nobody gives rights to himself */ readonly own: string;
};

/** Letters of any script, digits and `. _ - @` between them; two to forty. */
const loginForm = /^[\p{L}\p{N}](?:[\p{L}\p{N}._@-]{0,38}[\p{L}\p{N}])$/u;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Looks at all lines together and says what would come of them, and what is wrong line by line. Logins are in their one form. */
export function planBatch(rows: readonly BatchRow[], situation: Situation): BatchPlan {
  const problems: BatchProblem[] = [];
  const people = new Map<string, BatchRow>();
  const grants: BatchGrant[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const say = (column: BatchColumn, says: Sentence) => problems.push({ row: row.row, column, value: row[column], ...says });
    checkPerson(row, people, situation, say);
    const grant = grantOf(row, situation, say);
    if (grant === null) continue;
    const before = situation.known.get(row.login)?.grants ?? [];
    const same = ({ role, path }: { role: Role; path: string }) => role === grant.role && path === grant.path;
    if (before.some(same)) unchanged++;
    else if (grants.some((other) => other.login === row.login && same(other))) say('role', words.twice);
    else grants.push(grant);
  }
  const all = [...people.values()];
  const newAccounts = all
    .filter(({ login }) => !situation.known.has(login))
    .map(({ login, name, unit }) => ({ login, name, unit }));
  const knownLogins = all.filter(({ login }) => situation.known.has(login)).map(({ login }) => login);
  return { newAccounts, knownLogins, grants, unchanged, problems };
}

type Say = (column: BatchColumn, says: Sentence) => void;

function checkPerson(row: BatchRow, people: Map<string, BatchRow>, { known, own }: Situation, say: Say): void {
  const { login, name, unit } = row;
  if (!loginForm.test(login)) say('login', words.badLogin);
  if (login === own) say('login', words.own);
  const there = known.get(login);
  if (there?.isDisabled) say('login', words.disabled);
  if (there !== undefined && there.name !== name) say('name', words.otherPerson);
  if (name === '' || name.length > 40) say('name', words.noName);
  if (there === undefined && (unit === '' || unit.length > 60)) say('unit', words.noUnit);
  const before = people.get(login);
  if (before !== undefined && (before.name !== name || before.unit !== unit)) say('login', words.twoPeople);
  people.set(login, before ?? row);
}

function grantOf(row: BatchRow, { countyId, today, places, known }: Situation, say: Say): BatchGrant | null {
  if (row.role === '') return null;
  const role = roleNames.find((name) => [name, roleFacts(name).says.zh, roleFacts(name).says.en].includes(row.role));
  if (role === undefined) {
    say('role', words.badRole);
    return null;
  }
  const { tree, depth, administrator } = roleFacts(role);
  if (administrator) say('role', words.administrator);
  if (known.get(row.login)?.grants.some((grant) => roleFacts(grant.role).administrator)) say('role', words.offices);
  for (const column of ['fromDay', 'untilDay'] as const) if (!isDay(row[column])) say(column, words.badDay);
  if (!isDay(row.fromDay) || !isDay(row.untilDay)) return null;
  const found = places.find(tree, depth, row.place, row.inside, row.fromDay);
  const [place] = found;
  if (place === undefined || found.length > 1) {
    say(depth === 3 && tree === 'school' ? 'inside' : 'place', place === undefined ? words.noPlace : words.manyPlaces);
    return null;
  }
  const { fromDay, untilDay } = row;
  const faults = grantFaults(countyId, { role, path: place.path, fromDay, untilDay }, today);
  for (const { path, zh, en } of faults) say(path === 'path' ? 'place' : path, { zh, en });
  return { login: row.login, role, path: place.path, fromDay, untilDay };
}

function isDay(text: string): boolean {
  return dayForm.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

const words = {
  badLogin: {
    zh: '登录名要 2 到 40 个字，用字母、数字、汉字，中间可以有 . _ - @，请改正。',
    en: 'A login has 2 to 40 letters or digits, with . _ - @ between them.',
  },
  own: { zh: '不能给自己建账号或授权，请删去这一行。', en: 'Nobody makes an account or a right for himself: delete this row.' },
  disabled: {
    zh: '这个账号已停用，请先启用，或删去这一行。',
    en: 'This account is disabled: enable it first, or delete this row.',
  },
  otherPerson: {
    zh: '这个登录名已属于另一个姓名，请换一个登录名，或把姓名改成一致。',
    en: 'This login belongs to another name: choose another login, or make the names agree.',
  },
  noName: { zh: '请填姓名，最多 40 个字。', en: 'A name is needed, at most 40 characters.' },
  noUnit: { zh: '请填单位，最多 60 个字。', en: 'A unit is needed, at most 60 characters.' },
  twoPeople: {
    zh: '同一个登录名在上面写了不同的姓名或单位，请改成一致，或换一个登录名。',
    en: 'This login stands above with another name or unit: make them agree, or choose another login.',
  },
  twice: {
    zh: '同一个人的同一项授权写了两次，请删去一行。',
    en: 'The same right of the same person stands here twice: delete one.',
  },
  badRole: { zh: '没有这个岗位，请从“说明”页的岗位里选一个。', en: 'There is no such role: take one from the second sheet.' },
  administrator: {
    zh: '管理员岗位不能成批授权，请到“授权”里单独申请。',
    en: 'The offices of administrators are asked for one by one, under "Grants".',
  },
  offices: {
    zh: '这个人是管理员，不能兼业务岗位，请换一个人。',
    en: 'This person is an administrator and does no other work here: choose somebody else.',
  },
  badDay: { zh: '日期要写成 2025-09-01，请改正。', en: 'Write the day like 2025-09-01.' },
  noPlace: {
    zh: '没有找到这个单位（或班级），请写代码，或与系统里一字不差的名称。',
    en: 'No such place (or class): write its code, or its name exactly as in the system.',
  },
  manyPlaces: { zh: '有几个单位叫这个名字，请改写代码。', en: 'Several places have this name: write the code.' },
} as const;

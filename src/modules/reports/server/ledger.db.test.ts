import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '../../../platform/access/testing/raw-store';
import { type Context, openDatabase } from '../../../platform/db';
import { LedgerFilter, type LedgerQuery, type LedgerRow, type LedgerView } from '../contract';
import { careStates, ledgerStates, openStates, type ShownState } from '../rules/ledgers';
import { ExportDesk } from '../testing/desk';
import { LedgerCounty, type MadeChild } from '../testing/ledger-county';
import { countLedgers, readLedger } from './ledger-actions';

let county: LedgerCounty;
beforeAll(async () => {
  county = await LedgerCounty.open(180);
}, 60_000);
afterAll(() => county.close());

type Wish = Partial<LedgerQuery>;

function page(who: Context, wish: Wish = {}, size = 200, number = 1): Promise<LedgerView> {
  return readLedger(county.db, who, 'school-age', { ...LedgerFilter.parse({}), ...wish, size, page: number });
}

/** Every row that a person can page to. */
async function all(who: Context, wish: Wish = {}, size = 200): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let number = 1; ; number++) {
    const { rows: more, total } = await page(who, wish, size, number);
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return rows;
  }
}

const ids = (rows: readonly { readonly childId: string }[]) => rows.map((row) => row.childId).sort();
const made = (children: readonly MadeChild[]) => children.map((child) => child.id).sort();

/** Everybody sees his own, whole. */
async function expectOwnPlaces(): Promise<void> {
  const { people } = county;
  const inSchool = (child: MadeChild) => child.school.startsWith('211324/s1/');
  expect(ids(await all(people.officer))).toEqual(made(county.inRoll()));
  expect(ids(await all(people.leader))).toEqual(made(county.inRoll()));
  for (const who of [people.registrar, people.principal, people.inspector])
    expect(ids(await all(who))).toEqual(made(county.inRoll(inSchool)));
  expect(ids(await all(people.otherRegistrar))).toEqual(made(county.inRoll((child) => child.school.startsWith('211324/s2/'))));
  expect(ids(await all(people.teacher))).toEqual(made(county.inRoll((child) => child.school === '211324/s1/s1c1/')));
  expect(ids(await all(people.township))).toEqual(made(county.inRoll((child) => child.area.startsWith('211324/211324101/'))));
}

it('shows to everybody the children of his own places, and no other', expectOwnPlaces);

it('gives what going through all children one by one gives, whatever is chosen and however it is paged', async () => {
  const { officer, registrar, township } = county.people;
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length + 1)];
  const names = ['王', '一', 'wang', 'wyn', 'ouyang', '诺', 'zz'];
  for (let at = 0; at < 60; at++) {
    const wish: Wish = {
      ...defined('area', pick(['211324101', '211324102201', '211324102'], at * 7)),
      ...defined('school', pick(['s1', 's3'], at * 5)),
      ...defined('q', at % 3 === 0 ? pick(names, at) : undefined),
      // An address may say the same grade twice.
      ...(at % 4 === 1 ? { grade: at % 8 === 1 ? [2, 1 + (at % 3)] : [1 + (at % 3)] } : {}),
      ...(at % 5 === 2 ? { state: ['unplaced', 'in-school'] as ShownState[] } : {}),
      ...(at % 6 === 3 ? { only: 'open' as const } : {}),
    };
    for (const who of [officer, registrar, township]) {
      const mine = scopeTest(who);
      const wanted = county.inRoll((child) => mine(child) && fits(child, wish));
      expect(ids(await all(who, wish, 7)), JSON.stringify(wish)).toEqual(made(wanted));
      expect((await page(who, wish)).total, JSON.stringify(wish)).toBe(wanted.length);
    }
  }
});

it('counts as many as the roll of the same place and day', async () => {
  const { people } = county;
  for (const who of Object.values(people)) {
    const { counts } = await countLedgers(county.db, who);
    const view = await page(who);
    expect(view.total + view.elsewhere).toBe(counts['school-age']);
    expect((await all(who)).length).toBe(view.total);
  }
});

it('puts rows in the order that is asked for, both ways, page after page without a gap or a double', async () => {
  const { officer } = county.people;
  const gradeOf = new Map(county.children.map((child) => [child.id, child.grade ?? 99]));
  const known = (place: string) => place !== '';
  const byPlace = (await areas(officer, {})).filter(known);
  expect(byPlace.map(villageLast)).toEqual(byPlace.map(villageLast).sort());
  const down = (await areas(officer, { sort: '-place' })).filter(known);
  expect(down.map(villageLast)).toEqual(down.map(villageLast).sort().reverse());
  const byGrade = (await all(officer, { sort: 'grade', area: '211324101' }, 9)).map((row) => gradeOf.get(row.childId));
  expect(byGrade).toEqual([...byGrade].sort((a = 0, b = 0) => a - b));
});

it('puts those last whose home or school nobody knows, whichever way the list goes', async () => {
  const { officer, registrar } = county.people;
  const wishes: readonly Wish[] = [{}, { sort: '-place' }, { grade: [1, 2, 3], sort: '-place' }];
  for (const wish of wishes) {
    for (const who of [officer, registrar]) {
      const homes = (await areas(who, wish)).map((area) => area === '');
      expect(homes.filter(Boolean).length).toBeGreaterThan(0);
      expect(homes, JSON.stringify(wish)).toEqual([...homes].sort((a, b) => Number(a) - Number(b)));
    }
  }
  for (const sort of ['school', '-school'] as const) {
    const schools = (await all(officer, { sort }, 9)).map((row) => row.school === '');
    expect(schools.filter(Boolean).length).toBeGreaterThan(0);
    expect(schools, sort).toEqual([...schools].sort((a, b) => Number(a) - Number(b)));
  }
  for (const sort of ['place', '-place'] as const) {
    const villages = (await areas(officer, { sort, area: '211324101' })).map((area) => area.split('/').length < 4);
    expect(villages.filter(Boolean).length).toBeGreaterThan(0);
    expect(villages, sort).toEqual([...villages].sort((a, b) => Number(a) - Number(b)));
  }
});

it('ends a workbook with those whose home nobody knows, and each township with those without a village', async () => {
  const { officer, leader } = county.people;
  const desk = new ExportDesk(county);
  const { rows } = await desk.take(officer, await desk.ready(officer, leader));
  // Behind 户籍派出所 stand 乡镇(街道) and 村(社区).
  const homes = rows.map((cells) => [cells[1] ?? '', cells[2] ?? ''] as const);
  const nowhere = county.inRoll((child) => child.area === '').length;
  expect(homes.slice(-nowhere)).toEqual(Array.from({ length: nowhere }, () => ['', '']));
  expect(homes.slice(0, -nowhere).every(([township]) => township !== '')).toBe(true);
  for (const township of new Set(homes.slice(0, -nowhere).map(([name]) => name))) {
    const named = homes.filter(([name]) => name === township).map(([, village]) => village !== '');
    expect([named[0], named.at(-1)]).toEqual([true, false]);
    expect(named).toEqual([...named].sort((a, b) => Number(b) - Number(a)));
  }
});

/** Where the children of a list live, page after page. */
async function areas(who: Context, wish: Wish): Promise<readonly string[]> {
  const areaOf = new Map(county.children.map((child) => [child.id, child.area]));
  return (await all(who, wish, 9)).map((row) => areaOf.get(row.childId) ?? '');
}

/** A place as it is put in order: a township's children without a village come after those with one. */
function villageLast(area: string): string {
  return area.split('/').length < 4 ? `${area}~` : area;
}

it('tells nobody without the duty who is disabled or ill, by a row as little as by a filter', async () => {
  const { people } = county;
  for (const who of [people.township, people.teacher, people.inspector]) {
    const shown = new Set((await all(who)).map((row) => row.state));
    expect(careStates.filter((state) => shown.has(state))).toEqual([]);
    const mine = county.inRoll(scopeTest(who));
    const placed = made(mine.filter((child) => careStates.includes(child.state)));
    for (const state of [...careStates, 'placed' as const]) expect(ids(await all(who, { state: [state] }))).toEqual(placed);
  }
  expect(new Set((await all(people.registrar)).map((row) => row.state)).has('home-teaching')).toBe(true);
});

it('holds nothing in a row but who the child is, where it learns and where it stands', async () => {
  const [row] = await all(county.people.officer);
  expect(Object.keys(row ?? {}).sort()).toEqual(
    'birthYear childId className grade name school sex since state township village'.split(' '),
  );
});

it('speaks of past days and of no day to come, and of none before the first list', async () => {
  const { officer } = county.people;
  expect((await page(officer, { day: '2025-03-05' })).total).toBe(county.inRoll().length);
  await expect(page(officer, { day: '2025-03-11' })).rejects.toMatchObject({ code: 'no-such-day' });
  await expect(page(officer, { day: '2019-03-11' })).rejects.toMatchObject({ code: 'no-such-day' });
});

it('is empty for the two ledgers of cases until there are cases', async () => {
  const { officer } = county.people;
  for (const ledger of ['suspected', 'dropout'] as const) {
    const view = await readLedger(county.db, officer, ledger, { ...LedgerFilter.parse({}), size: 50, page: 1 });
    expect([view.rows, view.total]).toEqual([[], 0]);
  }
  expect(ledgerStates.suspected).toEqual(['suspected-dropout']);
});

it('shows the same where the database knows no row-level security', async () => {
  const owner = openDatabase(county.house.owner, () => undefined);
  try {
    for (const table of ['child', 'child_name_key', 'standing_interval', 'roll_count'])
      await rawSql(owner, `alter table ${table} disable row level security`);
    await expectOwnPlaces();
  } finally {
    await owner.close();
  }
});

function defined<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: T });
}

function scopeTest(who: Context): (child: MadeChild) => boolean {
  const [grant] = who.actor?.grants ?? [];
  const { tree, path = '' } = grant ?? {};
  if (tree === 'county') return () => true;
  return (child) => (tree === 'area' ? child.area : child.school).startsWith(path);
}

function fits(child: MadeChild, { area, school, q, grade = [], state = [], only }: Wish): boolean {
  return (
    (area === undefined || child.area.split('/').some((part) => part === area)) &&
    (school === undefined || child.school.startsWith(`211324/${school}/`)) &&
    (grade.length === 0 || (child.grade !== null && grade.includes(child.grade))) &&
    (state.length === 0 || state.includes(child.state)) &&
    (only === undefined || openStates.includes(child.state)) &&
    (q === undefined || isCalled(child.name, q))
  );
}

/** What a person means by the names of this test: a surname, a given name or its beginning, pinyin, initials. */
function isCalled(name: string, typed: string): boolean {
  const meant: Readonly<Record<string, (name: string) => boolean>> = {
    王: (one) => one.startsWith('王'),
    一: (one) => one.endsWith('一诺'),
    wang: (one) => one.startsWith('王'),
    wyn: (one) => one === '王一诺',
    ouyang: (one) => one.startsWith('欧阳'),
    诺: (one) => one.endsWith('诺敏'),
    zz: () => false,
  };
  return meant[typed]?.(name) ?? false;
}

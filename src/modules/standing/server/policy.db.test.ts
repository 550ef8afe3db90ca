import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertCounty } from '../../../platform/county';
import { type Database, openDatabase, readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { callerOf } from '../../area/testing/calling';
import type { PolicyView, RollCallView, StandingView } from '../contract';
import { emptyCounty } from '../testing/kept-roll-store';
import { newestPolicyLine, overwriteVersions } from '../testing/policy-rows-store';
import { ToldCounty } from '../testing/told-county-store';
import { countChildren } from './count-children';
import { addVersion, listVersions } from './policy-store';
import { routes } from './routes';

const home = '211324/211324101/211324101201/';
const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: '211324/sa/a1/' });

let house: TestHouse;
let owner: Database;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;
beforeAll(async () => {
  house = await testHouse();
  owner = openDatabase(house.owner, () => undefined);
  county = new ToldCounty(house);
  call = callerOf(house, routes);
});
afterAll(async () => {
  await owner.close();
  await house.close();
});
beforeEach(async () => {
  await emptyCounty(owner);
  // Learns elsewhere: proven and accepted on 15 February, for 180 days.
  house.at(new Date('2025-02-15T02:00:00Z'));
  await county.add({ away: '2014-11-20' }, { area: home });
  const place = { day: '2025-02-10', kind: 'home', body: { area: home } };
  const answer = { task: 't', outcome: 'out-of-province', proofs: ['receiving-school'] };
  const [, told] = await county.tell('away', place, {
    ...{ day: '2025-02-14', kind: 'answer', source: 'township', body: answer },
  });
  await county.tell('away', {
    ...{ day: '2025-02-15', kind: 'decision', source: 'bureau', body: { answer: told, verdict: 'accepted' } },
  });
  await count();
  house.at(new Date('2025-03-10T02:00:00Z'));
});

const count = () => countChildren({ db: house.db, context: house.system });
const read = (who = bureau) => call<PolicyView>(who, 'GET /api/standing-policy');
const set = (body: object, who = bureau) =>
  call<PolicyView>(who, 'POST /api/standing-policy/versions', {
    body: { from: '2025-04-01', document: '喀教发〔2025〕12号', reason: '局务会定', version: 0, ...body },
  });
const rollOn = (day: string) => call<RollCallView>(bureau, 'GET /api/roll-call', { query: { tree: 'area', day } });
const statesOn = async (day: string) =>
  (await rollOn(day)).roll.terms.flatMap(({ state, count: children }) => (children === 0 ? [] : [`${state} ${children}`]));
const numberOf = (view: PolicyView, key: string) => view.numbers.find((number) => number.key === key);

describe('a new version', () => {
  it('counts the county again: the roll is another from its day on, and the days before it stay', async () => {
    expect([await statesOn('2025-03-31'), await statesOn('2025-04-01')]).toEqual([['elsewhere 1'], ['elsewhere 1']]);
    await set({ changes: { elsewhere: 30 } });
    expect((await rollOn('2025-03-10')).recounting).toBe(true);
    expect(await count()).toBe(1);
    expect((await rollOn('2025-03-10')).recounting).toBe(false);
    expect([await statesOn('2025-03-20'), await statesOn('2025-03-31')]).toEqual([['elsewhere 1'], ['elsewhere 1']]);
    expect([await statesOn('2025-04-01'), await statesOn('2025-07-01')]).toEqual([['to-verify 1'], ['to-verify 1']]);
    const standing = (day: string) =>
      call<StandingView>(bureau, 'GET /api/children/:id/standing', { params: { id: 'away' }, query: { day } });
    expect([(await standing('2025-03-31')).state, (await standing('2025-04-01')).rule.id]).toEqual([
      ...['elsewhere', 'proof-expired'],
    ]);
    expect(await count()).toBe(0);
  });

  it('says what holds today and what is to come, and keeps every version before it', async () => {
    await set({ changes: { elsewhere: 90 }, from: '2025-03-10' });
    const view = await set({ changes: { elsewhere: 60, abroad: 400 }, from: '2025-09-01', version: 1, document: '会议纪要3' });
    expect(view).toEqual(await read());
    expect(view).toMatchObject({ version: 2, today: '2025-03-10', earliest: '2025-09-01', latest: '2026-08-31' });
    expect(numberOf(view, 'elsewhere')).toMatchObject({
      ...{ value: 90, label: 'county', confirmed: true, source: { zh: '喀教发〔2025〕12号' } },
      ...{ setBy: { from: '2025-03-10' }, coming: { from: '2025-09-01', value: 60 }, newest: { value: 60 } },
    });
    expect(numberOf(view, 'abroad')).toMatchObject({ value: 366, setBy: null, coming: { value: 400 }, confirmed: false });
    expect(view.versions.map(({ from, document, changes }) => [from, document, changes])).toEqual([
      [
        ...['2025-09-01', '会议纪要3'],
        [
          { key: 'elsewhere', before: 90, after: 60 },
          { key: 'abroad', before: 366, after: 400 },
        ],
      ],
      ['2025-03-10', '喀教发〔2025〕12号', [{ key: 'elsewhere', before: 180, after: 90 }]],
    ]);
  });

  it('leaves a line in the trail with who, what, from when and why', async () => {
    await set({ changes: { elsewhere: 60 } });
    expect(await newestPolicyLine(owner)).toEqual({
      ...{ user_id: bureau.actor.userId, object: 'standing-policy:1', reason: '局务会定' },
      detail: { from: '2025-04-01', document: '喀教发〔2025〕12号', numbers: { elsewhere: { from: 180, to: 60 } } },
    });
  });
});

it('a suggestion confirmed as it is moves nobody, and is the county’s own from then on', async () => {
  const view = await set({ changes: { elsewhere: 180, lasting: null }, from: '2025-03-10' });
  for (const key of ['elsewhere', 'lasting'])
    expect(numberOf(view, key)).toMatchObject({ label: 'county', confirmed: true, setBy: { from: '2025-03-10' } });
  expect(numberOf(view, 'abroad')).toMatchObject({ label: 'suggested', confirmed: false });
  await count();
  expect(await statesOn('2025-08-14')).toEqual(['elsewhere 1']);
  expect(await statesOn('2025-08-15')).toEqual(['to-verify 1']);
});

describe('is refused', () => {
  const refusedBy = (body: object) => set({ changes: { elsewhere: 60 }, ...body });

  it('with one sentence, and nothing is kept', async () => {
    const cases = [
      { body: { changes: { elsewhere: 3650 } }, says: '没有保存：请填 30 到 366 之间的整数。' },
      { body: { changes: { suspension: 400 } }, says: /^没有保存：不能超过 366 天：《辽宁省/ },
      { body: { changes: { lasting: 30 } }, says: '没有保存：这一项不能设成这个值。' },
      { body: { from: '2025-03-09' }, says: /^没有保存：过去的日子/ },
      { body: { from: '2027-01-01' }, says: /^没有保存：最晚到 2026-08-31/ },
    ];
    for (const { body, says } of cases)
      await expect(refusedBy(body)).rejects.toMatchObject({
        ...{ kind: 'unprocessable', says: { zh: says instanceof RegExp ? expect.stringMatching(says) : says } },
      });
    await expect(refusedBy({ changes: {} })).rejects.toThrow();
    await expect(refusedBy({ document: ' ' })).rejects.toThrow();
    expect((await read()).versions).toEqual([]);
  });

  it('before the day of the newest version', async () => {
    await set({ changes: { elsewhere: 60 }, from: '2025-05-01' });
    const body = { changes: { abroad: 400 }, from: '2025-04-30', version: 1 };
    await expect(set(body)).rejects.toMatchObject({ extra: { fields: [{ path: 'from' }] } });
  });

  it('of two at once the second, and one who has not seen the newest', async () => {
    const tries = await Promise.allSettled([set({ changes: { elsewhere: 60 } }), set({ changes: { elsewhere: 90 } })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } });
    await expect(set({ changes: { abroad: 400 } })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await read()).versions).toHaveLength(1);
  });

  it('by the database, where anybody would change or remove a version, or set one without being of the bureau', async () => {
    await set({ changes: { elsewhere: 60 } });
    await expect(overwriteVersions(house, 'change')).rejects.toThrow('permission denied');
    await expect(overwriteVersions(house, 'remove')).rejects.toThrow('permission denied');
    const added = { version: 2, from: '2025-04-01', changes: { abroad: 400 }, document: '无', reason: '无' };
    const byTeacher = transact(house.db, teacher, async (trx) => {
      const result = await addVersion(trx, { ...added, setBy: teacher.actor.userId, setAt: trx.now });
      return { result, changes: [] };
    });
    await expect(byTeacher).rejects.toThrow('row-level security');
  });
});

it('is read by whoever calls a roll, and is not that of another county', async () => {
  const other = { ...house.db, countyId: '211399' };
  await transact(other, house.system, async (trx) => {
    await insertCounty(trx, { countyId: '211399', name: '邻县', demo: false, clockShiftMs: 0 });
    const version = { version: 1, from: '2025-01-01', changes: { elsewhere: 30 }, document: '邻县文件', reason: '邻县' };
    await addVersion(trx, { ...version, setBy: 'u', setAt: trx.now });
    return { result: undefined, changes: [] };
  });
  expect(await readAs(other, house.system, listVersions)).toHaveLength(1);
  const view = await read(teacher);
  expect([view.version, view.versions, numberOf(view, 'elsewhere')?.value]).toEqual([0, [], 180]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../kernel/refusal';
import { type Context, readAs, transact } from '../../../platform/db';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { factsOfChildren } from '../../children/server/index';
import type { ReviewView } from '../review-contract';
import { aPair, aRow, aRun } from '../testing/a-review';
import { Bureau, type Lists } from '../testing/bureau';
import { aCounty, enrolmentOf } from '../testing/county';
import { idOf, type Row } from '../testing/factories';
import { listAlike } from './alike';
import { decide, decideAlike, takeBack, takeGroupBack } from './decisions';
import { findReview, listReviews } from './review-queries-store';
import { reviewView } from './review-views';
import { findRun } from './run-store';

const county = aCounty(260);

/** Each test has two rows of its own; those of the test before are gone from the lists. */
let test = 400;
let li: Row;
let stranger: Row;
let lists: Lists;

const aBoy = (sequence: number): Row => ({
  ...{ name: '李宏伟', birth: '2013-03-05', sex: '男', idNumber: idOf('2013-03-05', sequence) },
  ...{ guardian1Name: '李建国', guardian1Phone: '13912340001', township: '水泉镇', village: '桥子' },
});
/** Somebody else in everything but the number: a person has to say who it is. */
const strangerWith = ({ idNumber = '' }: Row): Row => ({
  ...{ name: '赵雪', birth: '2012-11-30', sex: '女', idNumber },
  ...{ guardian1Name: '赵德全', guardian1Phone: '13912340003', township: '南哨镇', village: '河东' },
});

const listsWith = (household: readonly Row[], enrolment: readonly Row[]): Lists => ({
  household: [...county.household, ...household],
  enrolment: [...county.enrolment, ...enrolment],
});

let bureau: Bureau;
beforeAll(async () => {
  bureau = await Bureau.open();
});
afterAll(() => bureau.close());

const everything = { page: 1, size: 50 } as const;
const read = <T>(work: Parameters<typeof readAs<T>>[2]) => readAs(bureau.house.db, bureau.officer, work);
const pairs = (state: 'open' | 'waiting' | 'decided' | 'gone') =>
  read(async (trx) => (await listReviews(trx, { ...everything, state })).rows);
const see = (id: string) =>
  read(async (trx): Promise<ReviewView> => {
    const review = await findReview(trx, id);
    if (review === undefined) throw new Error(`there is no review ${id}`);
    return reviewView(trx, bureau.house.ring, review);
  });
const changes = (no: number) => read(async (trx) => (await findRun(trx, { no }))?.changes);
const say = (review: { id: string; version: number }, answer: 'same' | 'different' | 'unsure', who: Context = bureau.officer) =>
  decide(bureau.house.db, bureau.house.ring, who, review.id, { answer, reason: '看过户口簿', version: review.version });
const undo = (review: { id: string; version: number }) =>
  takeBack(bureau.house.db, bureau.house.ring, bureau.officer, review.id, { version: review.version });
const refusal = async (doing: Promise<unknown>): Promise<Refusal> =>
  doing.then(
    () => Promise.reject(new Error('it was done')),
    (error: Refusal) => error,
  );

/** The one pair that waits. */
async function theOpenOne(): Promise<ReviewView> {
  const open = await pairs('open');
  expect(open).toHaveLength(1);
  return see(open[0]?.review_id ?? '');
}

/** What was told of the doubt to the children of a pair, oldest first: that it is there, or there no more. */
async function doubts({ id, left, right }: ReviewView): Promise<boolean[][]> {
  const facts = await read((trx) => factsOfChildren(trx, [left.childId, right.childId]));
  const own = (childId: string) => (facts.get(childId) ?? []).filter(({ kind, body }) => kind === 'review' && body.pair === id);
  return [left.childId, right.childId].map((childId) => own(childId).map(({ body }) => body.open === true));
}

beforeEach(async () => {
  test += 2;
  li = aBoy(test + 1);
  stranger = strangerWith(li);
  lists = listsWith([li], [enrolmentOf(stranger)]);
  await bureau.compare(lists);
});

describe('a pair', () => {
  it('shows both rows side by side, numbers masked and yet compared', async () => {
    const review = await theOpenOne();
    const line = (field: string) => review.lines.find((one) => one.field === field);
    expect(line('name')).toEqual({ field: 'name', left: '李宏伟', right: '赵雪', masked: false, mark: 'differs' });
    expect(line('birthDay')).toMatchObject({ left: '2013-03-05', mark: 'differs' });
    expect(line('idNumber')).toMatchObject({ masked: true, mark: 'same' });
    expect(line('guardianPhone')).toMatchObject({ masked: true, mark: 'slip' });
    const text = JSON.stringify(review);
    for (const secret of [li.idNumber ?? '', '13912340001', '13912340003', '李建国', '赵德全'])
      expect(text).not.toContain(secret);
    expect(review.evidence.map(({ says }) => says.zh)).toContain('身份证号相同，但与所填出生日期或性别不符');
  });
});

describe('a decision', () => {
  it('waits for the next comparison, which follows it: the two are one child', async () => {
    const before = await theOpenOne();
    const decided = await say(before, 'same');
    expect(decided).toMatchObject({ state: 'decided', followed: false, decided: { answer: 'same', lapsed: false } });
    expect(await pairs('waiting')).toHaveLength(1);
    expect(await doubts(before)).toEqual([[true], [true]]);
    const run = await bureau.compare(lists);
    expect(await changes(run)).toMatchObject({ reviews: { asked: 0, lapsed: 0, gone: 0, followed: 1 } });
    expect(await see(before.id)).toMatchObject({ state: 'decided', followed: true, version: decided.version });
    expect(await pairs('waiting')).toHaveLength(0);
    // Two records were there; that they are one is proposed to two people.
    expect(await changes(run)).toMatchObject({ children: { proposals: 1 } });
    expect((await doubts(before)).map((list) => list.at(-1))).toEqual([false, false]);
  });

  it('is remembered: nobody is asked again as long as the rows say the same', async () => {
    await say(await theOpenOne(), 'different');
    await bureau.compare(lists);
    const again = await bureau.compare(listsWith([{ ...li, note: '贫困户走访' }], [enrolmentOf(stranger)]));
    expect(await changes(again)).toMatchObject({ reviews: { asked: 0, lapsed: 0, gone: 0, followed: 0 } });
    expect(await pairs('open')).toHaveLength(0);
  });

  it('lapses when what is compared has changed, and is asked anew with the old answer beside it', async () => {
    const before = await theOpenOne();
    await say(before, 'different');
    await bureau.compare(lists);
    const moved = listsWith([{ ...li, village: '十家子' }], [enrolmentOf(stranger)]);
    const run = await bureau.compare(moved);
    expect(await changes(run)).toMatchObject({ reviews: { asked: 0, lapsed: 1, gone: 0 } });
    const anew = await theOpenOne();
    expect(anew).toMatchObject({ id: before.id, followed: false, decided: { answer: 'different', lapsed: true } });
    expect((await doubts(anew)).map((list) => list.slice(-2))).toEqual([
      [false, true],
      [false, true],
    ]);
    await say(anew, 'different');
    await bureau.compare(moved);
    expect(await pairs('open')).toHaveLength(0);
  });

  it('unsure leaves the pair with the doubt, and does not ask again', async () => {
    const before = await theOpenOne();
    await say(before, 'unsure');
    const run = await bureau.compare(lists);
    expect(await changes(run)).toMatchObject({ reviews: { asked: 0, lapsed: 0, gone: 0, followed: 0 } });
    expect(await doubts(before)).toEqual([[true], [true]]);
  });

  it('that is made while a comparison runs is kept for the next one', async () => {
    const before = await theOpenOne();
    await bureau.compareDuring(lists, () => say(before, 'different'));
    expect(await see(before.id)).toMatchObject({ state: 'decided', followed: false, decided: { lapsed: false } });
    const next = await bureau.compare(lists);
    expect(await changes(next)).toMatchObject({ reviews: { lapsed: 0, followed: 1 } });
  });
});

describe('taking back', () => {
  it('lets a pair stand exactly as it stood', async () => {
    const before = await theOpenOne();
    const { version: _v, history: _h, ...as } = before;
    const back = await undo(await say(before, 'same'));
    const { version: _w, history, ...now } = back;
    expect(now).toEqual(as);
    expect(history.map(({ answer }) => answer)).toEqual([...before.history.map(({ answer }) => answer), 'same', 'taken-back']);
  });

  it('of a second thought brings the first answer back', async () => {
    const first = await say(await theOpenOne(), 'same');
    const back = await undo(await say(first, 'different'));
    expect(back.decided).toEqual(first.decided);
    const run = await bureau.compare(lists);
    expect(await changes(run)).toMatchObject({ reviews: { followed: 1 }, children: { proposals: 1 } });
    expect(await undo(await see(back.id))).toMatchObject({ state: 'open', decided: null });
    expect((await refusal(undo(await see(back.id)))).code).toBe('not-decided');
  });

  it('of what a comparison has followed tells of the doubt at once, and the next one undoes it', async () => {
    await say(await theOpenOne(), 'different');
    await bureau.compare(lists);
    const [row] = await pairs('decided');
    const back = await undo({ id: row?.review_id ?? '', version: row?.version ?? 0 });
    expect((await doubts(back)).map((list) => list.at(-1))).toEqual([true, true]);
    await bureau.compare(lists);
    expect((await theOpenOne()).id).toBe(back.id);
  });
});

describe('two officers', () => {
  it('decide one pair: the second is told who was first and what he said', async () => {
    const review = await theOpenOne();
    await say(review, 'same', await bureau.named('王敏'));
    const late = await refusal(say(review, 'different', bureau.second));
    expect(late.code).toBe('decided-meanwhile');
    expect(late.says.zh).toBe('没有保存：王敏刚刚把这一对判为“同一人”。不同意的话，请先和对方商量，再重新判定。');
    expect(await see(review.id)).toMatchObject({ decided: { answer: 'same', by: '王敏' } });
  });

  it('at the same moment: one is kept, one is told', async () => {
    const review = await theOpenOne();
    const both = await Promise.allSettled([say(review, 'same'), say(review, 'different', bureau.second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await see(review.id)).history.slice(review.history.length)).toHaveLength(1);
  });
});

describe('pairs that differ in writing alone', () => {
  let other: TestHouse;
  beforeAll(async () => {
    other = await testHouse();
  });
  afterAll(() => other.close());

  it('are decided together and taken back together; a pair with a rival, and one that differs, are not among them', async () => {
    const { db, ring, system } = other;
    const ids = await transact(db, system, async (trx) => {
      await aRun(trx);
      const written = await aPair(trx, ring, aRow('household', { name: '白 雪' }), aRow('enrolment', { name: '白雪' }));
      const twice = aRow('enrolment', { name: '李宏伟' });
      const rival = await aPair(trx, ring, aRow('household', { name: '李 宏伟' }), twice);
      await aPair(trx, ring, aRow('household', { name: '李　宏伟' }), twice);
      const differs = await aPair(trx, ring, aRow('household', { name: '赵雪' }), aRow('enrolment', { name: '赵学' }));
      return { result: { written, rival, differs }, changes: [] };
    });
    const alike = () => readAs(db, bureau.officer, (trx) => listAlike(trx, ring));
    const states = () =>
      readAs(db, bureau.officer, async (trx) => {
        const { rows } = await listReviews(trx, { ...everything, state: 'open' });
        return rows.length;
      });
    expect((await alike()).rows).toEqual([
      {
        ...{ id: ids.written, version: 1, kinds: 'enrolments', leftName: '白 雪', rightName: '白雪', birthDay: '2014-05-02' },
        differs: ['name'],
      },
    ]);
    const asked = { reviews: Object.values(ids).map((id) => ({ id, version: 1 })), reason: '只是写法不同' };
    const group = await decideAlike(db, ring, bureau.officer, asked);
    expect(group).toMatchObject({ decided: 1, left: 2 });
    expect([await states(), (await alike()).rows]).toEqual([3, []]);
    expect(await decideAlike(db, ring, bureau.second, asked)).toMatchObject({ decided: 0, left: 3 });
    expect(await takeGroupBack(db, ring, bureau.second, group.groupId)).toMatchObject({ decided: 1, left: 0 });
    expect([await states(), (await alike()).rows.length]).toEqual([4, 1]);
    expect((await refusal(takeGroupBack(db, ring, bureau.officer, 'nobody'))).code).toBe('absent');
  });
});

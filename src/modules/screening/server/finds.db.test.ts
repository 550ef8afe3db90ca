import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs } from '../../../platform/db';
import { listChildren } from '../../children/server/index';
import type { FindsView, FindView } from '../find-contract';
import { canBe } from '../rules/finds';
import { Screened, villages } from '../testing/screened';
import { everywhere } from './asking';

let county: Screened;
let visits = '';
beforeAll(async () => {
  county = await Screened.open();
  visits = (await county.start({ template: 'special', method: 'home', name: '入户' })).campaignId;
});
afterAll(() => county.house.close());

const says = (zh: string) => ({ says: { zh: expect.stringContaining(zh) } });
const one = (who: Screened['bureau'], id: string) =>
  county.call<FindView>(who, 'GET /api/screening-finds/:id', { params: { id } });

describe('a child that is on no list', () => {
  it('is told of by its village, is seen there and by the bureau, and nowhere else', async () => {
    const told = await county.find(county.village, visits, {
      guardian: '林奶奶',
      phone: '13900000001',
      note: '随打工父母刚搬来',
    });
    expect(told).toMatchObject({ state: 'open', as: 'village', guardian: '林奶奶', hasPhone: true, mayDecide: false, alike: [] });
    const list = (who: Screened['bureau']) =>
      county.call<FindsView>(who, 'GET /api/screening-campaigns/:id/finds', { params: { id: visits }, query: {} });
    expect((await list(county.bureau)).rows.map(({ name }) => name)).toEqual(['林小满']);
    expect((await list(county.village)).total).toBe(1);
    expect((await list(county.other)).total).toBe(0);
    await expect(one(county.other, told.findId)).rejects.toMatchObject({ kind: 'absent' });
    await expect(county.find(county.other, visits)).rejects.toMatchObject({ kind: 'absent' });
    await expect(county.find(county.village, visits)).rejects.toMatchObject(says('已经报过'));
  });

  it('is refused with what cannot be: a birthday, a number, a place left out, what is no place to learn', async () => {
    const tell = (said: object) => county.find(county.village, visits, { name: '林小秋', ...said });
    await expect(tell({ birthDay: '2025-06-01' })).rejects.toMatchObject(says('出生日期不对'));
    await expect(tell({ idNumber: '211324201504020011' })).rejects.toMatchObject(says('身份证号不对'));
    await expect(tell({ outcome: 'in-province' })).rejects.toMatchObject(says('哪所学校'));
    await expect(tell({ outcome: 'dead' })).rejects.toMatchObject({ code: 'outcome-not-yours' });
    await expect(tell({ foundDay: '2025-03-02' })).rejects.toMatchObject(says('日期'));
  });

  it('is entered by the bureau, and stands at once where it was said to stand, with the visit as evidence', async () => {
    const { findId } = await county.find(county.village, visits, { name: '何小禾', guardian: '何大山', address: '3 组 12 号' });
    await expect(county.settle(county.village, findId, { verdict: 'entered' })).rejects.toThrow('may not');
    const after = await county.settle(county.bureau, findId, { verdict: 'entered' });
    expect(after).toMatchObject({ state: 'entered', childId: expect.any(String) });
    expect(await county.stands(after.childId ?? '')).toBe('unplaced');
    const [child] = await readAs(county.house.db, county.house.system, (trx) =>
      listChildren(trx, everywhere, [after.childId ?? '']),
    );
    expect(child).toMatchObject({ name: '何小禾', birth_day: '2015-04-02', area_path: villages[0], village: expect.any(String) });
    await expect(county.settle(county.bureau, findId, { verdict: 'entered' })).rejects.toMatchObject(says('已经认定过'));
    const schooled = await county.find(county.village, visits, { name: '何小麦', outcome: 'in-county-unregistered' });
    const entered = await county.settle(county.bureau, schooled.findId, { verdict: 'entered' });
    expect(await county.stands(entered.childId ?? '')).toBe('in-school');
  });

  it('is known to the bureau by its name though the birthday is a little wrong; what is new is told of the known child', async () => {
    const { findId } = await county.find(county.village, visits, {
      name: '何小禾',
      birthDay: '2015-05-12',
      outcome: 'in-county-enrolled',
    });
    const { alike } = await one(county.bureau, findId);
    expect(alike.map(({ name, birthDay }) => [name, birthDay])).toEqual([['何小禾', '2015-04-02']]);
    const childId = alike[0]?.childId ?? '';
    await county.settle(county.bureau, findId, { verdict: 'known', childId });
    expect(await county.stands(childId)).toBe('in-school');
  });

  it('whose ID number a record has is not entered as a second child, and is settled as the known one', async () => {
    const idNumber = '211324201504020020';
    const first = await county.find(county.village, visits, { name: '何小雨', idNumber });
    const { childId } = await county.settle(county.bureau, first.findId, { verdict: 'entered' });
    const again = await county.find(county.village, visits, { name: '何晓雨', birthDay: '2013-01-02', idNumber });
    expect((await one(county.bureau, again.findId)).alike).toMatchObject([{ childId, sameNumber: true }]);
    await expect(county.settle(county.bureau, again.findId, { verdict: 'entered' })).rejects.toMatchObject(
      says('这个身份证号已经有档案（何小雨）'),
    );
    const known = await county.settle(county.bureau, again.findId, { verdict: 'known', childId: childId ?? '' });
    expect(known).toMatchObject({ state: 'known', childId });
  });

  it('is dismissed with a reason, and settled by nobody who told of it', async () => {
    const { findId } = await county.find(county.bureau, visits, { name: '孙小路' });
    expect(await one(county.bureau, findId)).toMatchObject({ mayDecide: false, own: true });
    expect(await one(county.second, findId)).toMatchObject({ mayDecide: true, own: false });
    await expect(county.settle(county.bureau, findId, { verdict: 'entered' })).rejects.toMatchObject({ code: 'own-answer' });
    const dismissed = await county.settle(county.second, findId, { verdict: 'dismissed', reason: '走亲戚，住在邻县' });
    expect(dismissed).toMatchObject({ state: 'dismissed', reason: '走亲戚，住在邻县', childId: null });
  });

  it('is told of in campaigns of visits alone', async () => {
    const { campaignId } = await county.start();
    await expect(county.find(county.bureau, campaignId, { path: '211324/sa/a1/' })).rejects.toMatchObject(says('这次排查不入户'));
  });
});

it.each([
  ['2015-04-02', '2015-04-02', true],
  ['2015-04-02', '2014-12-31', true],
  ['2015-04-02', '2013-04-02', false],
  [null, '2013-04-02', true],
  ['2015-04-02', null, true],
] as const)('a child said to be born %s can be one born %s: %s', (told, known, can) => {
  expect(canBe(told, known)).toBe(can);
});

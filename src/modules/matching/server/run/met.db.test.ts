import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs, transact } from '../../../../platform/db';
import { type EnteredChild, enterChild } from '../../../children/server/index';
import type { ChildrenTables } from '../../../children/testing/tables';
import { Bureau } from '../../testing/bureau';
import { viewOf } from '../../testing/children-view';
import { aCounty, enrolmentOf } from '../../testing/county';
import { idOf, type Row } from '../../testing/factories';
import { findRun } from '../run-store';

const county = aCounty(260);
const lists = { household: county.household, enrolment: county.enrolment };
const village = { township: '公营子镇', village: '桥子' };

let bureau: Bureau;
beforeAll(async () => {
  bureau = await Bureau.open();
  await bureau.compare(lists);
});
afterAll(() => bureau.close());

/** A child that was met in 桥子村 and entered by the bureau. */
async function meet(known: Partial<EnteredChild>): Promise<string> {
  const nothing = { name: '', sex: '', birthDay: null, idNumber: '', guardianName: '', guardianPhone: '', address: '' } as const;
  const { childId } = await transact(bureau.house.db, bureau.house.system, async (trx) => ({
    result: await enterChild(trx, bureau.house.ring, { ...nothing, village: '211324104208', ...known }, '入户发现'),
    changes: [{ act: 'screening.settle', object: 'screening:test' }],
  }));
  bureau.met = [...bureau.met, childId];
  return childId;
}

const recordOf = async (childId: string) => (await viewOf(bureau)).children.find((child) => child.childId === childId);
const rowsOf = async (childId: string) => ((await recordOf(childId))?.rows ?? []).map((row) => row.split(':')[0]);
const changes = async (no: number) =>
  (await readAs(bureau.house.db, bureau.officer, (trx) => findRun(trx, { no })))?.changes.children;
const links = async (childId: string) =>
  readAs(bureau.house.db, bureau.officer, (trx) =>
    trx
      .withTables<ChildrenTables>()
      .selectFrom('child_source')
      .select(['kind', 'link', 'evidence'])
      .where('child_id', '=', childId)
      .execute(),
  );

describe('a child that was met on no list', () => {
  const number = idOf('2016-05-18', 22);
  const numbered: Row = { ...village, name: '邵小满', birth: '2016-05-18', sex: '女', idNumber: number, guardian1Name: '邵大叔' };
  const plain: Row = { ...village, name: '呼延听澜', birth: '2015-03-09', sex: '男', guardian1Name: '呼延老四' };
  const other: Row = { ...village, name: '孙小路', birth: '2014-02-11', sex: '男', idNumber: idOf('2014-02-11', 31) };

  it('is the child of the list that has it later, by its number, and there is no second record', async () => {
    const child = await meet({ name: '邵小满', sex: '2', birthDay: '2016-05-18', idNumber: number, guardianName: '邵大叔' });
    const household = [...lists.household, numbered];
    const no = await bureau.compare({ household, enrolment: [...lists.enrolment, enrolmentOf(numbered)] });
    expect(await rowsOf(child)).toEqual(['enrolment', 'household']);
    expect(await changes(no)).toMatchObject({ fresh: 0, proposals: 0 });
  });

  it('is found without a number as well, by name, birthday, home and guardian, and says why', async () => {
    const child = await meet({ name: '呼延听澜', sex: '1', birthDay: '2015-03-09', guardianName: '呼延老四' });
    const no = await bureau.compare({ ...lists, household: [...lists.household, plain] });
    expect(await rowsOf(child)).toEqual(['household']);
    expect(await changes(no)).toMatchObject({ fresh: 0, proposals: 0 });
    expect(await links(child)).toMatchObject([{ kind: 'household', link: 'program', evidence: expect.anything() }]);
    const again = await bureau.compare({ ...lists, household: [...lists.household, plain] });
    expect(await changes(again)).toMatchObject({ fresh: 0, changed: 0, splits: 0, proposals: 0 });
    expect(await links(child)).toMatchObject([{ kind: 'household', link: 'program', evidence: expect.anything() }]);
  });

  it('takes no row of a child that is known: two people are asked whether they are one', async () => {
    const first = await bureau.compare({ ...lists, household: [...lists.household, other] });
    expect(await changes(first)).toMatchObject({ fresh: 1 });
    const child = await meet({ name: '孙小路', sex: '1', birthDay: '2014-02-11', idNumber: other.idNumber ?? '' });
    const no = await bureau.compare({ ...lists, household: [...lists.household, other] });
    expect(await rowsOf(child)).toEqual([]);
    expect(await changes(no)).toMatchObject({ fresh: 0, proposals: 1 });
  });

  it('is not taken for a namesake of another birthday and home', async () => {
    const child = await meet({ name: '呼延听雨', sex: '2', birthDay: '2013-10-01', guardianName: '呼延老大' });
    const namesake: Row = {
      name: '呼延听雨',
      birth: '2017-12-24',
      sex: '男',
      township: '水泉镇',
      village: '北洼',
      guardian1Name: '王强',
    };
    const no = await bureau.compare({ ...lists, household: [...lists.household, namesake] });
    expect(await rowsOf(child)).toEqual([]);
    expect(await changes(no)).toMatchObject({ fresh: 1 });
  });

  it('takes no part before the bureau has entered it', async () => {
    const child = await meet({ name: '慕容小雪', sex: '2', birthDay: '2016-01-02', idNumber: idOf('2016-01-02', 44) });
    bureau.met = bureau.met.filter((id) => id !== child);
    const row: Row = { ...village, name: '慕容小雪', birth: '2016-01-02', sex: '女', idNumber: idOf('2016-01-02', 44) };
    await bureau.compare({ ...lists, household: [...lists.household, row] });
    expect(await rowsOf(child)).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../kernel/refusal';
import type { ChildView, FoundChildren, TimelineView } from '../contract';
import { agreed, ChildCounty, classes, homes, idOf, type Person, people } from '../testing/county';
import { countDue, takeDue } from './due-store';
import { settleChildren } from './record';
import { sourcesOfChildren } from './source-store';

let county: ChildCounty;
let child: ChildView;

beforeAll(async () => {
  county = await ChildCounty.open();
});
afterAll(() => county.close());
beforeEach(async () => {
  const values = { name: '张浩然', sex: '1', birthDay: '2014-05-02', guardianPhone: '13804210007', schoolPath: classes.A1 };
  const [id = ''] = await county.record(agreed({ ...values, areaPath: homes.V11 }));
  child = await see('officer', id);
});

const see = (who: Person, id: string) => county.call<ChildView>(people[who], 'GET /api/children/:id', { params: { id } });
const correct = (who: Person, field: string, value: string | null, version = child.version, id = child.childId) =>
  county.call<ChildView>(people[who], 'PUT /api/children/:id/corrections/:field', {
    params: { id, field },
    body: { value, reason: '对照户口簿更正', version },
  });
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (refusal: Refusal) => refusal,
  );

describe('what a person put right', () => {
  it('stands above every list, also of a newer one, until it is taken back', async () => {
    const after = await correct('registrar', 'name', '张皓然');
    expect(after).toMatchObject({ name: '张皓然', wonBy: { name: 'correction' }, version: child.version + 1 });
    await county.write((trx) => settleChildren(trx, county.house.ring, [child.childId]));
    const later = await see('officer', child.childId);
    expect(later).toMatchObject({ name: '张皓然', wonBy: { name: 'correction' } });
    expect(await correct('officer', 'name', null, later.version)).toMatchObject({ name: '张浩然', wonBy: { name: 'household' } });
  });

  it('is found by, and so is what it replaced', async () => {
    await correct('officer', 'name', '欧阳晴朗');
    for (const q of ['欧阳晴朗', 'oyql', '张浩然']) {
      const { rows } = await county.call<FoundChildren>(people.officer, 'GET /api/children', { query: { q } });
      expect(
        rows.map(({ childId }) => childId),
        q,
      ).toContain(child.childId);
    }
  });

  it('of a field replaces what was put right there before', async () => {
    const once = await correct('officer', 'birthDay', '2014-05-12');
    const twice = await correct('registrar', 'birthDay', '2014-05-22', once.version);
    expect(twice.birthDay).toBe('2014-05-22');
    expect(await correct('officer', 'birthDay', null, twice.version)).toMatchObject({ birthDay: '2014-05-02' });
  });

  it('moves the child to another village, with the township of that', async () => {
    const moved = await correct('registrar', 'home', '211324102201');
    expect(moved.township).not.toBe('');
    expect(moved.village).not.toBe('');
    const [mine, theirs] = [await refused(see('township', child.childId)), await see('registrar', child.childId)];
    expect(mine?.code).toBe('absent');
    expect(theirs.village).toBe(moved.village);
  });

  it('asks for the child to be counted again', async () => {
    await county.write((trx) => takeDue(trx, 1000));
    await correct('officer', 'birthDay', '2014-05-12');
    expect(await county.read(county.house.system, countDue)).toMatchObject({ waiting: 1 });
    expect(await county.write((trx) => takeDue(trx, 10))).toEqual([child.childId]);
  });

  it('changes no row of a list', async () => {
    const rows = () =>
      county.read(county.house.system, async (trx) =>
        (await sourcesOfChildren(trx, county.house.ring, [child.childId])).get(child.childId),
      );
    const before = await rows();
    await correct('officer', 'guardianPhone', '13900000001');
    expect(await rows()).toEqual(before);
  });

  it('stands in the timeline with who and why, and not with what was written', async () => {
    const once = await correct('registrar', 'guardianPhone', '13900000001');
    await correct('officer', 'guardianPhone', null, once.version);
    const { rows } = await county.call<TimelineView>(people.officer, 'GET /api/children/:id/timeline', {
      params: { id: child.childId },
    });
    expect(rows.map(({ about, kind }) => `${about} ${kind}`).sort()).toEqual([
      'correction guardianPhone',
      'withdrawal guardianPhone',
    ]);
    expect(rows.find(({ about }) => about === 'correction')).toMatchObject({ reason: '对照户口簿更正', day: '2025-03-10' });
    expect(JSON.stringify(rows)).not.toContain('13900000001');
  });
});

describe('is refused', () => {
  it('what was written on an older version, and the newer one is shown', async () => {
    await correct('officer', 'name', '张皓然');
    const late = await refused(correct('registrar', 'name', '张昊然'));
    expect(late).toMatchObject({ code: 'changed-meanwhile', extra: { current: { name: '张皓然' } } });
    expect((await see('officer', child.childId)).name).toBe('张皓然');
  });

  it('what cannot be right, with what is wrong', async () => {
    for (const [field, value] of [
      ['birthDay', '2014-02-30'],
      ['sex', '男'],
      ['idNumber', idOf('2014-05-02', 31).replace(/.$/, (last) => (last === '1' ? '2' : '1'))],
      ['guardianPhone', '没有'],
      ['home', '211324999999'],
      ['home', '211324'],
    ] as const) {
      const refusal = await refused(correct('officer', field, value));
      expect(refusal?.code, `${field} ${value}`).toBe('faults');
      expect(refusal?.extra.fields?.[0]?.path).toBe('value');
    }
  });

  it('to take back what nobody put right', async () => {
    expect((await refused(correct('officer', 'name', null)))?.code).toBe('nothing-corrected');
  });

  it('to whom the child is not, as if it were not there', async () => {
    const [far = ''] = await county.record(agreed({ name: '仇英', areaPath: homes.V21, schoolPath: classes.C1 }));
    const [theirs, nobody] = [
      await refused(correct('registrar', 'name', '仇瑛', 1, far)),
      await refused(correct('registrar', 'name', '仇瑛', 1, 'none')),
    ];
    expect(theirs?.code).toBe('absent');
    expect(JSON.stringify(theirs)).toBe(JSON.stringify(nobody));
    for (const who of ['teacher', 'principal', 'leader', 'township'] as const)
      await expect(correct(who, 'name', '张皓然')).rejects.toThrow('may not call');
  });
});

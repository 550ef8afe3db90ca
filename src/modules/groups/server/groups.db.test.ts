import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trailOf } from '../../../platform/testing/trail';
import { callerOf } from '../../area/testing/calling';
import { listChildren } from '../../children/server/index';
import { agreed, ChildCounty, classes, homes, type Person, people } from '../../children/testing/county';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { ChildGroupsView, GroupsView, MarkedView, MarkRequest, MembersView } from '../contract';
import { closerCare, followMergedMarks, returnMarks, routes, settleMarks } from './index';
import { marksOf } from './mark-store';

const noon = new Date('2025-03-10T04:00:00Z');
const orphan: MarkRequest = {
  ...{ group: 'orphan', definition: 'civil', document: '民政局 2025 年 3 月名单第 4 页' },
  ...{ fromDay: '2025-03-01', untilDay: '2026-02-28' },
};

let county: ChildCounty;
let call: ReturnType<typeof callerOf>;
let [an, bai, chen, du, bare, twin] = ['', '', '', '', '', ''];

beforeAll(async () => {
  county = await ChildCounty.open();
  call = callerOf(county.house, routes);
  const pupil = (name: string, schoolPath: string, areaPath: string, grade = '6') =>
    agreed({ name, sex: '1', birthDay: '2012-11-20', areaPath, schoolPath, grade });
  const listed = { kind: 'disability', values: { name: '白雪', birthDay: '2012-11-20' }, asOf: '2025-02-01' } as const;
  [an = '', bai = '', chen = '', du = '', bare = '', twin = ''] = await county.record(
    pupil('安然', classes.A1, homes.V11),
    [...pupil('白雪', classes.A1, homes.V11), listed, { ...listed, asOf: '2024-09-01' }],
    pupil('陈晨', classes.A2, homes.V12, '8'),
    pupil('杜宇', classes.C1, homes.V21),
    pupil('方正', classes.C1, homes.V21),
    pupil('关山', classes.A1, homes.V11),
  );
});
afterAll(() => county.close());

const read = (who: Person, id = an) => call<ChildGroupsView>(people[who], 'GET /api/children/:id/groups', { params: { id } });
const mark = (who: Person, said: Partial<MarkRequest> = {}, id = an) =>
  call<MarkedView>(people[who], 'POST /api/children/:id/groups', { params: { id }, body: { ...orphan, ...said } });
const end = (who: Person, body: object, id = an) =>
  call<ChildGroupsView>(people[who], 'POST /api/children/:id/groups/end', { params: { id }, body });
const reveal = (who: Person, markId: string, reason = 'case-work', id = bai) =>
  call<ChildGroupsView>(people[who], 'POST /api/children/:id/groups/reveal', { params: { id }, body: { markId, reason } });
const settle = (...ids: string[]) => county.write((trx) => settleMarks(trx, county.house.ring, ids));
const stored = (id: string) => county.read(county.house.system, (trx) => marksOf(trx, county.house.ring, [id]));
const words = (view: ChildGroupsView) => view.marks.map(({ group }) => group);

describe('a mark', () => {
  it('is told to a school and the bureau by its word, to a class teacher as 需关注 alone, to a township not at all', async () => {
    await mark('registrar');
    for (const who of ['registrar', 'principal', 'officer', 'leader'] as const) {
      expect(await read(who), who).toMatchObject({ care: true, marks: [{ group: 'orphan', source: 'person', holds: true }] });
    }
    const teacher = await read('teacher');
    expect(teacher).toEqual({ care: true, marks: [], mayAdd: [] });
    expect(JSON.stringify(teacher)).not.toMatch(/orphan|孤儿|民政/);
    for (const who of ['township', 'village', 'inspector'] as const) await expect(read(who), who).rejects.toThrow('may not call');
  });

  it('is of a child of one’s own places: any other child is not there', async () => {
    for (const [who, id] of [
      ['registrar', du],
      ['principal', du],
      ['teacher', chen],
    ] as const)
      await expect(read(who, id), who).rejects.toMatchObject({ kind: 'absent' });
    await expect(mark('registrar', {}, du)).rejects.toMatchObject({ kind: 'absent' });
    await expect(mark('principal')).rejects.toThrow('may not call');
    await expect(mark('registrar', { group: 'involved', definition: 'told' })).rejects.toMatchObject({ code: 'not-yours' });
    await expect(mark('officer', { group: 'suspended', definition: 'standing' })).rejects.toMatchObject({ code: 'not-yours' });
  });

  it('is refused with a sentence for days and definitions that cannot be', async () => {
    const wrong: readonly (readonly [Partial<MarkRequest>, string])[] = [
      [{ definition: 'card' }, 'definition'],
      [{}, 'definition'],
      [{ fromDay: '2025-03-11' }, 'fromDay'],
      [{ untilDay: '2025-02-01' }, 'untilDay'],
      [{ untilDay: '2025-03-09' }, 'untilDay'],
      [{ untilDay: '2026-03-11' }, 'untilDay'],
    ];
    for (const [said, path] of wrong)
      await expect(mark('registrar', said), JSON.stringify(said)).rejects.toMatchObject({ extra: { fields: [{ path }] } });
  });

  it('holds from its first day until its last; ended once, it stays in the history with its days', async () => {
    const care = async (day: string) => {
      county.house.at(new Date(`${day}T04:00:00Z`));
      const { care: is } = await read('teacher');
      county.house.at(noon);
      return is;
    };
    expect([await care('2025-02-28'), await care('2025-03-01'), await care('2026-02-28'), await care('2026-03-01')]).toEqual([
      ...[false, true, true, false],
    ]);
    const [{ markId = '', version = 0 } = {}] = (await read('registrar')).marks;
    await expect(end('registrar', { markId, version: 7, reason: '民政局三月名单已无此人' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const ended = await end('registrar', { markId, version, reason: '民政局三月名单已无此人' });
    expect(ended).toMatchObject({ care: false, marks: [{ holds: false, endedDay: '2025-03-10', mayEnd: false }] });
    expect([await care('2025-03-09'), await care('2025-03-10')]).toEqual([true, false]);
    await expect(end('registrar', { markId, version: 2, reason: '再结束一次试试看' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await mark('officer', { document: '民政局四月名单，重新认定' });
    expect(await stored(an)).toHaveLength(2);
    const acts = (await trailOf(county.house, `child:${an}`)).filter(({ act }) => act.startsWith('group.'));
    expect(acts.map(({ act }) => act).sort()).toEqual(['group.begin', 'group.begin', 'group.end']);
    expect(JSON.stringify(acts), 'the trail does not say what of').not.toMatch(/orphan|孤儿|民政/);
  });
});

describe('a mark that follows from lists and standing', () => {
  it('begins with the oldest list that had the child, once however often it is settled, and ends with the list', async () => {
    await settle(an, bai, chen);
    await settle(an, bai, chen);
    expect((await stored(bai)).map(({ group, source, from, ended }) => [group, source, from, ended])).toEqual([
      ['disability', 'list', '2024-09-01', null],
    ]);
    expect(await read('leader', bai), 'a leader is not told that it is disability').toEqual({
      care: true,
      marks: [],
      mayAdd: [],
    });
    expect((await read('teacher', bai)).care).toBe(true);
  });

  it('is hidden where the law protects it, until a reason is given: for this session, with a line in the trail', async () => {
    const [hidden] = (await read('officer', bai)).marks;
    expect(hidden).toMatchObject({ group: null, source: '', document: '', definition: '', mayReveal: true });
    await expect(reveal('officer', hidden?.markId ?? '', '看看')).rejects.toMatchObject({ code: 'no-reason' });
    await expect(reveal('leader', hidden?.markId ?? '')).rejects.toThrow('may not call');
    expect(words(await reveal('officer', hidden?.markId ?? ''))).toEqual(['disability']);
    expect(words(await read('registrar', bai)), 'nobody else sees it open').toEqual([null]);
    county.house.at(new Date(noon.getTime() + 5 * 60_000 + 1000));
    expect(words(await read('officer', bai)), 'and five minutes later he does not').toEqual([null]);
    county.house.at(noon);
    expect((await trailOf(county.house, `child:${bai}`)).map(({ act }) => act)).toContain('group.reveal');
  });

  it('follows the standing of a child that is counted: 休学 begins it and coming back ends it', async () => {
    const told = new ToldCounty(county.house);
    const count = () =>
      countChildren({
        ...{ db: county.house.db, context: county.house.system },
        counted: (trx, ids) => settleMarks(trx, county.house.ring, ids),
      });
    await told.tell(chen, { day: '2025-03-01', kind: 'question', source: 'bureau', body: { task: 't1', open: true } });
    const body = { task: 't1', outcome: 'suspended', proofs: ['approval', 'medical-certificate'] };
    const [answer = ''] = await told.tell(chen, { day: '2025-03-01', kind: 'answer', source: 'school', body });
    await told.tell(chen, { day: '2025-03-01', kind: 'decision', source: 'bureau', body: { answer, verdict: 'accepted' } });
    await count();
    expect((await read('registrar', chen)).marks).toMatchObject([{ group: 'suspended', source: 'standing', mayEnd: false }]);
    const [back = ''] = await told.tell(chen, {
      ...{ day: '2025-03-08', kind: 'answer', source: 'school' },
      body: { task: 't1', outcome: 'in-county-enrolled', proofs: ['school-certificate'] },
    });
    await told.tell(chen, { day: '2025-03-08', kind: 'decision', source: 'bureau', body: { answer: back, verdict: 'accepted' } });
    await count();
    expect((await read('registrar', chen)).marks).toMatchObject([{ group: 'suspended', holds: false, endedDay: '2025-03-10' }]);
  });
});

describe('the groups of a place', () => {
  const counts = async (who: Person) =>
    Object.fromEntries((await call<GroupsView>(people[who], 'GET /api/groups')).rows.map((row) => [row.group, row.children]));
  const members = (who: Person, group: string) =>
    call<MembersView>(people[who], 'GET /api/groups/children', { query: { group } });

  it('are counted within one’s places by the classes one is told, and listed by name where the class allows it', async () => {
    await mark('officer', {}, du);
    expect(await counts('officer')).toMatchObject({ orphan: 2, disability: 1 });
    expect(await counts('registrar')).toMatchObject({ orphan: 1, disability: 1 });
    expect(await counts('registrar')).not.toHaveProperty('involved');
    expect(await counts('leader')).not.toHaveProperty('disability');
    expect((await members('officer', 'orphan')).rows.map(({ name }) => name)).toEqual(['安然', '杜宇']);
    expect((await members('registrar', 'orphan')).rows.map(({ name }) => name)).toEqual(['安然']);
    const some = await call<MembersView>(people.officer, 'GET /api/groups/children', { query: { group: 'orphan', school: 'c' } });
    expect(some).toMatchObject({ total: 1, rows: [{ name: '杜宇' }], grades: [{ grade: 6, children: 2 }] });
    expect(some.schools.map(({ school, children }) => `${school} ${children}`).sort()).toEqual(['a 1', 'c 1']);
    const none = await call<MembersView>(people.officer, 'GET /api/groups/children', { query: { group: 'orphan', grade: 7 } });
    expect(none.total).toBe(0);
    for (const group of ['disability', 'poverty', 'involved'])
      await expect(members('officer', group), group).rejects.toMatchObject({ code: 'never-listed' });
    for (const who of ['teacher', 'township', 'village', 'inspector'] as const)
      await expect(counts(who), who).rejects.toThrow('may not call');
  });

  const closerOf = (who: Person, ...ids: string[]) =>
    county.read(people[who], async (trx) =>
      closerCare(trx, await listChildren(trx, { county: true, areas: [], schools: [] }, ids)),
    );

  it('put their children on the closer ladder with 八九年级, without a word, and without a flag for who is not to see one', async () => {
    expect(await closerOf('officer', an, bai, chen, du, bare)).toEqual(
      new Map([
        ...([
          [an, ['marked']],
          [bai, ['marked']],
          [du, ['marked']],
        ] as const),
        [chen, ['key-grade']] as const,
      ]),
    );
    for (const who of ['teacher', 'leader'] as const) expect(await closerOf(who, bai), who).toEqual(new Map([[bai, ['marked']]]));
    for (const who of ['inspector', 'township', 'village'] as const)
      expect(await closerOf(who, bai), who).toEqual(new Map([[bai, []]]));
  });

  it('a case before a court is looked at like any other mark; the school reads 需关注, and what it is the principal alone, with a reason', async () => {
    await mark('officer', { group: 'involved', definition: 'told' }, bare);
    await mark('officer', { group: 'protected', definition: 'told' }, twin);
    expect(await closerOf('officer', bare, twin)).toEqual(
      new Map([
        [bare, ['marked']],
        [twin, ['marked']],
      ]),
    );
    for (const id of [bare, twin])
      expect(await read('leader', id), 'one cannot be told from the other').toEqual({ care: true, marks: [], mayAdd: [] });
    for (const who of ['teacher', 'registrar'] as const) {
      const view = await read(who, twin);
      expect(view, who).toMatchObject({ care: true, marks: [] });
      expect(JSON.stringify(view.marks), who).not.toMatch(/protected|involved/);
    }
    expect((await read('principal', twin)).marks).toMatchObject([{ group: null, mayReveal: true }]);
    await expect(mark('registrar', { group: 'protected', definition: 'told' })).rejects.toMatchObject({ code: 'not-yours' });
  });
});

it('goes with a record that is merged and comes back with it', async () => {
  const moved = await county.write((trx) => followMergedMarks(trx, du, chen));
  expect(moved.group_mark).toHaveLength(1);
  expect((await stored(chen)).map(({ group, ended }) => [group, ended])).toContainEqual(['orphan', null]);
  await county.write((trx) => returnMarks(trx, chen, du, moved));
  expect((await stored(du)).map(({ group }) => group)).toEqual(['orphan']);
  expect((await stored(chen)).map(({ group }) => group)).toEqual(['suspended']);
});

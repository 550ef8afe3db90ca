import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerOf } from '../../area/testing/calling';
import { routes as groupRoutes } from '../../groups/server/index';
import { routes as standingRoutes } from '../../standing/server/index';
import type { AbsencesView, FollowUpView } from '../contract';
import { CalledSchool, calledSchool } from '../testing/called-school';

const { one, bureau, registrar, teacher } = calledSchool;

let here: CalledSchool;
let [an, bai, chen] = ['', '', ''];

/** Calls the class with all three away. */
async function away(day: string): Promise<void> {
  here.onDay(day);
  await here.take({ day, called: [an, bai, chen], marks: { [an]: 'absent', [bai]: 'absent', [chen]: 'absent' } });
  await here.count();
}

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-10');
  [an = '', bai = '', chen = ''] = await here.pupils(one, ['安然', '白雪', '陈晨']);
  await here.county.grade(bai, 8);
  const body = { group: 'orphan', definition: 'civil', document: '民政局名单', fromDay: '2025-03-01', untilDay: '2025-12-31' };
  await callerOf(here.house, groupRoutes)(bureau, 'POST /api/children/:id/groups', { params: { id: an }, body });
  await away('2025-03-10');
  await away('2025-03-11');
});
afterAll(() => here.house.close());

const follow = (id: string) => here.call<FollowUpView>(registrar, 'GET /api/children/:id/follow-up', { params: { id } });
const fromOf = async (id: string) => (await follow(id)).ladder.map(({ from }) => from);
const draft = (id: string) =>
  here.call(registrar, 'GET /api/children/:id/absence-report-draft', { params: { id }, query: { kind: 'report' } });

it('has the report of a marked child and of grade 8 due a day sooner, with what the teacher is told of it', async () => {
  expect([await fromOf(an), await fromOf(bai), await fromOf(chen)]).toEqual([
    ...[
      [1, 2, 2, 6, 20],
      [1, 2, 2, 6, 20],
      [1, 2, 3, 6, 20],
    ],
  ]);
  const rows = (await here.call<AbsencesView>(teacher, 'GET /api/absences')).rows;
  const told = Object.fromEntries(rows.map(({ name, closer }) => [name, closer]));
  expect(told).toEqual({ 安然: ['marked'], 白雪: ['key-grade'], 陈晨: [] });
  expect(JSON.stringify(rows)).not.toMatch(/orphan|孤儿|民政/);
  expect((await follow(an)).obligations.map(({ duty }) => duty)).toContain('report');
  expect((await follow(chen)).obligations.map(({ duty }) => duty)).not.toContain('report');
  await draft(an);
  await draft(bai);
  await expect(draft(chen)).rejects.toMatchObject({ code: 'not-yet' });
});

it('has the same steps for all where the county has set that nothing comes sooner', async () => {
  const changes = { closerDays: 0 };
  const body = { from: '2025-03-11', document: '喀教发〔2025〕12号', reason: '局务会定', version: 0, changes };
  await callerOf(here.house, standingRoutes)(bureau, 'POST /api/standing-policy/versions', { body });
  expect(await fromOf(an)).toEqual([1, 2, 3, 6, 20]);
  await expect(draft(an)).rejects.toMatchObject({ code: 'not-yet' });
});

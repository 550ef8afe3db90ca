import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerOf } from '../../area/testing/calling';
import { agreed, ChildCounty, classes, homes, type Person, people } from '../../children/testing/county';
import { classMembers, countChildren, papersRunningOut } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { DueView, MarkRequest } from '../contract';
import { settleMarks, settleRunOut } from './derive';
import { chores, routes } from './index';
import { marksOf } from './mark-store';

let county: ChildCounty;
let told: ToldCounty;
let [ill, young] = ['', ''];

beforeAll(async () => {
  county = await ChildCounty.open();
  told = new ToldCounty(county.house);
  const pupil = (name: string, birthDay: string) =>
    agreed({ name, sex: '1', birthDay, areaPath: homes.V11, schoolPath: classes.A1, grade: '1' });
  [ill = '', young = ''] = await county.record(pupil('安然', '2012-11-20'), pupil('白雪', '2017-11-20'));
  await paper(ill, 'suspended', '2025-03-31');
  await paper(young, 'deferred', '2025-08-31');
  await count();
});
afterAll(() => county.close());

/** An answer of a school that the bureau has accepted until a day. */
async function paper(childId: string, outcome: string, validUntil: string) {
  const [day, task] = ['2025-03-01', `task-${childId}`];
  await told.tell(childId, { day, kind: 'question', source: 'bureau', body: { task, open: true } });
  const body = { task, outcome, proofs: ['approval', 'medical-certificate'], at: classes.A1 };
  const [answer = ''] = await told.tell(childId, { day, kind: 'answer', source: 'school', body });
  await told.tell(childId, { day, kind: 'decision', source: 'bureau', body: { answer, verdict: 'accepted', validUntil } });
}

const count = () =>
  countChildren({
    ...{ db: county.house.db, context: county.house.system },
    counted: (trx, ids) => settleMarks(trx, county.house.ring, ids),
  });
const settle = () => county.write((trx) => settleRunOut(trx, county.house.ring));
const marks = async (id: string) =>
  (await county.read(county.house.system, (trx) => marksOf(trx, county.house.ring, [id]))).map(({ group, from, ended }) => [
    group,
    from,
    ended,
  ]);
const runningOut = (today: string, by: string) => county.read(county.house.system, (trx) => papersRunningOut(trx, { today, by }));

it('a mark of 休学 ends by itself with its paper, though nobody tells anything and nobody is counted', async () => {
  expect([await marks(ill), await marks(young)]).toEqual([
    [['suspended', '2025-03-01', null]],
    [['deferred', '2025-03-01', null]],
  ]);
  county.house.at(new Date('2025-03-31T04:00:00Z'));
  expect(await settle(), 'on its last day it holds').toBe(0);
  county.house.at(new Date('2025-04-01T04:00:00Z'));
  expect(await count()).toBe(0);
  expect(await settle()).toBe(1);
  expect(await settle(), 'once').toBe(0);
  expect([await marks(ill), await marks(young)]).toEqual([
    [['suspended', '2025-03-01', '2025-04-01']],
    [['deferred', '2025-03-01', null]],
  ]);
  const inClass = await county.read(county.house.system, (trx) => classMembers(trx, classes.A1, '2025-04-01'));
  expect(
    inClass.map(({ childId, state }) => [childId, state]),
    'and its class answers for the child again',
  ).toContainEqual([ill, 'to-verify']);
});

it('whose paper runs out is known before it does, and until something newer is proven', async () => {
  expect(await runningOut('2025-03-20', '2025-03-31')).toEqual([]);
  const over = { childId: ill, state: 'suspended', over: '2025-04-01' };
  expect(await runningOut('2025-03-20', '2025-04-01')).toEqual([over]);
  expect(await runningOut('2025-06-01', '2025-06-15')).toEqual([over]);
});

it('the school and the bureau are told of it in time, of a mark that runs out as well, and not what it is of', async () => {
  county.house.at(new Date('2025-03-20T04:00:00Z'));
  const call = callerOf(county.house, routes);
  const mark = (group: string, definition: string, untilDay: string) => {
    const body: MarkRequest = { group: group as 'orphan', definition, document: '名单', fromDay: '2025-03-01', untilDay };
    return call(people.officer, 'POST /api/children/:id/groups', { params: { id: young }, body });
  };
  await mark('orphan', 'civil', '2025-04-03');
  await mark('involved', 'told', '2025-04-03');
  await mark('migrant', 'residence', '2025-04-04');
  const due = async (who: Person) =>
    (await call<DueView>(people[who], 'GET /api/groups/due')).rows.map(({ name, kind, lastDay, over }) => [
      ...[name, kind, lastDay, over],
    ]);
  const soon = ['安然', 'suspended', '2025-03-31', false];
  expect(await due('registrar')).toEqual([soon, ['白雪', 'mark', '2025-04-03', false]]);
  expect(await due('officer'), 'who is told of cases has one more to look at').toHaveLength(3);
  for (const who of ['teacher', 'township', 'inspector'] as const) await expect(due(who), who).rejects.toThrow('may not call');
  county.house.at(new Date('2025-04-04T04:00:00Z'));
  expect(await due('registrar'), 'and until somebody has looked').toEqual([
    ['安然', 'suspended', '2025-03-31', true],
    ['白雪', 'mark', '2025-04-03', true],
    ['白雪', 'mark', '2025-04-04', false],
  ]);
});

it('is looked at by the server itself', async () => {
  county.house.at(new Date('2025-09-01T04:00:00Z'));
  const house = { ...county.house, wakeJobs: () => undefined };
  await chores['groups.run-out']?.({ db: house.db, house, signal: new AbortController().signal });
  expect(await marks(young)).toContainEqual(['deferred', '2025-03-01', '2025-09-01']);
});

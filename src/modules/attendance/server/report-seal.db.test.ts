import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trailOf } from '../../../platform/testing/trail';
import type { FollowUpView } from '../contract';
import type { ReportsView, ReportView } from '../report-contract';
import { CalledSchool, calledSchool } from '../testing/called-school';
import { type Altered, whileAltered, writeOver } from '../testing/report-rows-store';

const { one, bureau, registrar } = calledSchool;
let here: CalledSchool;
let [an, bai, id] = ['', '', ''];

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-10');
  [an = '', bai = ''] = await here.pupils(one, ['安然', '白雪']);
  for (const day of ['2025-03-10', '2025-03-11', '2025-03-12']) {
    here.onDay(day);
    await here.take({ day, called: [an, bai], marks: { [an]: 'absent', [bai]: 'absent' } });
    await here.count();
  }
  const write = (child: string) =>
    here.call<ReportView>(registrar, 'POST /api/children/:id/absence-reports', {
      ...{ params: { id: child }, body: { kind: 'report', words: '' } },
    });
  id = (await write(an)).reportId;
  await write(bai);
});
afterAll(() => here.house.close());

const params = () => ({ params: { id } });
const list = async () =>
  (await here.call<ReportsView>(bureau, 'GET /api/absence-reports', { query: {} })).rows.map(({ name, sound }) => [name, sound]);

describe('a report that somebody has altered in the database', () => {
  it.each<Altered>(['body', 'serial', 'since'])(
    'in its %s is opened, received and taken out by nobody, and is named on the list',
    async (what) => {
      await whileAltered(here.house, id, what, async () => {
        const ways = [
          'GET /api/absence-reports/:id',
          'POST /api/absence-reports/:id/letters',
          'POST /api/absence-reports/:id/prints',
        ];
        for (const way of ways)
          await expect(here.call(bureau, way, params()), way).rejects.toMatchObject({ code: 'seal-broken' });
        const received = here.call(bureau, 'POST /api/absence-reports/:id/receipts', { ...params(), body: { words: '' } });
        await expect(received).rejects.toMatchObject({ code: 'seal-broken' });
        expect((await list()).toSorted(), 'and the others stay to be read').toEqual([
          ['', false],
          ['白雪', true],
        ]);
        const { reports } = await here.call<FollowUpView>(registrar, 'GET /api/children/:id/follow-up', { params: { id: an } });
        expect(reports.filter(({ sound }) => sound)).toEqual([]);
      });
      expect(await here.call<ReportView>(bureau, 'GET /api/absence-reports/:id', params())).toMatchObject({
        name: '安然',
        sound: true,
      });
      expect(await trailOf(here.house, `absence-report:${id}`)).toEqual([]);
    },
  );

  it('was not altered by the program: it has no way to write over what was reported', async () => {
    await expect(writeOver(here.house)).rejects.toMatchObject({ code: '42501' });
  });
});

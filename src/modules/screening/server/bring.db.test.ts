import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../../platform/db';
import type { FindsView } from '../find-contract';
import { one, Screened, school, two, villages } from '../testing/screened';
import { bringCampaign } from './bring';
import type { BroughtAnswer, BroughtCampaign } from './bring-store';

let county: Screened;
beforeAll(async () => {
  county = await Screened.open();
});
afterAll(() => county.house.close());

const at = new Date('2025-02-28T02:00:00Z');
const word = { by: 'someone', at };
const there: BroughtAnswer = { ...word, answer: 'there', foundDay: '2025-02-28', single: false, as: 'school' };

function bring(campaign: Partial<BroughtCampaign>): Promise<number> {
  const plan = { template: 'term-opening', method: 'in-school', name: '旧报到', places: [], grades: [] } as const;
  const whole: BroughtCampaign = {
    plan: { ...plan, places: [], grades: [], from: '2025-02-24', until: '2025-03-02' },
    ...{ started: word, closed: null, sign: () => null, finds: [] },
    say: () => ({ confirmed: null, answers: new Map() }),
    ...campaign,
  };
  return transact(county.house.db, county.house.system, async (trx) => ({
    result: await bringCampaign(trx, county.house.ring, whole),
    changes: [{ act: 'demo.load', object: 'county:211324' }],
  }));
}

it('brings a campaign with what was said, by whom and when; it counts and closes like one that was held here', async () => {
  const { an, bai } = county.ids;
  const children = await bring({
    closed: { ...word, reason: '查完' },
    sign: () => word,
    say: ({ path, children: all }) => {
      if (path === two.path) return { confirmed: null, answers: new Map() };
      const sick: BroughtAnswer = { ...there, answer: 'sick', single: true };
      return { confirmed: word, answers: new Map(all.map((id) => [id, id === an ? sick : there])) };
    },
  });
  expect(children).toBe(6);
  const { rows } = await county.call<{ rows: { campaignId: string; phase: string; sum: object }[] }>(
    county.bureau,
    'GET /api/screening-campaigns',
  );
  expect(rows).toMatchObject([{ phase: 'closed', sum: { targets: 6, answered: 4, open: 2, buckets: { 'not-in-school': 1 } } }]);
  const id = rows[0]?.campaignId ?? '';
  const progress = await county.progress(county.bureau, id, school.path);
  expect(progress.rows.map(({ path, confirmed, owner }) => [path, confirmed, owner])).toEqual([
    [one.path, 1, '郑校长'],
    [two.path, 0, '郑校长'],
  ]);
  expect(progress.signed).toMatchObject({ at: at.toISOString(), by: '—' });
  const grid = await county.grid(county.teacher, id, one.path);
  const of = (child: string) => grid.rows.find(({ childId }) => childId === child)?.targetId ?? '';
  expect((await county.target(county.teacher, of(an))).answers).toMatchObject([{ answer: 'sick', at: at.toISOString() }]);
  expect((await county.target(county.teacher, of(bai))).answers).toEqual([]);
  expect(await county.stands(an)).toBe('in-school');
});

it('brings visits with a child on no list; of whom anybody doubts is told apart', async () => {
  let doubted: readonly string[] = [];
  const find = {
    ...{
      path: villages[0],
      name: '林小满',
      sex: '2' as const,
      birthDay: null,
      idNumber: '',
      guardian: '',
      phone: '',
      address: '',
    },
    ...{ outcome: 'out-of-school', place: '', note: '', foundDay: '2025-03-01' },
  };
  const plan = { template: 'special', method: 'home', name: '入户', places: [], grades: [] } as const;
  await bring({
    plan: { ...plan, places: [], grades: [], from: '2025-02-24', until: '2025-03-12' },
    finds: [{ ...word, as: 'village', find }],
    say: ({ path, children, schooled }) => {
      if (path === villages[0]) doubted = children.filter((id) => !schooled.has(id));
      return { confirmed: null, answers: new Map() };
    },
  });
  expect(doubted).toEqual([county.ids.lost]);
  const { rows } = await county.call<{ rows: { campaignId: string; method: string }[] }>(
    county.bureau,
    'GET /api/screening-campaigns',
  );
  const id = rows.find(({ method }) => method === 'home')?.campaignId;
  const finds = await county.call<FindsView>(county.village, 'GET /api/screening-campaigns/:id/finds', {
    params: { id },
    query: {},
  });
  expect(finds.rows).toMatchObject([{ name: '林小满', state: 'open', as: 'village' }]);
});

it('leaves out a campaign about nobody', async () => {
  const plan = { template: 'special', method: 'in-school', name: '九年级', places: [] } as const;
  const nobody = { ...plan, places: [], grades: [9], from: '2025-02-24', until: '2025-03-12' };
  expect(await bring({ plan: nobody })).toBe(0);
});

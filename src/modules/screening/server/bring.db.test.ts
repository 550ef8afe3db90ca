import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../../platform/db';
import type { FindsView, FindView } from '../find-contract';
import type { ReplyTotalsView } from '../question-contract';
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

it('brings questions with what was replied, and children on no list as the bureau has settled them then', async () => {
  const plan = { template: 'special', method: 'home', name: '开学前', places: [], grades: [] } as const;
  const find = {
    path: villages[0],
    sex: '',
    birthDay: null,
    idNumber: '',
    guardian: '',
    phone: '',
    address: '',
    place: '',
  } as const;
  const told = (name: string) => ({
    ...{ by: 'someone', at, as: 'village' as const },
    find: { ...find, name, outcome: 'in-county-unregistered', note: '', foundDay: '2025-02-28' },
  });
  const word = { by: 'other', at: new Date('2025-03-01T02:00:00Z'), reason: '' };
  await bring({
    plan: { ...plan, places: [], grades: [], from: '2025-02-24', until: '2025-03-02' },
    questions: [{ text: '学习用品备齐了吗', kind: 'yes-no', choices: [], must: true }],
    say: ({ children }) => ({
      confirmed: null,
      answers: new Map(
        children.map((id) => [id, { ...there, answer: 'in-county-enrolled', single: true, replies: [{ no: 1, says: 'yes' }] }]),
      ),
    }),
    finds: [
      { ...told('石头'), settled: { ...word, verdict: 'known' } },
      { ...told('康小禾'), settled: { ...word, verdict: 'entered' } },
      { ...told('史小路'), settled: { ...word, verdict: 'dismissed', reason: '走亲戚' } },
      told('邵小满'),
    ],
  });
  const { rows } = await county.call<{ rows: { campaignId: string; name: string }[] }>(
    county.bureau,
    'GET /api/screening-campaigns',
  );
  const id = rows.find(({ name }) => name === '开学前')?.campaignId ?? '';
  const of = { params: { id }, query: {} };
  const finds = await county.call<FindsView>(county.bureau, 'GET /api/screening-campaigns/:id/finds', of);
  expect(Object.fromEntries(finds.rows.map(({ name, state }) => [name, state]))).toEqual({
    ...{ 石头: 'known', 康小禾: 'entered', 史小路: 'dismissed', 邵小满: 'open' },
  });
  const open = (name: string) => {
    const findId = finds.rows.find((row) => row.name === name)?.findId ?? '';
    return county.call<FindView>(county.bureau, 'GET /api/screening-finds/:id', { params: { id: findId } });
  };
  const known = await open('石头');
  expect(Object.values(county.ids)).toContain(known.childId);
  expect(await county.stands((await open('康小禾')).childId ?? '')).toBe('in-school');
  const totals = await county.call<ReplyTotalsView>(county.bureau, 'GET /api/screening-campaigns/:id/replies', of);
  expect(totals.rows).toMatchObject([{ text: '学习用品备齐了吗', answered: totals.asked }]);
  expect(totals.asked).toBeGreaterThan(5);
});

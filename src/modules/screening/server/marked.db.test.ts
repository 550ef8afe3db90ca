import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../../platform/db';
import { trailOf } from '../../../platform/testing/trail';
import { putMarks } from '../../groups/server/index';
import type { CampaignsView, ChildView, PreviewView, WorkView } from '../contract';
import { one, Screened, school, villages } from '../testing/screened';

let county: Screened;
let home = '';
let inClass = '';
beforeAll(async () => {
  county = await Screened.open();
  const running = { source: 'person', document: '民政局函', from: '2025-03-01', until: '2025-12-31', ended: null } as const;
  const { an, bai, feng } = county.ids;
  await transact(county.house.db, county.house.system, async (trx) => {
    await putMarks(trx, county.house.ring, [
      { ...running, definition: 'civil', childId: an, group: 'orphan' },
      { ...running, definition: 'civil', childId: bai, group: 'hardship' },
      { ...running, definition: 'card', childId: feng, group: 'disability' },
    ]);
    return { result: undefined, changes: [] };
  });
});
afterAll(() => county.house.close());

const days = { from: '2025-03-03', until: '2025-03-09' };
const plan = { template: 'marked-groups', method: 'home', marks: ['orphan'] } satisfies object;

it('a campaign about marked groups asks about the children in them, and is refused for groups that are never listed', async () => {
  const preview = (marks: readonly string[]) =>
    county.call<PreviewView>(county.bureau, 'POST /api/screening-previews', { body: { ...plan, ...days, marks } });
  expect(await preview(['orphan', 'hardship'])).toMatchObject({ children: 2, barred: null });
  expect(await preview([])).toMatchObject({ barred: { zh: expect.stringContaining('要选查哪几类孩子') } });
  await expect(preview(['disability'])).rejects.toThrow();
  const start = (name: string, method: 'home' | 'in-school') =>
    county.start({ template: 'marked-groups', marks: ['orphan'], name, method });
  const started = await start('孤儿走访', 'home');
  expect(started).toMatchObject({ children: 1, grids: 1 });
  [home, inClass] = [started.campaignId, (await start('孤儿核对', 'in-school')).campaignId];
});

it('its village, class and school are not told what it is about, wherever they meet it; the bureau is', async () => {
  const veiled = { template: 'special', name: '专项排查（03.03）' };
  const [atHome, inSchool] = [
    await county.grid(county.village, home, villages[0]),
    await county.grid(county.teacher, inClass, one.path),
  ];
  const list = (who: Screened['bureau']) => county.call<CampaignsView>(who, 'GET /api/screening-campaigns');
  const work = (who: Screened['bureau']) => county.call<WorkView>(who, 'GET /api/screening-work');
  const told = [
    ...[atHome, inSchool],
    await county.progress(county.village, home, villages[0]),
    await county.progress(county.registrar, inClass, school.path),
    ...(await list(county.village)).rows,
    ...(await list(county.registrar)).rows,
    ...(await work(county.village)).rows,
    ...(await work(county.teacher)).rows,
  ];
  expect(told.length).toBe(8);
  for (const { template, name } of told) expect({ template, name }).toEqual(veiled);
  const seen = [
    await county.target(county.village, atHome.rows[0]?.targetId ?? ''),
    await county.target(county.teacher, inSchool.rows[0]?.targetId ?? ''),
  ];
  for (const { template, campaign } of seen) expect({ template, name: campaign }).toEqual(veiled);
  const child = { params: { id: county.ids.an } };
  const ofChild = await county.call<ChildView>(county.teacher, 'GET /api/children/:id/screening', child);
  expect(ofChild.rows.map(({ campaign }) => campaign)).toEqual([veiled.name]);
  expect(JSON.stringify([told, seen, ofChild])).not.toMatch(/孤儿|orphan|marked/);
  expect(await county.progress(county.bureau, home)).toMatchObject({ template: 'marked-groups', name: '孤儿走访' });
});

it('and what its children are marked with stands nowhere with it, nor in the trail', async () => {
  const lines = await trailOf(county.house, `screening:${home}`);
  expect(lines.map(({ act }) => act)).toEqual(['screening.start']);
  expect(JSON.stringify(lines)).not.toContain('orphan');
});

it('stands beside one about other groups at the same time, and not beside one that asks about the same children', async () => {
  const start = (marks: readonly ('orphan' | 'hardship')[]) =>
    county.start({ template: 'marked-groups', method: 'home', marks: [...marks], name: '困境走访' });
  await expect(start(['orphan'])).rejects.toMatchObject({ says: { zh: expect.stringContaining('“孤儿走访”正在查这些孩子') } });
  expect(await start(['hardship', 'orphan'])).toMatchObject({ children: 2 });
});

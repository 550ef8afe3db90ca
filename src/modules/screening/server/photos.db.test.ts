import { afterAll, beforeAll, expect, it } from 'vitest';
import { trailOf } from '../../../platform/testing/trail';
import { Screened, villages } from '../testing/screened';

let county: Screened;
let home = '';
beforeAll(async () => {
  county = await Screened.open();
  home = (await county.start({ template: 'special', method: 'home', name: '入户' })).campaignId;
});
afterAll(() => county.house.close());

it('a visit keeps its photograph without what the camera wrote, for whoever may see the child', async () => {
  const { rows } = await county.grid(county.village, home, villages[0]);
  const id = rows[0]?.targetId ?? '';
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 9, 9, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9]);
  const file = { name: 'IMG_赵一.jpg', bytes: photo };
  const { photos } = await county.call<{ photos: string[] }>(county.village, 'POST /api/screening-targets/:id/files', {
    params: { id },
    file,
  });
  const seen = (who: typeof county.village) =>
    county.call<{ body: AsyncIterable<Buffer> }>(who, 'GET /api/screening-targets/:id/files/:file', {
      params: { id, file: photos[0] },
    });
  const bytes = [];
  for await (const part of (await seen(county.bureau)).body) bytes.push(...part);
  expect(bytes).toEqual([0xff, 0xd8, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9]);
  await seen(county.bureau);
  await expect(seen(county.other)).rejects.toMatchObject({ kind: 'absent' });
  const lines = (await trailOf(county.house, `screening-target:${id}`)).filter(({ act }) => act === 'screening.photo-seen');
  expect(lines.map(({ user }) => user)).toEqual([county.bureau.actor?.userId, county.bureau.actor?.userId]);
  const answered = await county.visit(county.village, id, { outcome: 'in-county-enrolled' });
  expect([answered.photos, answered.answers[0]?.photos.length]).toEqual([[], 1]);
});

it('a visit takes nine photographs a person, not ten, whoever else takes some, and lets one be taken away for another', async () => {
  const { rows } = await county.grid(county.village, home, villages[0]);
  const id = rows[1]?.targetId ?? '';
  const add = (who: typeof county.village) => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9]);
    return county.call<{ photos: string[] }>(who, 'POST /api/screening-targets/:id/files', {
      params: { id },
      file: { name: '1.jpg', bytes },
    });
  };
  await add(county.bureau);
  for (let no = 1; no < 9; no++) await add(county.village);
  // Two at one moment, and room for one.
  const both = await Promise.allSettled([add(county.village), add(county.village)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(add(county.village)).rejects.toMatchObject({ says: { zh: expect.stringContaining('最多 9 张') } });
  const { photos } = await county.target(county.village, id);
  expect(photos.length).toBe(9);
  await county.call(county.village, 'DELETE /api/screening-targets/:id/files/:file', { params: { id, file: photos[0] } });
  expect((await add(county.village)).photos.length).toBe(9);
  expect((await county.visit(county.village, id, { outcome: 'in-county-enrolled' })).answers[0]?.photos.length).toBe(9);
});

import { expect, it } from 'vitest';
import { Screened } from '../modules/screening/testing/screened';
import { readAs } from '../platform/db';
import { comparing } from './wiring';

it('who was met on no list is compared with later lists once the bureau has entered it, and nobody else who was told of', async () => {
  const county = await Screened.open();
  try {
    const { campaignId } = await county.start({ template: 'special', method: 'home', name: '入户' });
    const told = async (name: string) => (await county.find(county.village, campaignId, { name })).findId;
    const met = () => readAs(county.house.db, county.house.system, comparing.met);
    const [entered, known, dismissed] = [await told('何小禾'), await told('安然'), await told('孙小路')];
    await told('邵小满');
    expect(await met()).toEqual([]);
    const { childId } = await county.settle(county.bureau, entered, { verdict: 'entered' });
    await county.settle(county.bureau, known, { verdict: 'known', childId: county.ids.an });
    await county.settle(county.bureau, dismissed, { verdict: 'dismissed', reason: '走亲戚，住在邻县' });
    expect(await met()).toEqual([childId]);
  } finally {
    await county.house.close();
  }
});

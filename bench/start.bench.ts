// From nothing to the first page of the demo county, packages and bundle being there. `npm run bench start`
import { OwnHouse } from '../src/app/testing/own-house';
import { fixed, median, spread } from './figures';
import { load } from './machine';
import { quick } from './options';
import { report } from './table';

/** The bar of the issue, in seconds. */
const most = 60;
const runs = quick ? 1 : 3;

const loadBefore = load();
const times: number[] = [];
for (let run = 0; run < runs; run++) {
  const house = new OwnHouse();
  try {
    const began = performance.now();
    const served = await house.start(['--demo']);
    const page = await fetch(`${served.address}/`);
    if (page.status !== 200) throw new Error(`the first page answered ${page.status}`);
    await page.text();
    times.push((performance.now() - began) / 1000);
    await served.stop();
  } finally {
    await house.remove();
  }
}

const measured = `${spread(times, fixed(0))} s, n = ${runs}`;
report(
  'start',
  loadBefore,
  [
    {
      what: 'empty data folder to the first page with the demo county of 30,000',
      goal: `≤ ${most} s`,
      measured,
      reached: median(times) <= most,
    },
  ],
  [],
);

// The program is killed while teachers send their rolls: is each kept once? `npm run bench kill`
import { KilledMorning } from '../src/app/testing/killed-morning';
import { count, fixed, spread } from './figures';
import { load } from './machine';
import { quick } from './options';
import { report } from './table';

const kills = quick ? 10 : 200;
const teachers = 50;

const loadBefore = load();
const morning = await KilledMorning.open(teachers);
try {
  await morning.undisturbed();
  const ms = await morning.undisturbed();
  for (let kill = 0; kill < kills; kill++) await morning.kill(Math.ceil(ms));
  const { acknowledged, unanswered, wrong, lines, starts } = await morning.outcome();
  const seconds = spread(
    starts.map((one) => one / 1000),
    fixed(1),
  );
  report(
    'kill',
    loadBefore,
    [
      {
        what: `${count(kills)} times kill -9 of the program while ${teachers} teachers send rolls, embedded database`,
        goal: 'none lost that was acknowledged, none twice',
        measured: `${count(wrong.length)} of ${teachers} classes differ; ${count(acknowledged)} rolls, ${count(lines)} lines of the trail; ${count(unanswered)} sent again unanswered; serves again after ${seconds} s`,
        reached: wrong.length === 0 && lines === acknowledged && unanswered > 0,
      },
    ],
    [],
  );
} finally {
  await morning.close();
}

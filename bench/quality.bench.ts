// How often the comparison is right, on counties whose truth is known. `npm run bench quality`
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorRates, writeDemo } from '../src/tools/demo';
import { type OtherMode, otherModes, writeOther } from '../src/tools/other-county';
import { type Scores, score, type Truth } from '../src/tools/truth';
import { nol } from './lib/command';
import { type Line, report, spread } from './lib/table';

const children = Number(process.env.BENCH_CHILDREN ?? 30_000);
const demoSeeds = [2025, 11, 12, 13];
const otherSeeds = [21, 22];
const folder = mkdtempSync(path.join(tmpdir(), 'quality-bench-'));

type Files = { readonly household: string; readonly enrolment: string; readonly truth: string };
type Calibration = Map<number, { links: number; right: number }>;
const bands = [0.03, 0.2, 0.5, 0.8, 0.97, 0.99, 0.999, 1.01];

async function scored(files: Files, calibration: Calibration): Promise<Scores> {
  const json = path.join(folder, 'result.json');
  await nol(['compare', '--as-of', '2025-03-01', '--household', files.household, '--enrolment', files.enrolment, '--json', json]);
  const truth: Truth = JSON.parse(readFileSync(files.truth, 'utf8'));
  const result = JSON.parse(readFileSync(json, 'utf8'));
  calibrate(truth, result, calibration);
  return score(truth, result);
}

type ResultRows = {
  readonly household: readonly { row: number; enrolment: readonly { row: number; score: number; evidence: string[] }[] }[];
};

/** Of the links that no equal number made, how many in each band of scores are right. */
function calibrate({ registers }: Truth, { household }: ResultRows, calibration: Calibration): void {
  const { household: left, enrolment: right } = registers;
  if (!left || !right) return;
  for (const { row, enrolment } of household) {
    for (const link of enrolment) {
      if (link.evidence.includes('身份证号相同')) continue;
      const band = bands.findIndex((end) => link.score < end);
      const seen = calibration.get(band) ?? { links: 0, right: 0 };
      const person = left.person[row - left.firstRow];
      calibration.set(band, {
        links: seen.links + 1,
        right: seen.right + (person >= 0 && person === right.person[link.row - right.firstRow] ? 1 : 0),
      });
    }
  }
}

async function demo(seed: number, calibration: Calibration, noIds = false): Promise<Scores> {
  const errors = noIds ? errorRates({ enrolment: { idMissing: 1 } }) : errorRates();
  return scored(await writeDemo(folder, { seed, children, format: 'csv', errors }), calibration);
}

async function other(mode: OtherMode, seed: number, calibration: Calibration): Promise<Scores> {
  return scored(await writeOther(folder, { mode, seed, children }), calibration);
}

const percent = (share: number) => share * 100;
const f1 = ({ precision, recall }: { precision: number; recall: number }) => (2 * precision * recall) / (precision + recall);

/** The goals of every county: what is measured, how it is written, and which values reach the goal. */
const goals: readonly {
  readonly what: string;
  readonly goal: string;
  readonly of: (scores: Scores) => number;
  readonly digits: number;
  readonly unit: string;
  readonly reached: (value: number) => boolean;
}[] = [
  { what: 'hidden children', goal: '0', of: (s) => s.hidden.rows.length, digits: 0, unit: '', reached: (v) => v === 0 },
  {
    what: 'in school, reported not enrolled',
    goal: '≤ 0.05 %',
    of: (s) => percent(s.falseAbsent.share),
    digits: 3,
    unit: ' %',
    reached: (v) => v <= 0.05,
  },
  {
    what: 'rows before a person',
    goal: '≤ 0.4 %',
    of: (s) => percent(s.review.share),
    digits: 3,
    unit: ' %',
    reached: (v) => v <= 0.4,
  },
  {
    what: 'bad ID, precision',
    goal: '≥ 0.998',
    of: (s) => s.links.badId.precision,
    digits: 4,
    unit: '',
    reached: (v) => v >= 0.998,
  },
  {
    what: 'bad ID, recall of what was decided',
    goal: '≥ 0.995',
    of: (s) => s.links.badId.recall,
    digits: 4,
    unit: '',
    reached: (v) => v >= 0.995,
  },
  {
    what: 'bad ID, recall with what a person is shown',
    goal: '≥ 0.995',
    of: (s) => s.links.badId.recallWithReview,
    digits: 4,
    unit: '',
    reached: (v) => v >= 0.995,
  },
];

function mainLines(name: string, all: readonly Scores[]): Line[] {
  return goals.map(({ what, goal, of, digits, unit, reached }) =>
    line(`${name}: ${what}`, goal, spread(all.map(of), digits, unit), all.map(of).every(reached)),
  );
}

function groupLines(name: string, all: readonly Scores[]): Line[] {
  return (['minority', 'siblings', 'rare'] as const).map((group) => {
    const points = all.map((s) => percent(f1(s.links[group]) - f1(s.links.all)));
    return line(
      `${name}: F1 of ${group} less that of all, in points`,
      'within 0.5',
      spread(points, 3),
      points.every((p) => p >= -0.5),
    );
  });
}

function line(what: string, goal: string, measured: string, reached: boolean): Line {
  return { what, goal, measured, reached };
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<Scores>): Promise<Scores[]> {
  const scores: Scores[] = [];
  for (const item of items) scores.push(await work(item));
  return scores;
}

function calibrationLines(calibration: Calibration): Line[] {
  return [...calibration]
    .sort(([a], [b]) => a - b)
    .map(([band, { links, right }]) => ({
      what: `links scored ${band === 0 ? 0 : bands[band - 1]} to ${Math.min(1, bands[band])} that are right`,
      goal: 'no fewer than the score says',
      measured: `${((100 * right) / links).toFixed(1)} % of ${links}`,
    }));
}

async function main(): Promise<void> {
  const calibration: Calibration = new Map();
  const whole = await each(demoSeeds, (seed) => demo(seed, calibration));
  const lines = [...mainLines('demo county', whole), ...groupLines('demo county', whole)];
  for (const mode of otherModes) {
    const all = await each(otherSeeds, (seed) => other(mode, seed, calibration));
    if (mode === 'noIds') {
      const values = all.map((s) => f1(s.links.all));
      lines.push(line('other county, no ID at all on one side: F1', '≥ 0.996', spread(values, 4), Math.min(...values) >= 0.996));
    } else lines.push(...mainLines(`other county, ${mode}`, all));
  }
  const bare = await each(demoSeeds.slice(0, 2), (seed) => demo(seed, new Map(), true));
  const values = bare.map((s) => f1(s.links.all));
  lines.push(
    line(
      'demo county without the ID column of the enrolment list: F1',
      '≥ 0.996',
      spread(values, 4),
      Math.min(...values) >= 0.996,
    ),
  );
  report('quality', `Quality, ${children} children a county`, [...lines, ...calibrationLines(calibration)]);
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

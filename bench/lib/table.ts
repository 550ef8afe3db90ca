import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/entry';

/** One line of a benchmark's table; `reached` is left out where there is no goal. */
export type Line = { readonly what: string; readonly goal: string; readonly measured: string; readonly reached?: boolean };

/** Median and range of some measurements, with as many digits as asked for. */
export function spread(values: readonly number[], digits: number, unit = ''): string {
  const sorted = [...values].sort((a, b) => a - b);
  const text = (value: number) => value.toFixed(digits);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return least === most
    ? `${text(median)}${unit}`
    : `${text(median)}${unit} (${text(least)}–${text(most)}, n = ${sorted.length})`;
}

/**
 * Prints a table; with BENCH_WRITE=1 also puts it into bench/README.md, between the marks of its name, with the conditions
 * it was measured under.
 */
export function report(name: string, title: string, lines: readonly Line[]): void {
  const table = [
    '| what | goal | measured | reached |',
    '| --- | --- | --- | --- |',
    ...lines.map(({ what, goal, measured, reached }) => `| ${what} | ${goal} | ${measured} | ${reachedText(reached)} |`),
  ].join('\n');
  console.log(`\n${title}\n\n${table}\n`);
  if (process.env.BENCH_WRITE !== '1') return;
  const file = path.join(projectRoot(), 'bench/README.md');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`bench/README.md has no marks ${start} … ${end}`);
  writeFileSync(file, `${text.slice(0, from + start.length)}\n${conditions()}\n\n${table}\n${text.slice(to)}`);
}

function reachedText(reached: boolean | undefined): string {
  return reached === undefined ? '' : reached ? 'yes' : '**no**';
}

function conditions(): string {
  const [load] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day}, Node ${process.versions.node}, ${cpus().length} shared cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${load.toFixed(1)} at the end.`;
}

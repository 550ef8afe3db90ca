// Tables on the terminal and in README.md, and where each benchmark leaves its part of them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/platform/entry';
import { load, machine } from './machine';
import { quick } from './options';

/** One line of the table of goals; `reached` is left out where a figure stands only for comparison. */
export type Goal = { readonly what: string; readonly goal: string; readonly measured: string; readonly reached?: boolean };
export type Table = {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
/** What one benchmark found, with the circumstances. */
export type Part = {
  readonly about: string;
  readonly quick: boolean;
  readonly goals: readonly Goal[];
  readonly tables: readonly Table[];
};

/** Prints what one benchmark found, and keeps it so that the table of all can be put together. */
export function report(name: string, loadBefore: string, goals: readonly Goal[], tables: readonly Table[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const about = `${name}: ${day}, ${machine()}, load ${loadBefore} before and ${load()} after${quick ? ', quick' : ''}`;
  const part: Part = { about, quick, goals, tables };
  console.log(partText(part));
  try {
    mkdirSync(path.dirname(partFile(name)), { recursive: true });
    writeFileSync(partFile(name), JSON.stringify(part));
  } catch (error) {
    // The checkout belongs to somebody else: the figures have been printed, they are only not kept.
    console.error(`not kept: ${error instanceof Error ? error.message : error}`);
  }
}

/** What a benchmark left when it last ran. */
export function partOf(name: string): Part | undefined {
  return existsSync(partFile(name)) ? JSON.parse(readFileSync(partFile(name), 'utf8')) : undefined;
}

function partFile(name: string): string {
  return path.join(projectRoot(), 'data/bench', `${name}.json`);
}

function partText({ about, goals, tables }: Part): string {
  const goalText = goals.length > 0 ? [markdown(goalTable(goals))] : [];
  return [`\n${about}\n`, ...goalText, ...tables.map((table) => `\n${table.title}\n\n${markdown(table)}`)].join('\n');
}

/** The table of goals in the order given. */
export function goalTable(goals: readonly Goal[]): Table {
  const rows = goals.map(({ what, goal, measured, reached }) => [
    what,
    goal,
    measured,
    reached === undefined ? '' : reached ? 'yes' : '**no**',
  ]);
  return { title: '', headers: ['what', 'goal', 'measured', 'reached?'], rows };
}

/** A table that can be read as it stands and drawn from Markdown. */
export function markdown({ headers, rows }: Table): string {
  const widths = headers.map((header, column) => Math.max(...[header, ...rows.map((row) => row[column])].map(width)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - width(cell))).join(' | ')} |`;
  return [line(headers), line(widths.map((one) => '-'.repeat(one))), ...rows.map(line)].join('\n');
}

/** Columns on the terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

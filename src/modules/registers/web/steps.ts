import type { PreviewView } from '../contract';
import type { BadRowChoice } from '../rules/batch-state';
import type { PreviewStep } from './places';

type Columns = PreviewView['sources'][number]['columns'];

/** The columns of which a person should say what they are for: nobody knows them, or their cells look like something else. */
export function openColumns(columns: Columns): Columns {
  return columns.filter(({ role, why }) => (role === null && why !== 'repeated') || why === 'unlike');
}

/** What a column is taken for until somebody says otherwise: what is known, else what its cells look like. */
export function takenFor({ role, suggestion }: Columns[number]): Columns[number]['role'] {
  return role ?? suggestion;
}

/** What speaks against a list before anything is said of its effect. */
const forColumns = 'missing-column';

/**
 * The step at which a person goes on with a list that was read: its columns when one is unknown, else its problems when there are
 * some to mend or something is to be asked, else straight what it would change.
 */
export function firstStep(preview: Pick<PreviewView, 'sources' | 'guards' | 'errorRows'>): PreviewStep {
  const { sources, guards, errorRows } = preview;
  if (guards.some(({ code }) => code === forColumns)) return 'columns';
  if (sources.some(({ remembered, columns }) => !remembered && openColumns(columns).length > 0)) return 'columns';
  return errorRows > 0 || guards.some(({ severity }) => severity === 'stop') ? 'check' : 'effect';
}

/** The guards that ask for a reason, those of the list and those of what it would do. */
export function askingGuards<G extends { readonly severity: string }>(...guards: readonly (readonly G[])[]): readonly G[] {
  return guards.flat().filter(({ severity }) => severity === 'ask');
}

/** How many rows a batch brought, or would bring: all of them, or those without a mistake. */
export function rowsTaken(counts: { readonly rows: number; readonly errorRows: number }, badRows: BadRowChoice | null): number {
  return badRows === 'wait' ? counts.rows - counts.errorRows : counts.rows;
}

import type { MappingChoice, PreviewView } from '../contract';
import { openColumns, takenFor } from './steps';

type Sources = PreviewView['sources'];
type Role = Sources[number]['columns'][number]['role'];

/** What a person said: source → key of the column → role. */
export type Said = Readonly<Record<string, Readonly<Record<string, Role>>>>;

/**
 * What goes to the server. A doubtful column that the person saw and left alone is
 * what was shown, or not used: said so, it is not asked again. A
 * source whose columns were all known and left alone is not mentioned; an empty list says that nothing changes.
 */
export function columnChoice(sources: Sources, said: Said): MappingChoice['sources'] {
  return sources.flatMap(({ sourceKey, columns }) => {
    const own = said[sourceKey] ?? {};
    const changed = columns.filter(({ key, role }) => key in own && own[key] !== role).map(({ key }) => [key, own[key] ?? null]);
    const left = openColumns(columns).filter(({ key }) => !(key in own));
    const chosen = [...changed, ...left.map((column) => [column.key, takenFor(column) ?? 'unused'])];
    return chosen.length === 0 ? [] : [{ sourceKey, columns: Object.fromEntries(chosen) }];
  });
}

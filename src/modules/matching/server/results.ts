import type { Comparison } from '../rules/compare';
import { draftResultJson } from './result-json';
import { writeResultWorkbook } from './result-workbook';
import type { Summary } from './summary';

/** Where the results go; what is undefined is not written. */
export type ResultPlaces = {
  readonly out: string | undefined;
  readonly json: string | undefined;
  readonly signal?: AbortSignal;
  /** told the name of each file before it is written */
  readonly onFile?: (file: string) => void;
};

/** Writes the result files: both, or after any failure or abort neither. */
export async function writeResults(comparison: Comparison, summary: Summary, places: ResultPlaces): Promise<void> {
  const { out, json, signal, onFile } = places;
  if (json !== undefined) onFile?.(json);
  const draft = json === undefined ? undefined : await draftResultJson(json, comparison, summary, signal);
  try {
    if (out !== undefined) {
      onFile?.(out);
      await writeResultWorkbook(out, comparison, summary, signal);
    }
    signal?.throwIfAborted();
  } catch (error) {
    await draft?.discard();
    throw error;
  }
  await draft?.commit();
}

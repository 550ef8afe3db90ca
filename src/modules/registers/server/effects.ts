import type { ReadTrx } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { EffectView } from '../contract';
import { type BadRowChoice, badRowChoices, type CommitMode } from '../rules/batch-state';
import { type CommitPlan, type CommitTerms, type Comparison, compareLists, planCommit } from '../rules/commit-plan';
import { changedFields } from './changed-fields';
import { readSnapshots } from './current-register';
import { effectView } from './preview';
import type { BatchReading } from './reading';
import { RegisterSeal } from './sealed-rows';
import type { StoredSnapshot } from './snapshot-store';
import type { StoredBatch } from './store';
import { type OpenSnapshot, openSnapshot } from './stored-rows';

/** What each way of taking a batch would do to what counts, with the fields that would change. */
export async function effectsOf(
  trx: ReadTrx,
  { ring }: Pick<House, 'ring'>,
  batch: Pick<StoredBatch, 'kind' | 'asOf'>,
  reading: Pick<BatchReading, 'index' | 'overlap' | 'mends' | 'kept'>,
  current: StoredSnapshot | undefined,
): Promise<EffectView[]> {
  const base = await openSnapshot(trx, new RegisterSeal(ring, trx.countyId), current);
  const modes: readonly CommitMode[] = reading.mends ? ['mend'] : current ? ['replace', 'add'] : ['replace'];
  const bad = reading.kept.states.includes(1);
  const compared = reading.mends ? undefined : compareLists(base, reading.index, new Set(reading.overlap.dropped));
  const plans = modes.flatMap((mode) =>
    choicesOf(mode, bad).map((badRows) => ({ mode, badRows, plan: planFor(base, reading, { mode, badRows }, compared) })),
  );
  const before =
    plans.some(({ plan }) => plan.changed.length > 0) && current ? await placesOf(trx, ring, batch, base, current) : undefined;
  const own = new Map(Array.from(reading.kept.rawRow, (raw, row) => [raw, row]));
  const days = { asOf: batch.asOf, current: current?.asOf };
  return plans.map(({ plan, ...terms }) => {
    const pairs = before ? pairsOf(plan, before.rowAt, own) : [];
    const fields = before ? changedFields(before.register, reading.kept.register, pairs) : [];
    return effectView(plan, terms, fields, days);
  });
}

/** What may be done with bad rows, what is proposed first: to take them, but to go on waiting where they were brought as mended and are not. */
function choicesOf(mode: CommitMode, bad: boolean): readonly BadRowChoice[] {
  if (!bad) return ['take'];
  return mode === 'mend' ? ['wait', 'take'] : badRowChoices;
}

/** The plan for one way of taking a batch. */
export function planFor(
  base: OpenSnapshot,
  { index, overlap, mends }: Pick<BatchReading, 'index' | 'overlap' | 'mends'>,
  terms: Pick<CommitTerms, 'mode' | 'badRows'>,
  compared?: Comparison,
): CommitPlan {
  const places = new Map<string, number>();
  if (mends) {
    base.rowOf.forEach((row, place) => {
      places.set(`${base.layers[base.layerOf[place]].batchId}#${row}`, place);
    });
  }
  const mended = [...(mends ?? [])].map(([own, { batchId, row }]) => [own, places.get(`${batchId}#${row}`) ?? -1] as const);
  return planCommit(base, index, { ...terms, repeated: new Set(overlap.dropped), mends: new Map(mended) }, compared);
}

/** The register of what counts, and at which row of it each place of its index stands. */
async function placesOf(
  trx: ReadTrx,
  ring: House['ring'],
  { kind }: Pick<StoredBatch, 'kind'>,
  base: OpenSnapshot,
  current: StoredSnapshot,
) {
  const { register, batches, batchOf, rowInBatch } = await readSnapshots(trx, ring, kind, [current]);
  const rows = new Map<string, number>();
  for (let row = 0; row < register.count; row++) rows.set(`${batches[batchOf[row]]}#${rowInBatch[row]}`, row);
  const rowAt = (place: number) => rows.get(`${base.layers[base.layerOf[place]].batchId}#${base.rowOf[place]}`);
  return { register, rowAt };
}

function pairsOf(
  plan: CommitPlan,
  rowAt: (place: number) => number | undefined,
  own: ReadonlyMap<number, number>,
): (readonly [number, number])[] {
  return plan.changed.flatMap(([place, raw]) => {
    const [before, after] = [rowAt(place), own.get(raw)];
    return before === undefined || after === undefined ? [] : [[before, after] as const];
  });
}

import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import type { ChildValues, SourceKind } from '../rules/child-values';
import { insertMerge } from '../server/merge-store';
import { settleChildren } from '../server/record';
import { putSources, type SourceDraft } from '../server/source-store';

/** A row of a list as a test tells it; what is not said is made up. */
export type ToldRow = {
  readonly kind: SourceKind;
  readonly values: ChildValues;
  readonly more?: Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly key?: string;
  readonly evidence?: SourceDraft['evidence'];
};

/** Records children, each with the rows that are it; answers with their ids in the same order. */
export async function recordChildren(trx: Trx, ring: KeyRing, children: readonly (readonly ToldRow[])[]): Promise<string[]> {
  const ids = children.map(() => newId());
  const drafts = children.map((rows, at) => rows.map((row, no) => draftOf(trx.countyId, ids[at] ?? '', row, no, rows.length)));
  const byChild = new Map(ids.map((id, at) => [id, drafts[at] ?? []]));
  const sourcesOf = (id: string) =>
    (byChild.get(id) ?? []).map(({ kind, key, asOf, body }) => ({ kind, rowKey: key, asOf, values: body.values }));
  await settleChildren(trx, ring, ids, { sourcesOf, fresh: new Set(ids) });
  await putSources(trx, ring, drafts.flat(), 1);
  return ids;
}

/** Has a comparison propose that two records are one child; answers with the id of the proposal. */
export async function proposeMerge(trx: Trx, kept: string, other: string): Promise<string> {
  return insertMerge(trx, { kept, other, state: 'proposed', run: 1, reason: '' });
}

function draftOf(countyId: string, childId: string, row: ToldRow, no: number, rows: number): SourceDraft {
  const { kind, values, more = {}, asOf = '2025-03-01', key = newId(), evidence = null } = row;
  return {
    ...{ kind, key, childId, asOf, evidence },
    batchId: `batch-${kind}`,
    rowNo: no + 2,
    unit: `${countyId}/`,
    place: '',
    content: '00',
    link: rows === 1 ? 'alone' : 'program',
    score: rows === 1 ? null : 0.98,
    body: { values, more },
  };
}

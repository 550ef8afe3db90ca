import type { KeyRing } from '../../../../platform/crypto';
import type { Trx } from '../../../../platform/db';
import { type RowRef, rowName } from '../../../children/index';
import {
  childPlaces,
  endSources,
  type FactDraft,
  listJoined,
  listKnownSources,
  moveSources,
  putFacts,
  putSources,
  settleChildren,
  syncProposals,
  writeInPieces,
} from '../../../children/server/index';
import type { RunView } from '../../contract';
import type { Found } from '../../rules/balance';
import type { Row } from '../../rules/clusters';
import { type Finding, findingNames } from '../../rules/finding-names';
import type { RegisterWords } from '../../rules/register-facts';
import { type ChildFinding, changeFindings, listFindings } from '../finding-store';
import { listKnownReviews } from '../review-store';
import { insertRun, lastRun, lockRuns } from '../run-store';
import { summaryOf } from '../summary';
import { balanceOfRecords, type Compared } from './compared';
import { factsOfRows } from './take-facts';
import { takeReviews } from './take-reviews';
import { pointerOf, type RowChanges, sourceDraft, takeRows } from './take-rows';

/** Of which job, and since when. */
export type RunFacts = Pick<RunView, 'runId' | 'beganAt'> & { readonly now: () => Date };

/**
 * Takes a comparison over, in the caller's transaction and as a whole: rows get their children, records are worked out again,
 * facts are recorded, findings and questions brought up to date. What did not change is not written.
 */
export async function takeOver(
  trx: Trx,
  ring: KeyRing,
  { compared, met }: { readonly compared: Compared; readonly met: ReadonlySet<string> },
  words: RegisterWords,
  run: RunFacts,
): Promise<RunView['changes'] & { readonly runNo: number }> {
  await lockRuns(trx);
  const runNo = ((await lastRun(trx))?.runNo ?? 0) + 1;
  const changes = await takeRows(trx, ring, compared, await listKnownSources(trx), { joined: await listJoined(trx), met });
  const records = recordsOf(compared, changes);
  const now = records.flatMap(({ childId, findings: found }) => found.map((finding) => ({ childId, finding })));
  const findings = differences(await listFindings(trx), now);
  const facts = await factsOfRows(trx, ring, compared, changes, findings.begun, words);
  await writeRows(trx, ring, compared, changes, runNo);
  await putFacts(trx, facts);
  const proposals = await syncProposals(trx, changes.plan.proposals, runNo);
  const told = await keepRun(
    trx,
    compared,
    records,
    { ...run, runNo, compared: { rows: compared.rows.count, changed: changes.put.length, gone: changes.gone.length } },
    {
      begun: countsOf(findings.begun),
      ended: countsOf(findings.ended),
      children: {
        fresh: changes.fresh.size,
        changed: changes.touched.filter((child) => !changes.fresh.has(child) && changes.rowsOf.has(child)).length,
        unlisted: changes.touched.filter((child) => !changes.rowsOf.has(child)).length,
        splits: changes.plan.splits.length,
        proposals,
      },
      reviews: await takeReviews(trx, ring, compared, await listKnownReviews(trx), runNo, childOfRow(changes)),
    },
  );
  await changeFindings(trx, runNo, findings);
  return { ...told, runNo };
}

/** Which child a row belongs to after the comparison. */
function childOfRow({ byName, gone }: RowChanges): (row: RowRef) => string | undefined {
  const left = new Map(gone.map((source) => [rowName(source), source.childId]));
  return (row) => byName.get(rowName(row))?.childId ?? left.get(rowName(row));
}

async function writeRows(trx: Trx, ring: KeyRing, compared: Compared, changes: RowChanges, runNo: number): Promise<void> {
  const { touched, fresh } = changes;
  const before = await childPlaces(
    trx,
    touched.filter((child) => !fresh.has(child)),
  );
  const sourcesOf = (childId: string) =>
    (changes.rowsOf.get(childId) ?? []).map(({ ref, row, facts }) => ({
      kind: ref.kind,
      rowKey: ref.key,
      asOf: facts.asOf,
      values: compared.rows.values(row),
    }));
  const after = await settleChildren(trx, ring, touched, { sourcesOf, fresh });
  await writeInPieces(changes.put, (piece) =>
    putSources(
      trx,
      ring,
      piece.map((row) => sourceDraft(compared, row)),
      runNo,
    ),
  );
  await moveSources(trx, changes.moved.map(pointerOf));
  await endSources(trx, changes.gone, runNo);
  await putFacts(trx, homeFacts(before, after, compared.comparison.asOf));
}

/** Which village answers for a child, told when it changes. */
function homeFacts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, day: string): FactDraft[] {
  return [...after].flatMap(([childId, area]) => {
    if ((before.get(childId) ?? '') === area) return [];
    return [{ childId, kind: 'home', happened: day, source: 'register' as const, body: area === '' ? {} : { area } }];
  });
}

/** Every record with its rows and what was found of it. */
function recordsOf(compared: Compared, { byName }: RowChanges): readonly (Found & { readonly childId: string })[] {
  return compared.people.flatMap(({ rows, kept }) => {
    if (!kept) return [];
    const parts = new Map<string, Row[]>();
    for (const row of rows) {
      const childId = byName.get(rowName(compared.rows.ref(row)))?.childId ?? '';
      parts.set(childId, [...(parts.get(childId) ?? []), row]);
    }
    return [...parts].map(([childId, own]) => ({ childId, rows: own, findings: compared.findings.ofPart(rows, own), kept }));
  });
}

function differences(before: readonly ChildFinding[], now: readonly ChildFinding[]) {
  const name = ({ childId, finding }: ChildFinding) => `${childId} ${finding}`;
  const [there, here] = [new Set(before.map(name)), new Set(now.map(name))];
  return {
    begun: now.filter((one) => !there.has(name(one))),
    ended: before.filter((one) => !here.has(name(one))),
  };
}

function countsOf(list: readonly ChildFinding[]): { [F in Finding]?: number } {
  const counts: { [F in Finding]?: number } = {};
  for (const { finding } of list) counts[finding] = (counts[finding] ?? 0) + 1;
  return Object.fromEntries(findingNames.flatMap((finding) => (counts[finding] ? [[finding, counts[finding]]] : [])));
}

type KeptRun = { readonly runNo: number; readonly compared: Omit<RunView['compared'], 'milliseconds'> };

async function keepRun(
  trx: Trx,
  compared: Compared,
  records: readonly Found[],
  { runId, runNo, beganAt, now, compared: looked }: RunFacts & KeptRun,
  changes: RunView['changes'],
): Promise<RunView['changes']> {
  const { comparison, rows } = compared;
  const { household, enrolment, duplicates, attending, presence, poverty, disability, placements } = summaryOf(comparison, '');
  const counts = { household, enrolment, duplicates, attending, presence, poverty, disability, placements };
  await insertRun(trx, {
    ...{ runNo, runId, beganAt, changes },
    asOf: comparison.asOf,
    inputs: rows.inputs(),
    counts: Object.fromEntries(Object.entries(counts).flatMap(([list, one]) => (one ? [[list, { ...one }]] : []))),
    equation: balanceOfRecords(compared, records),
    compared: { ...looked, milliseconds: Math.max(0, now().getTime() - new Date(beganAt).getTime()) },
    endedAt: now().toISOString(),
    askedBy: trx.context.actor?.userId ?? null,
  });
  return changes;
}

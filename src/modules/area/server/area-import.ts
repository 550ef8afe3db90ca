import { Refusal } from '../../../kernel/refusal';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import type { AreaImport, AreaPreview } from '../contract';
import { type AreaDifference, countChanges, differenceOfAreas } from '../rules/area-difference';
import { type AreaProblem, countyMissing, readAreaTable } from '../rules/area-table';
import { areaOf } from '../rules/area-tree';
import { dayBefore } from '../rules/grid-owner';
import { insertAreas, insertNames, listAreas, lockPlaces, type StoredArea, updateArea } from './store';

/** What a table would change, read and compared; writes nothing. */
export function previewOf(areas: readonly StoredArea[], text: string, countyCode: string): AreaPreview {
  const { rows, problems } = read(areas, text, countyCode);
  // Lines that were left out would look like places that are gone.
  const difference = problems.length > 0 ? undefined : differenceOfAreas(areas, rows);
  return { ...shown(difference), problems: problems.map((one) => ({ ...one })), state: stateOf(areas) };
}

/** Brings the areas to what a table says, from a day on, when nothing changed since it was looked at. */
export async function importAreas(db: Db, context: Context, order: AreaImport) {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const areas = await listAreas(trx);
    if (stateOf(areas) !== order.state) throw importedMeanwhile();
    const { rows, problems } = read(areas, order.text, trx.countyId);
    refuseProblems(problems);
    const difference = differenceOfAreas(areas, rows);
    refuseReused(difference);
    await applyDifference(trx, areas, difference, order);
    const { added, renamed, respelled, moved, closed, unchanged } = difference;
    const result = {
      added: added.length,
      renamed: renamed.length,
      respelled: respelled.length,
      moved: moved.length,
      closed: closed.length,
      unchanged,
    };
    const change = {
      act: 'area.change',
      object: `area:${trx.countyId}`,
      reason: order.reason,
      detail: { ...result, from: order.from },
    };
    return { result, changes: countChanges(difference) > 0 ? [change] : [] };
  });
}

async function applyDifference(
  trx: Trx,
  areas: readonly StoredArea[],
  { added, renamed, respelled, moved, closed }: AreaDifference,
  { from, reason }: AreaImport,
): Promise<void> {
  const now = new Map(areas.map((area) => [area.code, area]));
  const versionOf = (code: string) => now.get(code)?.version ?? 0;
  const fresh = [...added, ...moved.map(({ to }) => to)];
  await insertAreas(
    trx,
    fresh.map(({ code, name, otherNames }) => areaOf(code, name, otherNames, from)),
    reason,
  );
  for (const { code, to, otherNames } of renamed) {
    await updateArea(trx, code, versionOf(code), { name: to, otherNames, reason });
    await insertNames(trx, [{ code, from, name: to }], reason);
  }
  for (const { code, otherNames } of respelled) await updateArea(trx, code, versionOf(code), { otherNames, reason });
  const successors = new Map(moved.map((move) => [move.from.code, move.to.code]));
  for (const area of [...closed, ...moved.map((move) => move.from)]) {
    const successor = successors.get(area.code) ?? null;
    await updateArea(trx, area.code, versionOf(area.code), { until: lastDay(area, from), successor, reason });
  }
}

/** Reads a table; the first one of a county must say what the county itself is called. */
function read(areas: readonly StoredArea[], text: string, countyCode: string) {
  const { rows, problems } = readAreaTable(text, countyCode);
  const named = areas.length > 0 || rows.some(({ code }) => code === countyCode);
  return { rows, problems: named || problems.length > 0 ? problems : [countyMissing(countyCode)] };
}

/** A place that would end before it began existed for one day. */
function lastDay(area: { readonly from: string }, from: string): string {
  const before = dayBefore(from);
  return before < area.from ? area.from : before;
}

/** Grows with every change, so that equal numbers mean the same areas. */
function stateOf(areas: readonly StoredArea[]): number {
  return areas.reduce((sum, { version }) => sum + version, 0);
}

function shown(difference: AreaDifference | undefined): Omit<AreaPreview, 'problems' | 'state'> {
  const row = ({ code, name, otherNames }: { code: string; name: string; otherNames: readonly string[] }) => ({
    code,
    name,
    otherNames: [...otherNames],
  });
  return {
    added: (difference?.added ?? []).map(row),
    renamed: (difference?.renamed ?? []).map(({ code, from, to }) => ({ code, from, to })),
    respelled: (difference?.respelled ?? []).map(row),
    moved: (difference?.moved ?? []).map(({ from, to }) => ({ from: row(from), to: row(to) })),
    closed: (difference?.closed ?? []).map(row),
    reused: (difference?.reused ?? []).map(row),
    unchanged: difference?.unchanged ?? 0,
  };
}

function importedMeanwhile(): Refusal {
  return new Refusal('conflict', 'changed-meanwhile', {
    zh: '没有导入：预览之后有人改过区划。请重新预览，再决定要不要导入。',
    en: 'Not imported: somebody changed the places after you looked. Look again and decide.',
  });
}

function refuseProblems(problems: readonly AreaProblem[]): void {
  if (problems.length === 0) return;
  throw new Refusal('unprocessable', 'table-problems', {
    zh: `没有导入：表里有 ${problems.length} 处问题，第一处在第 ${problems[0]?.row} 行。请改好后重新预览。`,
    en: `Not imported: the table has ${problems.length} problems, the first in row ${problems[0]?.row}. Mend them and look again.`,
  });
}

function refuseReused({ reused }: AreaDifference): void {
  const [first] = reused;
  if (first === undefined) return;
  throw new Refusal('unprocessable', 'code-reused', {
    zh: `没有导入：${first.code}（${first.name}）等 ${reused.length} 个代码以前撤销过，不能再用。请核对代码。`,
    en: `Not imported: ${reused.length} codes were closed before and cannot come back, such as ${first.code}. Check the codes.`,
  });
}

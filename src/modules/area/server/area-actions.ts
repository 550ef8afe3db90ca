import { absent } from '../../../kernel/refusal';
import { type Context, type Db, transact } from '../../../platform/db';
import type { AreaChange, AreaClosing, AreaDraft } from '../contract';
import { parentCodeOf } from '../rules/area-code';
import { areaOf } from '../rules/area-tree';
import { things } from '../words';
import { refuseFaults, refuseStale } from './asking';
import { findArea, insertAreas, insertNames, listAreaNames, listAreas, lockPlaces, type StoredArea, updateArea } from './store';

/** Adds one place below an open one. */
export async function addArea(db: Db, context: Context, draft: AreaDraft): Promise<StoredArea> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const parentCode = parentCodeOf(draft.code);
    const parent = parentCode === null ? undefined : await findArea(trx, parentCode);
    if (parent === undefined || parent.until !== null) {
      const zh = '上一级区划不存在或已撤销，请先录入上一级，或改代码。';
      refuseFaults([
        { path: 'code', zh, en: 'The place above does not exist or was closed; enter it first, or change the code.' },
      ]);
    }
    if (await findArea(trx, draft.code)) {
      const zh = '这个区划代码已经用过，不能再用。';
      refuseFaults([{ path: 'code', zh, en: 'This code has been used before and cannot be used again.' }]);
    }
    const area = areaOf(draft.code, draft.name, draft.otherNames, draft.from);
    await insertAreas(trx, [area], draft.reason);
    const change = { act: 'area.change', object: `area:${draft.code}`, reason: draft.reason, detail: { added: draft.name } };
    return { result: { ...area, version: 1 }, changes: [change] };
  });
}

/** Renames a place from a day on, or changes its other spellings. */
export async function changeArea(db: Db, context: Context, code: string, change: AreaChange): Promise<StoredArea> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await findArea(trx, code);
    if (before === undefined) throw absent(things.area);
    const { name, otherNames, reason } = change;
    const since = (await listAreaNames(trx, code)).at(-1)?.from ?? before.from;
    if (name !== before.name && change.from < since) {
      const zh = `现在的名称从 ${since} 起用，新名称要从这一天或以后开始。`;
      refuseFaults([{ path: 'from', zh, en: `The present name holds from ${since}; the new one begins then or later.` }]);
    }
    refuseStale(await updateArea(trx, code, change.version, { name, otherNames, reason }), things.area, before);
    if (name !== before.name) await insertNames(trx, [{ code, from: change.from, name }], reason);
    const detail = { from: { name: before.name, otherNames: before.otherNames }, to: { name, otherNames }, day: change.from };
    const result = { ...before, name, otherNames, version: change.version + 1 };
    return { result, changes: [{ act: 'area.change', object: `area:${code}`, reason, detail }] };
  });
}

/** Closes a place without open places below it; its code is never used again. */
export async function closeArea(db: Db, context: Context, code: string, closing: AreaClosing): Promise<StoredArea> {
  return transact(db, context, async (trx) => {
    await lockPlaces(trx);
    const before = await findArea(trx, code);
    if (before === undefined || before.level === 'county') throw absent(things.area);
    const { until, successor, reason } = closing;
    const next = successor === null ? undefined : await findArea(trx, successor);
    if (successor !== null && (next === undefined || next.until !== null || successor === code)) {
      const zh = '接续的区划不存在或已撤销，请重新选择。';
      refuseFaults([{ path: 'successor', zh, en: 'The place that takes over does not exist or was closed; choose another.' }]);
    }
    const below = (await listAreas(trx)).filter(({ parentCode, until: end }) => parentCode === code && end === null);
    if (below.length > 0) {
      const zh = `下面还有 ${below.length} 个村（社区），请先撤销或移走。`;
      refuseFaults([{ path: 'until', zh, en: `It still has ${below.length} villages; close or move them first.` }]);
    }
    if (until < before.from) {
      refuseFaults([{ path: 'until', zh: '撤销日早于设立日，请改正。', en: 'The last day is before the first; correct it.' }]);
    }
    refuseStale(await updateArea(trx, code, closing.version, { until, successor, reason }), things.area, before);
    const result = { ...before, until, successor, version: closing.version + 1 };
    return { result, changes: [{ act: 'area.change', object: `area:${code}`, reason, detail: { until, successor } }] };
  });
}

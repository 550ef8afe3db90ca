import { parseDay } from '../../../kernel/day';
import { idKey } from '../../../kernel/id-number';
import { changedMeanwhile, type FieldFault, Refusal } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import { findArea } from '../../area/server/index';
import type { ChildView, CorrectableField, Correction } from '../contract';
import { permissions } from '../permissions';
import type { ChildValues } from '../rules/child-values';
import { things } from '../words';
import { everywhere, found, refusal, scopeFor } from './asking';
import { childView } from './child-view';
import { insertCorrection, withdrawCorrection } from './correction-store';
import { type ChildRow, findChild } from './read-store';
import { settleChildren } from './record';

/** Puts a field of a record right, or takes back what was put right; it stands above every list until then. */
export async function correct(
  db: Db,
  context: Context,
  ring: KeyRing,
  where: { readonly id: string; readonly field: CorrectableField },
  { value, reason, version }: Correction,
): Promise<ChildView> {
  return transact(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['child.correct']);
    const child = found(await findChild(trx, scope, where.id, true), things.child);
    if (child.version !== version) throw changedMeanwhile(things.child, childView(trx, ring, child, new Map()));
    const { field } = where;
    if (value === null) {
      if (!(await withdrawCorrection(trx, child.child_id, field))) throw nothingCorrected();
    } else {
      const values = await valuesOf(trx, field, value);
      await insertCorrection(trx, ring, { childId: child.child_id, field, values, reason, fileId: null });
    }
    await settleChildren(trx, ring, [child.child_id]);
    const change = {
      act: 'child.correct',
      object: `child:${child.child_id}`,
      reason,
      detail: { field, withdrawn: value === null },
    };
    return { result: childView(trx, ring, await again(trx, child), new Map()), changes: [change] };
  });
}

/** The record after the change, wherever the child now lives. */
async function again(trx: Trx, child: ChildRow): Promise<ChildRow> {
  return found(await findChild(trx, everywhere, child.child_id), things.child);
}

async function valuesOf(trx: Trx, field: CorrectableField, value: string): Promise<ChildValues> {
  if (field === 'home') return homeOf(trx, value);
  const text =
    field === 'idNumber' || field === 'studentNumber' ? value.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '') : value;
  if (field === 'sex' && text !== '1' && text !== '2') {
    throw fault('性别请选“男”或“女”。', 'Choose male or female.');
  }
  if (field === 'birthDay' && parseDay(text) === undefined) {
    throw fault('出生日期不是一个日期，请按 2014-05-02 的样子填写。', 'Not a date; write it like 2014-05-02.');
  }
  // 18 digits that are no ID number are a slip; a passport or a permit looks otherwise.
  if (field === 'idNumber' && /^\d{15,18}X?$/.test(text) && idKey(text) < 0) {
    throw fault(
      '这个身份证号不对（位数、日期或校验位），请对照户口簿核对。',
      'Not a valid ID number; check it against the household booklet.',
    );
  }
  if (field === 'guardianPhone' && !/^\d{7,15}$/.test(text.replaceAll(/[\s()+-]/g, ''))) {
    throw fault('电话应是 7 到 15 位数字，请核对。', 'A telephone number has 7 to 15 digits; check it.');
  }
  return { [field]: text };
}

/** A village or township by its code, as the home of a child; refuses one that does not exist. */
export async function homeOf(trx: Trx, code: string): Promise<ChildValues> {
  const area = await findArea(trx, code);
  if (area === undefined || area.until !== null || area.level === 'county') {
    throw fault('这个村或乡镇不存在或已撤销，请重新选择。', 'This place does not exist or was closed; choose another.');
  }
  if (area.level === 'township') return { areaPath: area.path, township: area.name };
  const township = await findArea(trx, area.parentCode ?? '');
  return { areaPath: area.path, township: township?.name ?? '', village: area.name };
}

function nothingCorrected(): Refusal {
  const zh = '没有保存：这一项没有更正过，不用撤回。请刷新后再看。';
  return refusal('conflict', 'nothing-corrected', zh, 'Not saved: nothing was put right here. Reload and look again.');
}

function fault(zh: string, en: string): Refusal {
  const fields: FieldFault[] = [{ path: 'value', zh, en }];
  return new Refusal('unprocessable', 'faults', { zh: `没有保存：${zh}`, en: `Not saved: ${en}` }, { fields });
}

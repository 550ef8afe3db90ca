import { absent } from '../../../kernel/refusal';
import { type Context, type Db, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { SheetOut } from '../../../platform/sheets/index';
import { permissions } from '../permissions';
import { objectOf, previewFor } from './actions';
import { batchFor } from './asking';
import { faultyRows } from './problem-places';
import { problemSheets } from './problem-workbook';
import { nothingToMend, things, tooManyToMend } from './refusals';
import { RegisterSeal } from './sealed-rows';

/** Nobody mends more by hand; so many are a column spoilt in every row. Our choice. */
const mostMended = 5000;
/** What nobody else has approved goes out in no more rows than this (PRV-11); to whoever brought the list nothing new goes out. */
const mostOfOthers = 200;

/** Hands the rows of a batch that must be mended to a person, in clear as the list had them; leaves its line in the audit trail. */
export async function handOut(db: Db, house: House, context: Context, id: string): Promise<readonly SheetOut[]> {
  return transact(db, context, async (trx) => {
    const batch = await batchFor(trx, context, permissions['register.import'], id);
    if (batch.state !== 'previewed' && batch.state !== 'committed') throw absent(things.batch);
    const { groups, errorRows } = previewFor(batch, house, trx.countyId);
    if (errorRows === 0) throw nothingToMend();
    const brought = context.actor?.userId === batch.createdById;
    const most = brought ? mostMended : mostOfOthers;
    if (errorRows > most) throw tooManyToMend(errorRows, most, brought);
    const seal = new RegisterSeal(house.ring, trx.countyId);
    const sheets = await problemSheets(trx, seal, batch, await faultyRows(trx, seal, id, groups));
    const detail = { kind: batch.kind, rows: errorRows };
    return { result: sheets, changes: [{ act: 'register.problem-rows', object: objectOf(id), detail }] };
  });
}

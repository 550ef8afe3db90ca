import type { Trx } from '../../../platform/db';

type Exports = {
  export_request: {
    county_id: string;
    export_id: string;
    number: string;
    kind: string;
    ledger: string;
    filter: string;
    classes: string[];
    purpose: string;
    purpose_text: string;
    receiver: string;
    tree: string;
    path: string;
    asked_as: string;
    state: string;
    version: number;
    rows_asked: number;
    asked_by: string;
    asked_at: Date;
    expires_at: Date;
  };
};

/** A ledger that the registrar of a school has asked for, who is none of those who ask in the tests. */
export async function insertAskedExport(trx: Trx, export_id: string, path: string): Promise<void> {
  const what = { kind: 'sheet', ledger: 'school-age', filter: '{"grade":[],"state":[]}', classes: ['F1'], rows_asked: 1 };
  const why = { purpose: 'visit', purpose_text: '入户核查', receiver: '本校教师' };
  const where = { tree: 'school', path, asked_as: 'registrar', state: 'asked', version: 1, asked_by: 'test' };
  const when = { asked_at: trx.now, expires_at: new Date(trx.now.getTime() + 86_400_000) };
  const row = { county_id: trx.countyId, export_id, number: `DC-${export_id}`, ...what, ...why, ...where, ...when };
  await trx.withTables<Exports>().insertInto('export_request').values(row).execute();
}

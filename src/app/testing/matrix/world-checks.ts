import type { Trx } from '../../../platform/db';

type Items = {
  check_item: {
    county_id: string;
    item_id: string;
    school_id: string;
    class_path: string;
    name: string;
    kind: string;
    reason: string;
    owner: string;
    due_day: string;
    state: string;
    first_month: string;
    last_month: string;
    version: number;
  };
};

/** A child that sits in a class and is on no list, as the class's monthly check has found it. */
export async function insertCheckItem(trx: Trx, item_id: string, school_id: string, class_path: string): Promise<void> {
  const what = {
    name: '林小满',
    kind: 'extra',
    reason: 'arriving',
    owner: 'registrar',
    due_day: '2025-03-20',
    state: 'following',
  };
  const when = { first_month: '2025-02', last_month: '2025-02', version: 1 };
  const row = { county_id: trx.countyId, item_id, school_id, class_path, ...what, ...when };
  await trx.withTables<Items>().insertInto('check_item').values(row).execute();
}

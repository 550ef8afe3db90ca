import { connected } from '../../../platform/db/embedded/administration';
import type { TestHouse } from '../../../platform/testing/house';

/** What migration 0005 is still to be given. */
export async function withDelta(house: TestHouse): Promise<void> {
  await connected(house.owner as Parameters<typeof connected>[0], async (client) => {
    const { rows } = await client.query("select to_regclass('child_number_key') as there");
    if (rows[0].there !== null) return;
    await client.query(`
      create table child_number_key (county_id text not null, number bytea not null, child_id text not null,
        primary key (county_id, number, child_id), foreign key (county_id, child_id) references child (county_id, child_id));
      create index child_number_key_child on child_number_key (county_id, child_id);
      alter table child_number_key enable row level security;
      alter table child_number_key force row level security;
      create policy own_children on child_number_key using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
        select 1 from child c where c.county_id = child_number_key.county_id and c.child_id = child_number_key.child_id)))
        with check (county_id = (select nol_county()));
      grant select, insert, update, delete on child_number_key to ${'nol_app'};
      alter table child_source add column place text collate "C" not null default '';
      alter table child_source add column gone_run int;
    `);
  });
}

import type { Migration } from './migration';

/**
 * How a campaign stands is read on every start page and list: it is counted from a few rows a class or village, and not from 30,000
 * children each time. Whoever changes a child of a class or village holds its grid and counts that one anew in the same transaction.
 */
export const m0017 = {
  name: '0017-screening-counts',
  sql: `
alter table screening_campaign drop constraint screening_campaign_template_check;
alter table screening_campaign add constraint screening_campaign_template_check
  check (template in ('before-term', 'term-opening', 'key-grades', 'marked-groups', 'special'));

-- screening_tally: how many children of a class or village in a campaign are answered with what.
create table screening_tally (
  county_id   text not null,                              -- class F0 · whose county · as the campaign
  campaign_id text not null,                              -- class F0 · the campaign · as the campaign
  path        text collate "C" not null,                  -- class F0 · class or village; scope · as the campaign
  tree        text not null check (tree in ('area', 'school')), -- class F0 · in which tree · as the campaign
  answer      text not null,                              -- class F1 · what was said last, '' where nothing is · as the campaign
  decision    text not null,                              -- class F1 · what the bureau makes of it · as the campaign
  children    int not null,                               -- class F1 · how many children · as the campaign
  primary key (county_id, campaign_id, path, answer, decision),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id)
);

-- Of every county, whom the step has not asked for.
alter table screening_target no force row level security;
insert into screening_tally (county_id, campaign_id, path, tree, answer, decision, children)
select county_id, campaign_id, path, tree, coalesce(answer, ''), decision, count(*)::int from screening_target group by 1, 2, 3, 4, 5, 6;
alter table screening_target force row level security;

alter table screening_tally enable row level security;
alter table screening_tally force row level security;
create policy own_grids on screening_tally using (county_id = (select nol_county()) and ((select nol_everywhere())
    or (tree = 'area' and path ^@ any(array(select unnest(nol_areas()))))
    or (tree = 'school' and path ^@ any(array(select unnest(nol_schools()))))))
  with check (county_id = (select nol_county()));
`,
} satisfies Migration;

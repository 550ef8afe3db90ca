import type { Migration } from './migration';

/** Questions of the bureau's own in a campaign. What is replied to them lies sealed with the answer that it was given with. */
export const m0018 = {
  name: '0018-screening-questions',
  sql: `
-- screening_question: one question that a campaign asks beside its own; fixed when it starts.
create table screening_question (
  county_id   text not null,                              -- class F0 · whose county · as the campaign
  campaign_id text not null,                              -- class F0 · the campaign · as the campaign
  place_no    int not null check (place_no between 1 and 8), -- class F0 · its place among the questions; replies name it · as the campaign
  words       text not null check (words <> ''),          -- class F0 · what is asked · as the campaign
  kind        text not null check (kind in ('yes-no', 'choice', 'text', 'number')), -- class F0 · in which way it is answered · as the campaign
  choices     text[] not null,                            -- class F0 · the words of a choice, none of the others · as the campaign
  must        boolean not null,                           -- class F0 · nothing is handed in without a reply · as the campaign
  primary key (county_id, campaign_id, place_no),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id),
  check ((kind = 'choice') = (cardinality(choices) > 0))
);

alter table screening_question enable row level security;
alter table screening_question force row level security;
create policy own_county on screening_question using (county_id = (select nol_county()))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
`,
} satisfies Migration;

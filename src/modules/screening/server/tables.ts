import type { Generated } from 'kysely';
import type { Answerer, AnswerOutcome } from '../../verification/index';
import type { Answer } from '../rules/answers';
import type { QuestionKind } from '../rules/questions';
import type { Method, Template } from '../rules/templates';

/** The tables of this module, as migrations 0013, 0017 and 0018 made them. */
export type ScreeningTables = {
  screening_campaign: CampaignRecord;
  screening_grid: GridRecord;
  screening_target: TargetRecord;
  screening_answer: AnswerRecord;
  screening_tally: TallyRecord;
  screening_file: FileRecord;
  screening_sign: { county_id: string; campaign_id: string; path: string; signed_by: string; signed_at: Date };
  screening_sample: SampleRecord;
  screening_recall: RecallRecord;
  screening_find: FindRecord;
  screening_question: QuestionRecord;
};

export type CampaignRecord = {
  county_id: string;
  campaign_id: string;
  template: Template;
  method: Method;
  name: string;
  places: string[];
  grades: number[];
  from_day: string;
  until_day: string;
  targets: number;
  state: 'running' | 'closed';
  started_by: string;
  started_at: Date;
  closed_by: string | null;
  closed_at: Date | null;
  close_reason: Generated<string>;
  version: Generated<number>;
};

export type GridRecord = {
  county_id: string;
  campaign_id: string;
  path: string;
  tree: 'area' | 'school';
  targets: number;
  owner_name: string;
  owner_user: string | null;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  reminded_at: Date | null;
  version: Generated<number>;
};

export type Decision = 'none' | 'waiting' | 'accepted' | 'sent-back';

export type TargetRecord = {
  county_id: string;
  target_id: string;
  campaign_id: string;
  child_id: string;
  tree: 'area' | 'school';
  path: string;
  answer: Answer | null;
  answer_id: string | null;
  found_day: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  decision: Generated<Decision>;
  told: Generated<boolean>;
  version: Generated<number>;
};

/** `answer` is '' where nothing is said. */
type TallyRecord = {
  county_id: string;
  campaign_id: string;
  path: string;
  tree: 'area' | 'school';
  answer: Answer | '';
  decision: Decision;
  children: number;
};

export type AnswerRecord = {
  county_id: string;
  answer_id: string;
  target_id: string;
  child_id: string;
  answer: Answer;
  fact_id: string | null;
  body: Buffer;
  found_day: string;
  answered_by: string;
  answered_as: Answerer;
  answered_at: Date;
  verdict: 'accepted' | 'sent-back' | null;
  verdict_reason: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
};

type FileRecord = {
  county_id: string;
  target_id: string;
  file_id: string;
  answer_id: string | null;
  added_by: string;
  added_at: Date;
};

export type SampleRecord = {
  county_id: string;
  sample_id: string;
  campaign_id: string;
  place: string;
  seed: string;
  size: number;
  population: number;
  drawn_by: string;
  drawn_at: Date;
};

export type FindState = 'open' | 'known' | 'entered' | 'dismissed';

export type FindRecord = {
  county_id: string;
  find_id: string;
  campaign_id: string;
  tree: 'area' | 'school';
  path: string;
  name: string;
  sex: '' | '1' | '2';
  birth_day: string | null;
  outcome: AnswerOutcome;
  body: Buffer;
  found_day: string;
  found_by: string;
  found_as: Answerer;
  found_at: Date;
  state: Generated<FindState>;
  child_id: string | null;
  reason: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
};

type QuestionRecord = {
  county_id: string;
  campaign_id: string;
  place_no: number;
  words: string;
  kind: QuestionKind;
  choices: string[];
  must: boolean;
};

type RecallRecord = {
  county_id: string;
  sample_id: string;
  target_id: string;
  place_no: number;
  result: 'same' | 'differs' | 'unreached' | null;
  asked_by: string | null;
  asked_at: Date | null;
};

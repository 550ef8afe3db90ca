import type { Day } from '../../../kernel/day';
import type { FieldFault } from '../../../kernel/refusal';
import { changesAnything, changesOf, newestPolicy, type PolicyVersion, policyAfter } from './county-policy';
import type { StandingPolicies } from './policy';
import { clauseOf, isPossible, kindOf, type PolicyKey, type PolicyValue, stepTooEarly } from './policy-numbers';
import { spanOn } from './span';

/** The days from which a new version can hold: none that has passed, none before the newest version, none outside the roll. */
export function daysOfNewVersion(policies: StandingPolicies, today: Day): { readonly earliest: Day; readonly latest: Day } {
  const { from } = newestPolicy(policies);
  return { earliest: from > today ? from : today, latest: spanOn(today, undefined, undefined).until };
}

/** What is wrong with a version that is to follow these policies; the fields are those of the request. */
export function faultsOfVersion(
  draft: Omit<PolicyVersion, 'version'>,
  policies: StandingPolicies,
  today: Day,
): readonly FieldFault[] {
  const single = changesOf(draft).flatMap(([key, value]) => faultOfValue(policies, key, value) ?? []);
  const values = single.length > 0 ? single : faultsOfLadder(draft, policies);
  const day = faultOfDay(draft.from, policies, today);
  return day === undefined ? values : [...values, day];
}

function faultOfValue(policies: StandingPolicies, key: PolicyKey, value: PolicyValue): FieldFault | undefined {
  const path = `changes.${key}`;
  if (!isPossible(key, value)) return { path, ...impossible(key, value) };
  if (changesAnything(newestPolicy(policies), key, value)) return undefined;
  return { path, zh: '已经是这个值，县局也已确认，不用再设', en: 'It is so already, and confirmed' };
}

function impossible(key: PolicyKey, value: PolicyValue): { readonly zh: string; readonly en: string } {
  const kind = kindOf(key);
  if (!('most' in kind)) return { zh: '这一项不能设成这个值', en: 'This cannot be set to that' };
  const { least, most } = kind;
  const clause = clauseOf(key);
  if (clause && typeof value === 'number' && value > most)
    return {
      zh: `不能超过 ${most} 天：${clause.source.zh}`,
      en: `At most ${most} days: ${clause.source.en}`,
    };
  return { zh: `请填 ${least} 到 ${most} 之间的整数`, en: `A whole number from ${least} to ${most}` };
}

function faultsOfLadder(draft: Omit<PolicyVersion, 'version'>, policies: StandingPolicies): readonly FieldFault[] {
  const early = stepTooEarly(policyAfter(newestPolicy(policies), { ...draft, version: 0 }));
  if (early === undefined) return [];
  const key = early.key in draft.changes ? early.key : early.after;
  return [
    {
      path: `changes.${key}`,
      zh: '缺课各步要一步比一步晚：家访、报告、疑似辍学、提请认定',
      en: 'Each step of the ladder comes after the one before: visit, report, suspected, put to the county',
    },
  ];
}

function faultOfDay(from: Day, policies: StandingPolicies, today: Day): FieldFault | undefined {
  const newest = newestPolicy(policies).from;
  const { latest } = daysOfNewVersion(policies, today);
  if (from < today)
    return {
      path: 'from',
      zh: `过去的日子已经按当时的口径点过名，不能改；最早从今天（${today}）起`,
      en: `Days that have passed were called by what held then; today (${today}) is the earliest`,
    };
  if (from < newest)
    return {
      path: 'from',
      zh: `已经定好 ${newest} 起的一版，新的一版不能早于这一天`,
      en: `A version from ${newest} on is decided; a new one cannot begin before it`,
    };
  if (from > latest)
    return {
      path: 'from',
      zh: `最晚到 ${latest}（下一学年末）`,
      en: `${latest}, the end of the next school year, is the latest`,
    };
  return undefined;
}

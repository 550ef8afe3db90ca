import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { Validity } from './outcomes';

/** 依据 (binds this county) · 县定参数 (the county's to set, often borrowed from elsewhere) · 系统建议 (ours). */
export type Label = 'clause' | 'county' | 'suggested';

/** One value of the policy with where it comes from; `confirmed` false is shown as 待县局确认. */
export type Setting<T> = {
  readonly value: T;
  readonly label: Label;
  readonly confirmed: boolean;
  readonly source: { readonly zh: string; readonly en: string };
};

/** The numbers by which standings are decided from a day on; a day is judged by the policy of that day. */
export type StandingPolicy = {
  readonly version: string;
  readonly from: Day;
  /** days an accepted proof holds, counted from its acceptance; null: until something newer is said */
  readonly validDays: { readonly [V in Validity]: Setting<number | null> };
  /** what an enrolment alone proves where the school gave no class list */
  readonly enrolmentAlone: Setting<'in-school' | 'to-verify'>;
  /** days into the next school year that last year's class list still holds */ readonly classListGraceDays: Setting<number>;
  /** days within which class lists of two schools count as one collection */ readonly listWindowDays: Setting<number>;
  /** first month of the summer in which a primary graduate waits for the junior school */
  readonly graduationFromMonth: Setting<number>;
};

/** One policy or more, oldest first. */
export type StandingPolicies = readonly [StandingPolicy, ...StandingPolicy[]];

const ours = { zh: '系统建议，请县局确认', en: 'our choice, to be confirmed by the bureau' };

/** What holds until the bureau decides otherwise. */
export const defaultPolicy: StandingPolicy = {
  version: 'default-1',
  from: '2000-01-01',
  validDays: {
    'in-county': suggested(180),
    elsewhere: suggested(180),
    placement: suggested(366),
    suspension: {
      value: 366,
      label: 'clause',
      confirmed: true,
      source: {
        zh: '《辽宁省义务教育阶段学生学籍管理办法实施细则》（2017）：休学一般一学年，期满可申请延长一年',
        en: 'Liaoning rules on enrolment (2017): one school year, which may be extended by one',
      },
    },
    deferral: {
      value: 366,
      label: 'county',
      confirmed: false,
      source: {
        zh: '多地办事指南：延缓入学一次一年，期满重新申请；请县局确认',
        en: 'guides of several counties: one year at a time; to be confirmed by the bureau',
      },
    },
    abroad: suggested(366),
    lasting: suggested(null),
  },
  enrolmentAlone: suggested('in-school'),
  classListGraceDays: suggested(30),
  listWindowDays: suggested(31),
  graduationFromMonth: suggested(6),
};

/** The policy of a day: the newest that is in force, or the oldest for the days before any. */
export function policyOn(policies: StandingPolicies, day: Day): StandingPolicy {
  let found = policies[0];
  for (const policy of policies) if (policy.from <= day && policy.from >= found.from) found = policy;
  return found;
}

/** Last day a proof accepted on `accepted` holds: the document's own last day, within the policy's limit; none: no limit. */
export function lastValidDay(policy: StandingPolicy, validity: Validity, accepted: Day, named: Day | undefined): Day | undefined {
  const days = policy.validDays[validity].value;
  const limit = days === null ? undefined : addDays(accepted, days);
  if (named === undefined || limit === undefined) return named ?? limit;
  return named < limit ? named : limit;
}

/** The day `days` later; a text that is no day comes back as it is. */
export function addDays(day: Day, days: number): Day {
  const number = parseDay(day);
  return number === undefined ? day : formatDay(number + days);
}

function suggested<T>(value: T): Setting<T> {
  return { value, label: 'suggested', confirmed: false, source: ours };
}

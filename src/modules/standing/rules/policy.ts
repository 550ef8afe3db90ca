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
  /** school days away on end, leave left out, from which a visit at home is due */ readonly visitDays: Setting<number>;
  /** from which the school reports to bureau and township */ readonly reportDays: Setting<number>;
  /** by how many school days visit and report come sooner for 八、九年级 and marked children */
  readonly closerDays: Setting<number>;
  /** from which the child stands as 疑似辍学; only days on which its class was called count */
  readonly suspectedDays: Setting<number>;
  /** from which the school puts 辍学 to the county */ readonly dropoutDays: Setting<number>;
  /** 1: classes are called once a day; 2: in the morning and in the afternoon */ readonly rollsADay: Setting<number>;
  /** school days up to which the class teacher decides on a leave; longer ones the school */ readonly leaveTeacherDays: Setting<number>;
  /** from how many months on it is no leave but 休学 */ readonly leaveMonths: Setting<number>;
  /** school days of leave over a term from which somebody looks */ readonly leaveSumDays: Setting<number>;
  /** school days after its own on which a day can still be entered by the class teacher */
  readonly classWindowDays: Setting<number>;
  /** by the school; after them by the bureau */ readonly schoolWindowDays: Setting<number>;
};

/** One policy or more, oldest first. */
export type StandingPolicies = readonly [StandingPolicy, ...StandingPolicy[]];

/** Numbers that exist only in rules of other places, or in none: proposed, never 依据. */
const fromElsewhere = (value: number, zh: string, en: string): Setting<number> => ({
  value,
  label: 'suggested',
  confirmed: false,
  source: { zh, en },
});

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
  visitDays: fromElsewhere(2, '多所学校的制度', 'rules of several schools'),
  reportDays: fromElsewhere(3, '外省规定（云南）和学校制度', 'a rule of another province (Yunnan) and of schools'),
  closerDays: fromElsewhere(
    1,
    '方案 三(四) 要求多关注重点人群和八、九年级；提前几天没有文件写明',
    'plan 三(四) has these children looked at more closely; no notice names the days',
  ),
  suspectedDays: fromElsewhere(6, '外省口径（福建仙游）：超过一周', 'of another province (Fujian): longer than a week'),
  dropoutDays: {
    value: 20,
    label: 'clause',
    confirmed: true,
    source: {
      zh: '《辽宁省义务教育阶段学生学籍管理办法实施细则》（2017）：旷课连续四周；按应到校日计为系统建议',
      en: 'Liaoning rules on enrolment (2017): four weeks on end; counting school days is our proposal',
    },
  },
  rollsADay: suggested(1),
  leaveTeacherDays: fromElsewhere(
    3,
    '几所学校的请假制度各不相同（2 天、3 天、1 周都有），取常见的 3 天',
    'rules of single schools differ (2 days, 3 days, a week); the usual 3 is proposed',
  ),
  leaveMonths: fromElsewhere(
    3,
    '外省规定（陕西）和学校制度；辽宁的细则没有写月数',
    'a rule of another province (Shaanxi) and of schools; Liaoning names no number',
  ),
  leaveSumDays: suggested(20),
  classWindowDays: suggested(1),
  schoolWindowDays: suggested(7),
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

import type { Day } from '../../../kernel/day';
import { isReached, type Promised, type Reached, type Way } from './contact';

/** A rule's standing: 依据 binds this county, 系统建议 is ours and waits for the bureau (待县局确认). */
export type StepLabel = 'clause' | 'suggested';
type Words = { readonly zh: string; readonly en: string };
export type Step = {
  readonly key: 'contact' | 'visit' | 'report' | 'suspected' | 'dropout';
  /** school days away on end from which it is due */ readonly from: number;
  readonly says: Words;
  readonly label: StepLabel;
  readonly source: Words;
};

const ours = (zh: string, en: string): Pick<Step, 'label' | 'source'> => ({ label: 'suggested', source: { zh, en } });

/**
 * What is due after how many school days away without leave. That a school gets in touch at once is law, and four weeks is the
 * province's rule; the numbers between come from other provinces and single schools (policy.md §3.4) and are ours to propose.
 */
export const ladder: readonly Step[] = [
  {
    key: 'contact',
    from: 1,
    says: { zh: '当天联系监护人', en: 'The guardian is reached the same day' },
    label: 'clause',
    source: {
      zh: '《预防未成年人犯罪法》第三十四条：旷课的，学校应当及时联系监护人；“当天”为系统建议',
      en: 'Prevention of Juvenile Delinquency Act, 34: the school gets in touch in time; “the same day” is our proposal',
    },
  },
  {
    key: 'visit',
    from: 2,
    says: { zh: '上门家访', en: 'A visit at home' },
    ...ours('多所学校的制度；待县局确认', 'rules of several schools; to be confirmed by the bureau'),
  },
  {
    key: 'report',
    from: 3,
    says: { zh: '学校书面报告县局和乡镇', en: 'The school reports to bureau and township' },
    ...ours('外省规定（云南）和学校制度；待县局确认', 'a rule of another province (Yunnan) and of schools; to be confirmed'),
  },
  {
    key: 'suspected',
    from: 6,
    says: { zh: '超过一周，列为疑似辍学', en: 'Longer than a week: suspected dropout' },
    ...ours('外省口径（福建仙游）；待县局确认', 'a rule of another province (Fujian); to be confirmed'),
  },
  {
    key: 'dropout',
    from: 20,
    says: { zh: '连续四周，多次联系无效，提请县局认定', en: 'Four weeks and contacts without success: put to the county' },
    label: 'clause',
    source: {
      zh: '《辽宁省义务教育阶段学生学籍管理办法实施细则》（2017）：旷课连续四周；按应到校日计为系统建议',
      en: 'Liaoning rules on enrolment (2017): four weeks on end; counting school days is our proposal',
    },
  },
];

/** A contact as far as it moves the ladder. */
export type Contact = {
  readonly day: Day;
  readonly way: Way;
  readonly reached: Reached;
  readonly promise: Promised;
  readonly backDay: Day | null;
};

export type Absence = { readonly since: Day; readonly days: number; readonly today: Day; readonly contacts: readonly Contact[] };

/**
 * What somebody at the school has to do next about a child that is away; undefined when all that is due so far was done. Only what
 * was done since the absence began counts. A promised day that has come without the child asks for another contact.
 */
export function dueStep({ since, days, today, contacts }: Absence): 'contact' | 'visit' | undefined {
  const own = contacts.filter(({ day }) => day >= since);
  const last = own[own.length - 1];
  if (last === undefined) return 'contact';
  if (!own.some(({ reached }) => isReached(reached)) && last.day < today) return days >= stepFrom('visit') ? 'visit' : 'contact';
  if (days >= stepFrom('visit') && !own.some(({ way }) => way === 'visit')) return 'visit';
  if (last.backDay !== null && last.backDay < today) return 'contact';
  return undefined;
}

/** The highest step that a number of days has come to; undefined before the first. */
export function stepOf(days: number): Step | undefined {
  const come = ladder.filter(({ from }) => days >= from);
  return come[come.length - 1];
}

function stepFrom(key: Step['key']): number {
  return ladder.find((step) => step.key === key)?.from ?? Number.POSITIVE_INFINITY;
}

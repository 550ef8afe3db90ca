import type { Day } from '../../../kernel/day';
import type { Setting, StandingPolicy } from '../../standing/index';
import { isReached, type Promised, type Reached, type Way } from './contact';
import type { StepKey } from './steps';

/** One step: from how many school days away on end it is due, and what that number rests on. */
export type Step = Pick<Setting<number>, 'label' | 'confirmed' | 'source'> & { readonly key: StepKey; readonly from: number };

/** The numbers of the county's policy by which the ladder climbs. */
export type LadderPolicy = Pick<StandingPolicy, 'visitDays' | 'reportDays' | 'suspectedDays' | 'dropoutDays'>;

/**
 * The ladder of a child away without leave. That a school gets in touch at once is law; from when on the other steps are due is a
 * number of the policy, each with its own source (policy.md §3.4).
 */
export function ladderOf(policy: LadderPolicy): readonly Step[] {
  const step = (key: StepKey, { value, label, confirmed, source }: Setting<number>): Step => {
    return { key, from: value, label, confirmed, source };
  };
  return [
    {
      ...{ key: 'contact', from: 1, label: 'clause', confirmed: true },
      source: {
        zh: '《预防未成年人犯罪法》第三十四条：旷课的，学校应当及时联系监护人；“当天”为系统建议',
        en: 'Prevention of Juvenile Delinquency Act, 34: the school gets in touch in time; “the same day” is our proposal',
      },
    },
    step('visit', policy.visitDays),
    step('report', policy.reportDays),
    step('suspected', policy.suspectedDays),
    step('dropout', policy.dropoutDays),
  ];
}

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
export function dueStep(
  { since, days, today, contacts }: Absence,
  { visitDays: { value: visitFrom } }: LadderPolicy,
): 'contact' | 'visit' | undefined {
  const own = contacts.filter(({ day }) => day >= since);
  const last = own[own.length - 1];
  if (last === undefined) return 'contact';
  if (!own.some(({ reached }) => isReached(reached)) && last.day < today) return days >= visitFrom ? 'visit' : 'contact';
  if (days >= visitFrom && !own.some(({ way }) => way === 'visit')) return 'visit';
  if (last.backDay !== null && last.backDay < today) return 'contact';
  return undefined;
}

/** The highest step that a number of days has come to; undefined before the first. */
export function stepOf(ladder: readonly Step[], days: number): Step | undefined {
  const come = ladder.filter(({ from }) => days >= from);
  return come[come.length - 1];
}

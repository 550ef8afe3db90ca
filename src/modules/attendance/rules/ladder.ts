import type { Setting, StandingPolicy } from '../../standing/index';
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

/**
 * The ladder of a child that is looked at more closely (八、九年级, 重点人群): visit and report come sooner by the days of the policy. The
 * first day stays with getting in touch; no step comes later than for everybody, and none before the one below it. From when on a
 * child stands as 疑似辍学 or 辍学 is the same for all.
 */
export function closerLadder(usual: readonly Step[], { closerDays }: Pick<StandingPolicy, 'closerDays'>): readonly Step[] {
  const second = 2;
  return usual.map((step) => {
    if (step.key !== 'visit' && step.key !== 'report') return step;
    const from = Math.min(step.from, Math.max(second, step.from - closerDays.value));
    return from === step.from ? step : { ...step, from, ...bothOf(step, closerDays) };
  });
}

/** What a number rests on that was set by one and moved by another. */
function bothOf(step: Step, moved: Setting<number>): Pick<Step, 'label' | 'confirmed' | 'source'> {
  const source = { zh: `${step.source.zh}；${moved.source.zh}`, en: `${step.source.en}; ${moved.source.en}` };
  return { label: moved.label, confirmed: step.confirmed && moved.confirmed, source };
}

/** The highest step that a number of days has come to; undefined before the first. */
export function stepOf(ladder: readonly Step[], days: number): Step | undefined {
  const come = ladder.filter(({ from }) => days >= from);
  return come[come.length - 1];
}

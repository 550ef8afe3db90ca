import { type Day, parseDay } from '../../../kernel/day';
import { type Method, mostDays, type Template, templateRules, treeOf } from './templates';

/** What a campaign is about, as somebody plans it. */
export type Plan = {
  readonly template: Template;
  readonly method: Method;
  /** townships or schools, by their paths; none: all */ readonly places: readonly string[];
  /** none: all */ readonly grades: readonly number[];
  /** marked groups, where the template is about them */ readonly marks?: readonly string[] | undefined;
  readonly from: Day;
  readonly until: Day;
};

export type PlanFault = 'method' | 'days' | 'over' | 'long' | 'places' | 'grades' | 'marks';

/** What is wrong with a plan on a day, or undefined: the first thing somebody has to put right. */
export function planFault(plan: Plan, today: Day): PlanFault | undefined {
  const { template, method, places, grades, marks = [], from, until } = plan;
  const rule = templateRules[template];
  if (!rule.methods.includes(method)) return 'method';
  if (until < from) return 'days';
  if (until < today) return 'over';
  if ((parseDay(until) ?? 0) - (parseDay(from) ?? 0) >= mostDays) return 'long';
  const inArea = (path: string) => /^\d{6}\/\d{9}\/$/.test(path);
  if (places.some((path) => inArea(path) !== (treeOf(method) === 'area'))) return 'places';
  if (rule.marks !== marks.length > 0) return 'marks';
  // A template that is about some grades asks for nobody else.
  if (rule.grades.length > 0 && (grades.length === 0 || grades.some((grade) => !rule.grades.includes(grade)))) return 'grades';
  return undefined;
}

/** Whether two campaigns of one template would ask the same people of the same children on the same days. */
export function overlaps(a: Plan, b: Plan): boolean {
  if (a.template !== b.template || treeOf(a.method) !== treeOf(b.method)) return false;
  const meet = <T>(one: readonly T[], other: readonly T[]) =>
    one.length === 0 || other.length === 0 || one.some((value) => other.includes(value));
  return a.from <= b.until && b.from <= a.until && meet(a.places, b.places) && meet(a.grades, b.grades);
}

/**
 * What a campaign is called for whoever is not of the bureau. That it is about marked children is told to nobody else: who stands on
 * its list would be marked (PRV-04). It looks like any other that somebody has started.
 */
export function veiled<C extends { readonly template: Template; readonly name: string; readonly from_day: Day }>(campaign: C): C {
  if (!templateRules[campaign.template].marks) return campaign;
  return { ...campaign, template: 'special', name: `专项排查（${campaign.from_day.slice(5).replace('-', '.')}）` };
}

/** How a campaign stands on a day: to come, running, past its day and not closed, closed. */
export type Phase = 'coming' | 'running' | 'late' | 'closed';

export function phaseOf(
  { state, from, until }: { readonly state: 'running' | 'closed'; readonly from: Day; readonly until: Day },
  today: Day,
): Phase {
  if (state === 'closed') return 'closed';
  if (today > until) return 'late';
  return today < from ? 'coming' : 'running';
}

import type { RuleSource } from '../../../ui/desk/source-label';
import type { StandingView } from '../contract';

/** Our labels of rules and numbers under the names of the labels that every page has. */
export const labelSources: { readonly [L in StandingView['rule']['label']]: RuleSource } = {
  clause: 'basis',
  county: 'county',
  suggested: 'system',
};

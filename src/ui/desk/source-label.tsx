import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import './source-label.css';

/** Whose rule it is. A rule borrowed from another province is a setting of the county, never a basis. */
export type RuleSource = 'basis' | 'county' | 'system' | 'unconfirmed';

const words = defineWords({
  basis: { zh: '依据', en: 'Basis' },
  county: { zh: '县定参数', en: 'Set by the county' },
  system: { zh: '系统建议', en: 'Suggested by the system' },
  unconfirmed: { zh: '待县局确认', en: 'To be confirmed by the bureau' },
});

/** The label beside every threshold, deadline and paper; each has a border of its own, so that it is told apart in grey too. */
export function SourceLabel({ source }: { readonly source: RuleSource }) {
  const w = useWords(words);
  return <span className={`nol-source nol-source-${source}`}>{w[source]}</span>;
}

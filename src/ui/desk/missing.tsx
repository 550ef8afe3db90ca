import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';

const words = defineWords({
  unknown: { zh: '未填', en: 'not filled in' },
  inapplicable: { zh: '不适用', en: 'does not apply' },
  empty: { zh: '空', en: 'empty' },
});

/** What stands where a value is absent: — nothing, 未填 nobody has said (somebody should), 不适用 there can be none. */
export function Missing({ kind = 'empty' }: { readonly kind?: 'empty' | 'unknown' | 'inapplicable' }) {
  const w = useWords(words);
  if (kind === 'unknown') return <span className="nol-missing-unknown">{w.unknown}</span>;
  if (kind === 'inapplicable') return <span className="nol-missing">{w.inapplicable}</span>;
  return (
    <span className="nol-missing">
      <span aria-hidden="true">—</span>
      <span className="nol-unseen">{w.empty}</span>
    </span>
  );
}

import { useSay } from '../shared/language';
import type { Says } from '../shared/words';
import { useKey } from './keys';

const searchKey: Says = { zh: '搜索', en: 'Search' };

/** Looks like a field and opens the search; so do Ctrl K from anywhere and / outside of fields. */
export function SearchBox({ says, onOpen }: { readonly says: Says; readonly onOpen: () => void }) {
  const say = useSay();
  useKey('ctrl+k', searchKey, onOpen);
  useKey('/', searchKey, onOpen);
  return (
    <button type="button" className="nol-search" onClick={onOpen}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path
          d="M10.4 10.4 14.5 14.5M12 6.8A5.2 5.2 0 1 1 1.6 6.8a5.2 5.2 0 0 1 10.4 0z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
      <span className="nol-search-says">{say(says)}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}

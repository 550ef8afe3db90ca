import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import type { Column } from './columns';
import { nextSort } from './filters';
import { classOf, type Selection } from './table-body';

const words = defineWords({
  number: { zh: '序号', en: 'No.' },
  selectAll: { zh: '选中这一页', en: 'Select this page' },
});

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
  readonly selection: Selection | undefined;
  /** The keys of the rows of this page. */
  readonly keys: readonly string[];
};

/** The headings, always in view; a column that the server can sort by is a button, and says how it is sorted. */
export function TableHead<Row>({ columns, sort, onSort, selection, keys }: TableHeadProps<Row>) {
  const w = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col" className="nol-cell-place">
          {w.number}
        </th>
        {selection ? (
          <th scope="col" className="nol-cell-tick">
            <SelectAll label={w.selectAll} selection={selection} keys={keys} />
          </th>
        ) : null}
        {columns.map((column, place) => (
          <th
            key={column.key}
            scope="col"
            className={classOf(column, place)}
            style={column.width === undefined ? undefined : { width: column.width, minWidth: column.width }}
            aria-sort={ariaSort(column, sort)}
          >
            {column.sorts ? (
              <button type="button" className="nol-sort" onClick={() => onSort(nextSort(column.key, sort))}>
                {column.title}
                <SortArrows sort={ariaSort(column, sort)} />
              </button>
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SelectAll({ label, selection, keys }: { label: string; selection: Selection; keys: readonly string[] }) {
  const all = keys.length > 0 && keys.every((key) => selection.keys.has(key));
  const toggle = () => {
    const next = new Set(selection.keys);
    for (const key of keys)
      if (all) next.delete(key);
      else next.add(key);
    selection.onChange(next);
  };
  return (
    <label>
      <input type="checkbox" checked={all} onChange={toggle} aria-label={label} />
    </label>
  );
}

function ariaSort<Row>(column: Column<Row>, sort: string | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sorts) return undefined;
  if (sort === column.key) return 'ascending';
  return sort === `-${column.key}` ? 'descending' : 'none';
}

function SortArrows({ sort }: { readonly sort: string | undefined }) {
  return (
    <svg viewBox="0 0 8 12" width="8" height="12" aria-hidden="true" focusable="false">
      <path d="M4 0l3.5 5h-7z" className={sort === 'ascending' ? 'nol-sorted' : ''} />
      <path d="M4 12L.5 7h7z" className={sort === 'descending' ? 'nol-sorted' : ''} />
    </svg>
  );
}

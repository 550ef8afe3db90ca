import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import type { Column } from './columns';
import { Door } from './door';

const words = defineWords({
  select: { zh: (name: string) => `选中 ${name}`, en: (name: string) => `Select ${name}` },
});

/** What a row of a table is called, where it leads, and whether it is chosen. */
export type RowFacts<Row> = {
  readonly keyOf: (row: Row) => string;
  /** Read out with the tick box: the child's or the school's name. */
  readonly nameOf: (row: Row) => string;
  /** Where the row opens: its page, or this list with the row opened beside it. */
  readonly hrefOf?: ((row: Row) => string) | undefined;
  /** The row that is opened. */
  readonly openKey?: string | undefined;
};

/** The chosen rows, by key. */
export type Selection = {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
};

type TableRowProps<Row> = RowFacts<Row> & {
  readonly row: Row;
  readonly number: number;
  readonly columns: readonly Column<Row>[];
  readonly selection: Selection | undefined;
  /** The first row can be reached by Tab. */
  readonly first: boolean;
};

/** One row: its number, its tick box, its cells; the first cell leads to it. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, number, columns, selection, first, keyOf, nameOf, hrefOf, openKey } = props;
  const w = useWords(words);
  const key = keyOf(row);
  const toggle = () => {
    if (!selection) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    selection.onChange(keys);
  };
  return (
    <tr data-key={key} className={key === openKey ? 'nol-row-open' : undefined}>
      <td className="nol-cell-place" tabIndex={first ? 0 : -1}>
        {number}
      </td>
      {selection ? (
        <td className="nol-cell-tick" tabIndex={-1}>
          <label>
            <input type="checkbox" checked={selection.keys.has(key)} onChange={toggle} aria-label={w.select(nameOf(row))} />
          </label>
        </td>
      ) : null}
      {columns.map((column, place) => (
        <td key={column.key} tabIndex={-1} className={classOf(column, place)}>
          {place === 0 && hrefOf ? (
            <Door href={hrefOf(row)} aria-current={key === openKey ? 'true' : undefined}>
              {column.cell(row)}
            </Door>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

/** The outline of rows that are coming. */
export function ComingRows({ cells }: { readonly cells: number }) {
  return ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
    <tr key={row} className="nol-row-coming">
      <td colSpan={cells}>
        <span aria-hidden="true" />
      </td>
    </tr>
  ));
}

/** How a cell of this column is set; the heading follows its cells. */
export function classOf<Row>(column: Column<Row>, place: number): string {
  return `nol-cell-${column.kind ?? 'text'}${place === 0 ? ' nol-cell-name' : ''}`;
}

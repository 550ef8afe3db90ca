import { Button, Checkbox, Popover } from 'antd';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import type { Column } from './columns';
import { useKey } from './keys';

const words = defineWords({
  columns: { zh: '列', en: 'Columns' },
  columnsTitle: { zh: '显示哪些列', en: 'Columns to show' },
  export: { zh: '导出', en: 'Export' },
  print: { zh: '打印', en: 'Print' },
});
const exportKey = { zh: '导出', en: 'Export' };
const printKey = { zh: '打印', en: 'Print' };

type TableToolsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly isShown: (column: Column<Row>) => boolean;
  readonly onShow: (key: string, shown: boolean) => void;
  readonly onExport: (() => void) | undefined;
  readonly onPrint: (() => void) | undefined;
};

/** Which columns are shown, and the ways out of the page: export (E) and print (P), each only where there is one. */
export function TableTools<Row>({ columns, isShown, onShow, onExport, onPrint }: TableToolsProps<Row>) {
  const w = useWords(words);
  useKey('e', exportKey, () => onExport?.(), onExport !== undefined);
  useKey('p', printKey, () => onPrint?.(), onPrint !== undefined);
  const chooser = (
    <fieldset className="nol-column-chooser">
      <legend className="nol-unseen">{w.columnsTitle}</legend>
      {columns.map((column, place) => (
        <Checkbox
          key={column.key}
          checked={isShown(column)}
          disabled={place === 0}
          onChange={(event) => onShow(column.key, event.target.checked)}
        >
          {column.title}
        </Checkbox>
      ))}
    </fieldset>
  );
  return (
    <div className="nol-table-tools">
      <Popover trigger="click" placement="bottomRight" title={w.columnsTitle} content={chooser}>
        <Button>{w.columns}</Button>
      </Popover>
      {onExport ? <Button onClick={onExport}>{w.export}</Button> : null}
      {onPrint ? <Button onClick={onPrint}>{w.print}</Button> : null}
    </div>
  );
}

import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { ShownValue, SourceView } from '../contract';
import { isMaskedField } from '../rules/masked-fields';
import { rowFieldWords } from '../words';
import { MaskedValue } from './masked-value';
import { SourceHead } from './source-head';
import { fieldsOf, valueSays } from './source-values';
import { sourceWords } from './words';

type Group = { readonly key: string; readonly says?: string; readonly rows: readonly SourceView[] };
type Reveal = { readonly childId: string; readonly name: string; readonly shownSince: number; readonly onOver: () => void };
type SourcesTableProps = {
  /** One record, or two side by side under their words. */
  readonly groups: readonly Group[];
  /** Whose masked values may be asked for; absent where they stay masked. */
  readonly reveal?: Reveal;
};

/** Rows of lists side by side, a column each: what each says, and which stands in the record. */
export function SourcesTable({ groups, reveal }: SourcesTableProps) {
  const w = useWords(sourceWords);
  const say = useSay();
  const rows = groups.flatMap((group) => group.rows);
  const [one, other] = groups;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="child-scroll" tabIndex={0} aria-label={w.help}>
      <table className="child-table child-sources">
        <thead>
          {other ? (
            <tr>
              <td />
              {groups.map((group) => (
                <th key={group.key} scope="colgroup" colSpan={Math.max(1, group.rows.length)}>
                  {group.says}
                </th>
              ))}
            </tr>
          ) : null}
          <tr>
            <th scope="col">{w.field}</th>
            {rows.map((row) => (
              <th key={`${row.kind} ${row.rowKey}`} scope="col">
                <SourceHead row={row} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(rows).map((field) => (
            <tr key={field} className={other && differs(field, one?.rows ?? [], other.rows) ? 'child-differs' : undefined}>
              <th scope="row">{say(rowFieldWords[field] ?? { zh: field, en: field })}</th>
              {rows.map((row) => (
                <td key={`${row.kind} ${row.rowKey}`}>
                  <Cell field={field} row={row} reveal={reveal} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Two records differ in a field where no row of the one says what a row of the other does. Masked texts tell nothing. */
function differs(field: string, one: readonly SourceView[], other: readonly SourceView[]): boolean {
  const said = (rows: readonly SourceView[]) =>
    rows.flatMap(({ values }) => (values[field]?.masked === false ? [values[field].text] : []));
  const [here, there] = [said(one), said(other)];
  return here.length > 0 && there.length > 0 && !here.some((text) => there.includes(text));
}

function Cell({ field, row, reveal }: { readonly field: string; readonly row: SourceView; readonly reveal: Reveal | undefined }) {
  const w = useWords(sourceWords);
  const { language } = useLanguage();
  const value = row.values[field];
  if (value === undefined) return null;
  return (
    <>
      <Text field={field} row={row} value={value} reveal={reveal} says={valueSays(field, value.text, language)} />
      {value.wins ? (
        <span className="child-wins">
          <span aria-hidden="true">✓</span>
          <span className="nol-unseen">{w.wins}</span>
        </span>
      ) : null}
    </>
  );
}

type TextProps = {
  readonly field: string;
  readonly row: SourceView;
  readonly value: ShownValue;
  readonly reveal: Reveal | undefined;
  readonly says: string;
};

function Text({ field, row, value, reveal, says }: TextProps) {
  if (!reveal || !value.masked || !isMaskedField(field))
    return <span className={value.masked ? 'child-number' : undefined}>{says}</span>;
  const asked = { childId: reveal.childId, name: reveal.name, field, row: `${row.kind}:${row.rowKey}` };
  const { text: masked, revealable, value: shown, secondsLeft } = value;
  return (
    <MaskedValue
      asked={asked}
      value={{ masked, revealable, value: shown, secondsLeft }}
      shownSince={reveal.shownSince}
      onOver={reveal.onOver}
    />
  );
}

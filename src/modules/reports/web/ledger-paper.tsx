import { Button } from 'antd';
import { useEffect } from 'react';
import { standingState } from '../../../kernel/standing';
import { chinaDay } from '../../../ui/shared/dates';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { LedgerRow, PrintView } from '../contract';
import { type Ledger, ledgerStates } from '../rules/ledgers';
import { ledgerWords, stateWords } from '../words';
import { leavingWords, ledgerPageWords } from './words';

type LedgerPaperProps = { readonly ledger: Ledger; readonly print: PrintView; readonly onBack: () => void };

/** A page of a ledger as it goes on paper: on its face who printed it, when, and under which number it is noted. */
export function LedgerPaper({ ledger, print, onBack }: LedgerPaperProps) {
  const w = useWords(leavingWords);
  const say = useSay();
  const { view } = print;
  useEffect(() => {
    window.print();
  }, []);
  const total = `${numberText(view.total)}${view.more ? '+' : ''}`;
  return (
    <article className="reports-paper">
      <p className="reports-paper-tools">
        <Button type="primary" onClick={() => window.print()}>
          {w.again}
        </Button>
        <Button onClick={onBack}>{w.back}</Button>
      </p>
      <h1>{say(ledgerWords[ledger])}</h1>
      <p>{w.paperDay(view.day, view.rows.length, total)}</p>
      <p>{w.paperOf(print.number, print.unit, print.who, stampOf(print.at))}</p>
      <PaperTable ledger={ledger} rows={view.rows} first={(view.page - 1) * view.size + 1} />
      <p>{w.paperCare}</p>
      <p className="reports-paper-mark" aria-hidden="true">
        {print.unit} {print.who} {print.number}
      </p>
    </article>
  );
}

/** A day and a time that mean the same tomorrow: 2025-03-10 08:14. */
function stampOf(moment: string): string {
  const at = Date.parse(moment);
  return `${chinaDay(at)} ${new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' }).slice(0, 5)}`;
}

type PaperTableProps = { readonly ledger: Ledger; readonly rows: readonly LedgerRow[]; readonly first: number };

/** The columns are those of a roster, for that is what the register says of a printed page. */
function PaperTable({ ledger, rows, first }: PaperTableProps) {
  const w = useWords(ledgerPageWords);
  const say = useSay();
  const several = ledgerStates[ledger].length > 1;
  const stateOf = ({ state }: LedgerRow) => say(state === 'placed' ? stateWords.placed : standingState(state));
  const heads = [w.place, w.name, w.sex, w.home, w.schooling, ...(several ? [w.state] : [])];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={row.childId}>
            <td>{first + place}</td>
            <td>{row.name}</td>
            <td>{row.sex === '1' ? w.male : row.sex === '2' ? w.female : ''}</td>
            <td>{`${row.township} ${row.village}`.trim()}</td>
            <td>{`${row.school} ${row.className}`.trim()}</td>
            {several ? <td>{stateOf(row)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

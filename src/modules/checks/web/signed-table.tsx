import { Button } from 'antd';
import { Missing } from '../../../ui/desk/missing';
import { useSay, useWords } from '../../../ui/shared/language';
import { kindSays, reasonSays } from '../said';
import { useLineWords } from './line-words';
import { SumsLine } from './sums-line';
import type { Sheet } from './use-sheet';
import { checkWords, sheetWords } from './words';

/** What a class has signed: its numbers, and each difference with the answer. */
export function SignedTable({ sheet }: { readonly sheet: Sheet }) {
  const w = useWords(checkWords);
  const s = useWords(sheetWords);
  const say = useSay();
  const lineWords = useLineWords();
  const { view } = sheet;
  const heads = [s.name, w.differences, s.why, s.words, s.data];
  return (
    <>
      {view.sums ? <SumsLine sums={view.sums} /> : null}
      {view.differences.length === 0 ? <p>{s.none}</p> : null}
      {view.differences.length > 0 ? (
        <table className="nol-check-table">
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
            {view.differences.map((one) => (
              <tr key={one.childId ?? one.name}>
                <th scope="row">{one.name}</th>
                <td>{say(kindSays[one.kind])}</td>
                <td>{say(reasonSays[one.reason])}</td>
                <td>{one.words || <Missing />}</td>
                <td>{one.childId === null ? <Missing /> : lineWords({ ...one, kind: null, leave: 0 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p>{s.doneNext}</p>
      {view.barred === null ? (
        <p>
          <Button onClick={sheet.edit}>{s.again}</Button> {s.againHint}
        </p>
      ) : null}
    </>
  );
}

import { useAnswer } from '../../../ui/desk/answers';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { ReplyTotalsView } from '../question-contract';
import { getReplyTotals } from './desk-calls';
import { kindSays, questionWords } from './question-words';
import { replyText, screeningWords } from './words';

/** What was replied to the questions of the bureau's own, question by question. */
export function RepliesTable({ id, grid }: { readonly id: string; readonly grid: string | undefined }) {
  const w = useWords(questionWords);
  const say = useSay();
  const { data, error, refetch } = useAnswer(getReplyTotals, { params: { id }, query: { grid } }, { keeps: true });
  if (!data) return error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState rows={3} />;
  return (
    <section className="nol-screening-replies" aria-label={w.totals}>
      <h2 className="nol-screening-heading">
        {w.totals} <small className="nol-screening-by">{w.asked(data.asked)}</small>
      </h2>
      <table className="nol-screening-table">
        <thead>
          <tr>
            <th scope="col" className="nol-screening-text">
              {w.question}
            </th>
            <th scope="col" className="nol-screening-text">
              {w.how}
            </th>
            <th scope="col">{w.answered}</th>
            <th scope="col" className="nol-screening-text">
              {w.result}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.no}>
              <th scope="row" className="nol-screening-text">
                {row.text}
              </th>
              <td className="nol-screening-text">{say(kindSays[row.kind])}</td>
              <td>{numberText(row.answered)}</td>
              <td className="nol-screening-text">
                <Result row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Result({ row }: { readonly row: ReplyTotalsView['rows'][number] }) {
  const w = useWords(questionWords);
  const s = useWords(screeningWords);
  if (row.kind === 'text') return w.oneByOne;
  if (row.sum !== null) return w.sum(row.sum);
  return row.counts.map(({ says, count }) => `${replyText(row, says, s)} ${numberText(count)}`).join(' · ');
}

import { useAnswer } from '../../../ui/desk/answers';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { chinaDay } from '../../../ui/shared/dates';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import type { AccountView } from '../contract';
import { itemStateSays, kindSays, ownerSays, reasonSays } from '../said';
import { getItems } from './calls';
import { paperWords } from './words';

type Frozen = NonNullable<AccountView['frozen']>;

/** So many differences a school has in a month at most. */
const mostItems = 200;

/** The account as it was frozen, and the list as it stands: the columns are those of formats.md §3.3. */
export function AccountPaper({ schoolId, frozen }: { readonly schoolId: string; readonly frozen: Frozen }) {
  const p = useWords(paperWords);
  const { user, today } = useSignedIn();
  const { content, short, digest } = frozen;
  return (
    <article className="nol-check-paper">
      <h2>{p.head(content.school, content.month)}</h2>
      <p>{p.number(content.number, short, stampOf(content.signedAt), content.signedBy)}</p>
      {content.missing.length > 0 ? <p>{p.missing(content.missing.join('、'))}</p> : null}
      {content.reason === '' ? null : <p>{p.reason(content.reason)}</p>}
      <AccountTable content={content} />
      <h2>{p.list}</h2>
      <ListTable schoolId={schoolId} month={content.month} />
      <p className="nol-check-sign">{p.sign}</p>
      <p className="nol-check-seal">{p.digest(digest)}</p>
      <p className="nol-check-printed">{p.printed(user.name, user.unit, today)}</p>
    </article>
  );
}

function AccountTable({ content }: { readonly content: Frozen['content'] }) {
  const p = useWords(paperWords);
  const heads = [
    ...[p.class, p.registered, p.attending, p.both, p.absent, p.extra, p.leave, p.suspended, p.homeTeaching],
    ...[p.leaving, p.arriving, p.suspected, p.dropout, p.signer, p.checker],
  ];
  const numbers = content.classes.map(({ sums: s }) => [
    ...[s.registered, s.attending, s.both, s.absent, s.extra, s.leave, s.suspended, s.homeTeaching],
    ...[s.leaving, s.arriving, s.suspected, s.dropout],
  ]);
  const totals = (numbers[0] ?? []).map((_, at) => numbers.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  return (
    <table>
      <Heads heads={heads} />
      <tbody>
        {content.classes.map((one, at) => (
          <tr key={one.classId}>
            <th scope="row">{one.name}</th>
            <Numbers numbers={numbers[at] ?? []} />
            <td>{one.signedBy}</td>
            <td>{one.checkedBy}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{p.sum}</th>
          <Numbers numbers={totals} />
          <td colSpan={2} />
        </tr>
      </tfoot>
    </table>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly number[] }) {
  // The columns stand still: their place is their name.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return numbers.map((number, at) => <td key={at}>{number}</td>);
}

function ListTable({ schoolId, month }: { readonly schoolId: string; readonly month: string }) {
  const p = useWords(paperWords);
  const say = useSay();
  const query = { school: schoolId, month, only: 'all', size: mostItems } as const;
  const { data, error, refetch } = useAnswer(getItems, { query });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  if (data.rows.length === 0) return <p>{p.noItems}</p>;
  const heads = [p.no, p.name, p.class, p.kind, p.why, p.elsewhere, p.owner, p.due, p.state, p.closed, p.first];
  return (
    <table>
      <Heads heads={heads} />
      <tbody>
        {data.rows.map((item, at) => (
          <tr key={item.itemId}>
            <td>{at + 1}</td>
            <th scope="row">{item.name}</th>
            <td>{item.className}</td>
            <td>{say(kindSays[item.kind])}</td>
            <td>{say(reasonSays[item.reason])}</td>
            <td>{item.elsewhere}</td>
            <td>{say(ownerSays[item.owner])}</td>
            <td>{item.dueDay}</td>
            <td>{say(itemStateSays[item.state])}</td>
            <td>{item.closedDay}</td>
            <td>{item.firstMonth}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heads({ heads }: { readonly heads: readonly string[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A day and a time that mean the same tomorrow: 2025-03-20 08:14. */
function stampOf(moment: string): string {
  const at = Date.parse(moment);
  return `${chinaDay(at)} ${new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' }).slice(0, 5)}`;
}

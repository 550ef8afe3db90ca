import { Button } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { ChildView } from '../contract';
import { fieldWords, type RevealReason, revealReasons } from '../words';
import { getLooks } from './calls';
import { childPlace } from './places';
import { childWords, lookWords } from './words';

const onPage = 20;

/** Who has looked at masked fields of a child, at which, why and when; newest first. */
export function Looks({ child }: { readonly child: Pick<ChildView, 'childId'> }) {
  const w = useWords(lookWords);
  const { looks: title } = useWords(childWords);
  const { search, change } = useAddress(childPlace);
  const { language } = useLanguage();
  const say = useSay();
  const today = useToday();
  const query = { page: search.page, size: onPage };
  const answer = useAnswer(getLooks, { params: { id: child.childId }, query }, { keeps: true });
  if (answer.error && !answer.data) return <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState rows={4} />;
  const { rows, total } = answer.data;
  if (total === 0) return <EmptyState says={w.empty} />;
  const fieldSays = (field: string) => {
    const [name = '', row] = field.split('@');
    if (name === 'group') return w.group;
    const says = say(fieldWords[name as keyof typeof fieldWords] ?? { zh: name, en: name });
    return row === undefined ? says : w.ofRow(says);
  };
  return (
    <>
      <table className="child-table" aria-label={title}>
        <thead>
          <tr>
            {[w.when, w.who, w.what, w.why].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((look) => (
            <tr key={`${look.at} ${look.who} ${look.field}`}>
              <td>{momentWords(look.at, today, language)}</td>
              <td>{look.who}</td>
              <td>{fieldSays(look.field)}</td>
              <td>{say(revealReasons[look.reason as RevealReason] ?? { zh: look.reason, en: look.reason })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="child-pager">
        <span>{w.count(total)}</span>
        {search.page > 1 ? <Button onClick={() => change({ page: search.page - 1 })}>{w.newer}</Button> : null}
        {search.page * onPage < total ? <Button onClick={() => change({ page: search.page + 1 })}>{w.older}</Button> : null}
      </p>
    </>
  );
}

import { Pagination } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { schoolingWords } from '../../children/index';
import { childPlace } from '../../children/web/index';
import { getInside } from './calls';
import { exportWords } from './export-words';

const size = 20;

/** Who was in what left; each name opens the page of the child. */
export function InsideList({ id }: { readonly id: string }) {
  const w = useWords(exportWords);
  const { language } = useLanguage();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAnswer(getInside, { params: { id }, query: { page, size } });
  return (
    <section>
      <h3 className="reports-heading">{w.childrenIn}</h3>
      {error && !data ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState rows={4} />}
      <ol className="reports-inside" start={(page - 1) * size + 1}>
        {data?.rows.map((child) => (
          <li key={child.childId}>
            <Door href={hrefOf(childPlace, { id: child.childId })}>{child.name}</Door> {schoolingWords(child, language)}
          </li>
        ))}
      </ol>
      {data && data.elsewhere > 0 ? <p>{w.childrenElsewhere(data.elsewhere)}</p> : null}
      {data && data.total > size ? (
        <Pagination size="small" current={page} pageSize={size} total={data.total} showSizeChanger={false} onChange={setPage} />
      ) : null}
    </section>
  );
}

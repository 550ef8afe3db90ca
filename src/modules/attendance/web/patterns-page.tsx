import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import type { Filter } from '../../../ui/desk/filters';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { childPlace } from '../../children/web/index';
import type { PatternLine, PatternsView } from '../pattern-contract';
import { signKeys } from '../rules/patterns';
import { waySays } from './follow-words';
import { getPatterns } from './pattern-calls';
import { patternWords, signSays } from './pattern-words';
import { classMonthPlace, patternsPlace } from './places';
import { SignList } from './sign-list';
import './patterns.css';

/** 值得留意: what the rolls of the term suggest asking about, with the days it rests on; classes nobody calls; what came after contacts. */
export function PatternsPage() {
  const w = useWords(patternWords);
  const say = useSay();
  const address = useAddress(patternsPlace);
  const { kind, page, size } = address.search;
  const answer = useAnswer(getPatterns, { query: {} }, { keeps: true });
  const { data, error } = answer;
  const found = useMemo(
    () => data?.rows.filter(({ signs }) => kind === undefined || signs.some(({ key }) => key === kind)) ?? [],
    [data, kind],
  );
  const rows = useMemo(() => found.slice((page - 1) * size, page * size), [found, page, size]);
  const columns = useColumnsOf();
  const filters: readonly Filter[] = [
    { kind: 'choice', key: 'kind', says: w.kind, options: signKeys.map((key) => ({ value: key, says: say(signSays[key]) })) },
  ];
  return (
    <>
      <PageHead
        title={w.title}
        note={data?.term ? w.note(say(data.term.name), data.rows.length) : undefined}
        help={{ says: w.help, source: 'system' }}
      />
      {error && !data ? <ErrorState refused={error} onRetry={() => void answer.refetch()} /> : null}
      {!data && !error ? <LoadingState /> : null}
      {data && data.term === null ? <EmptyState says={w.noTerm} /> : null}
      {data?.term ? (
        <div className="attendance-patterns">
          <Beside view={data} />
          <DataTable
            id="attendance-patterns"
            says={w.list}
            columns={columns}
            answer={{ ...answer, data: { rows, total: found.length } }}
            address={address}
            filters={filters}
            keyOf={({ childId }) => childId}
            nameOf={({ name }) => name}
            hrefOf={({ childId }) => hrefOf(childPlace, { id: childId })}
            empty={{ says: w.none }}
          />
        </div>
      ) : null}
    </>
  );
}

function Beside({ view }: { readonly view: PatternsView }) {
  if (view.classes.length === 0 && view.effects.length === 0) return null;
  return (
    <div className="attendance-patterns-beside">
      {view.classes.length > 0 ? <SilentClasses view={view} /> : null}
      {view.effects.length > 0 ? <Effects view={view} /> : null}
    </div>
  );
}

/** As many as somebody reads; the page of the day has them all. */
const most = 8;

function SilentClasses({ view }: { readonly view: PatternsView }) {
  const w = useWords(patternWords);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Card title={w.classes} beside={numberText(view.classes.length)}>
      <ul className="nol-card-lines">
        {view.classes.slice(0, most).map(({ classId, name, school, last, days }) => (
          <li key={classId}>
            <Door href={hrefOf(classMonthPlace, { id: classId })}>
              {school} {say(name)}
            </Door>{' '}
            {last === null ? w.neverCalled(days) : w.silent(days, dayWords(last, view.today, language))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Effects({ view }: { readonly view: PatternsView }) {
  const w = useWords(patternWords);
  const say = useSay();
  const heads = [w.way, w.contacts, w.told, w.next, w.within];
  return (
    <Card title={w.effects}>
      <table className="attendance-effects">
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
          {view.effects.map(({ way, contacts, told, next, within }) => (
            <tr key={way}>
              <th scope="row">{say(waySays[way])}</th>
              <td>{numberText(contacts)}</td>
              <td>{next === null ? w.few : numberText(told)}</td>
              <td>{next === null ? '—' : numberText(next)}</td>
              <td>{within === null ? '—' : numberText(within)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{w.effectsHelp}</p>
    </Card>
  );
}

function useColumnsOf(): readonly Column<PatternLine>[] {
  const w = useWords(patternWords);
  return [
    { key: 'name', title: w.name, width: 120, cell: ({ name }) => name },
    { key: 'school', title: w.school, width: 240, cell: ({ school, className }) => `${school} ${className}` },
    { key: 'why', title: w.why, cell: ({ signs }) => <SignList signs={signs} /> },
  ];
}

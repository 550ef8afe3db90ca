import { Checkbox } from 'antd';
import { type Address, useAddress } from '../../../ui/desk/address';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { SchoolsView } from '../contract';
import { AccountBox } from './account-box';
import { getSchools } from './calls';
import { ClassesTable } from './classes-table';
import { MonthTools } from './month-tools';
import { checksPlace } from './places';
import { SchoolsTable } from './schools-table';
import { checkWords, deskWords } from './words';
import './checks.css';

export type ChecksAddress = Address<(typeof checksPlace)['search']>;

/** 一月一核: which schools and classes have signed a month; whoever has one school sees its classes at once. */
export function ChecksPage() {
  const address = useAddress(checksPlace);
  const { month, school } = address.search;
  const answer = useAnswer(getSchools, { query: { month } }, { keeps: true });
  const w = useWords(checkWords);
  const { data, error } = answer;
  if (!data) {
    return (
      <>
        <PageHead title={w.title} />
        {error ? <ErrorState refused={error} onRetry={() => void answer.refetch()} /> : <LoadingState />}
      </>
    );
  }
  const [only, second] = data.rows;
  const chosen = data.rows.find(({ schoolId }) => schoolId === school) ?? (second ? undefined : only);
  return (
    <ListPage head={<Head address={address} view={data} chosen={chosen} many={second !== undefined} />}>
      <Body address={address} answer={answer} chosen={chosen} />
    </ListPage>
  );
}

type Row = SchoolsView['rows'][number];

function Body({
  address,
  answer,
  chosen,
}: {
  readonly address: ChecksAddress;
  readonly answer: Answer<SchoolsView>;
  readonly chosen: Row | undefined;
}) {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const ofSchools = holds(useSignedIn(), ['check.school']);
  const { data } = answer;
  if (data === undefined) return <LoadingState />;
  if (data.month === null)
    return data.months.length > 0 ? <EmptyState says={w.notThis} /> : <EmptyState says={w.noMonth} why={w.noMonthWhy} />;
  if (data.rows.length === 0) return <EmptyState says={d.noClasses} />;
  if (chosen === undefined) return <SchoolsTable address={address} answer={answer} month={data.month} />;
  const { schoolId } = chosen;
  const { month } = data.month;
  return (
    <>
      {ofSchools ? <AccountBox key={`${schoolId} ${month}`} schoolId={schoolId} month={month} /> : null}
      <ClassesTable address={address} schoolId={schoolId} month={month} />
    </>
  );
}

type HeadProps = {
  readonly address: ChecksAddress;
  readonly view: SchoolsView;
  readonly chosen: Row | undefined;
  readonly many: boolean;
};

function Head({ address, view, chosen, many }: HeadProps) {
  const w = useWords(checkWords);
  const d = useWords(deskWords);
  const { search, change } = address;
  const { month, rows } = view;
  const above = chosen && many ? [{ says: w.title, href: hrefOf(checksPlace, {}, { ...search, school: undefined }) }] : [];
  const signed = rows.filter(({ account }) => account.version > 0).length;
  const notes = [
    ...(month ? [month.open ? w.checkDay(month.openDay) : w.opensOn(month.openDay), w.due(month.dueDay)] : []),
    ...(chosen
      ? [d.classesSigned(chosen.signed, chosen.classes)]
      : rows.length > 0
        ? [d.schoolsSigned(signed, rows.length)]
        : []),
  ];
  return (
    <PageHead
      title={chosen?.name ?? w.title}
      above={above}
      note={notes.join(' · ')}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      actions={
        <>
          <Checkbox
            checked={search.only === 'unsigned'}
            onChange={({ target }) => change({ only: target.checked ? 'unsigned' : undefined })}
          >
            {d.onlyUnsigned}
          </Checkbox>
          <MonthTools view={view} onMonth={(next) => change({ month: next })} />
        </>
      }
    />
  );
}

import { Checkbox, Input, Segmented } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { SchoolsView } from '../contract';
import { getSchools } from './calls';
import { ClassesTable } from './classes-table';
import { dayPlace } from './places';
import { type DayAddress, SchoolsTable } from './schools-table';
import { attendanceWords, deskWords } from './words';
import './attendance.css';

/** 今天到校: which classes were called and which were not, school by school; whoever has one school sees its classes at once. */
export function DayPage() {
  const address = useAddress(dayPlace);
  const { day, school, part } = address.search;
  const answer = useAnswer(getSchools, { query: { day, session: part } }, { keeps: true });
  const w = useWords(attendanceWords);
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
  const shown = chosen ? { ...data, rows: [chosen] } : data;
  return (
    <ListPage head={<Head address={address} view={shown} school={chosen?.name} many={second !== undefined} />}>
      <Body address={address} answer={answer} schoolId={chosen?.schoolId} />
    </ListPage>
  );
}

function Body({
  address,
  answer,
  schoolId,
}: {
  readonly address: DayAddress;
  readonly answer: Answer<SchoolsView>;
  readonly schoolId: string | undefined;
}) {
  const w = useWords(attendanceWords);
  const d = useWords(deskWords);
  const say = useSay();
  const { data } = answer;
  if (data === undefined) return <LoadingState />;
  if (data.noSchool) return <EmptyState says={w.noSchool(say(data.noSchool))} />;
  if (data.rows.length === 0) return <EmptyState says={d.noClasses} />;
  return schoolId === undefined ? (
    <SchoolsTable address={address} answer={answer} />
  ) : (
    <ClassesTable address={address} schoolId={schoolId} session={data.session} />
  );
}

type HeadProps = {
  readonly address: DayAddress;
  readonly view: SchoolsView;
  readonly school: string | undefined;
  readonly many: boolean;
};

function Head({ address, view, school, many }: HeadProps) {
  const w = useWords(attendanceWords);
  const d = useWords(deskWords);
  const { language } = useLanguage();
  const { search, change } = address;
  const title = school ?? w.title;
  const above =
    school !== undefined && many ? [{ says: w.title, href: hrefOf(dayPlace, {}, { ...search, school: undefined }) }] : [];
  const sums = view.rows.reduce((sum, row) => ({ classes: sum.classes + row.classes, called: sum.called + row.called }), {
    classes: 0,
    called: 0,
  });
  return (
    <PageHead
      title={title}
      above={above}
      note={`${dayWords(view.day, view.today, language)} · ${d.called(sums.called, sums.classes)}`}
      help={{ says: d.help, source: 'basis', clause: d.clause }}
      actions={
        <>
          {view.sessions.length > 1 ? (
            <Segmented
              aria-label={w.part}
              options={view.sessions.map((session) => ({ value: session, label: w[session] }))}
              value={view.session}
              onChange={(part) => change({ part })}
            />
          ) : null}
          <Checkbox
            checked={search.only === 'open'}
            onChange={({ target }) => change({ only: target.checked ? 'open' : undefined })}
          >
            {d.onlyOpen}
          </Checkbox>
          <Input
            className="attendance-day"
            type="date"
            aria-label={d.day}
            value={view.day}
            max={view.today}
            onChange={({ target }) => change({ day: target.value === '' ? undefined : target.value })}
          />
        </>
      }
    />
  );
}

import { Select } from 'antd';
import { type Address, useAddress } from '../../../ui/desk/address';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { PageHead } from '../../../ui/desk/page-head';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { schoolYearAfter, schoolYearOf } from '../../area/index';
import type { CalendarView } from '../contract';
import { CalendarNotes } from './calendar-notes';
import { CalendarPanel } from './calendar-panel';
import { getCalendar } from './calls';
import { calendarPlace } from './places';
import { queryOf, useWhose, type WhoseList } from './use-whose';
import { calendarWords } from './words';
import { YearMonths } from './year-months';
// A button that looks like a link is defined there.
import '../../../ui/desk/table.css';
import './calendar.css';

export type CalendarAddress = Address<(typeof calendarPlace)['search']>;

/** 校历: every day of a school year, what it rests on, and what is still to be confirmed. */
export function CalendarPage() {
  const address = useAddress(calendarPlace);
  const whose = useWhose();
  const w = useWords(calendarWords);
  const { of, grade } = address.search;
  const schoolYear = address.search.year ?? schoolYearOf(whose.today);
  const known = whose.answer.data !== undefined || address.search.year !== undefined;
  const input = { params: { schoolYear }, query: queryOf(of, grade) };
  const answer = useAnswer(getCalendar, input, { when: known, keeps: true });
  const failed = answer.data ? undefined : (answer.error ?? (known ? undefined : whose.answer.error));
  const retry = () => void (known ? answer.refetch() : whose.answer.refetch());
  return (
    <>
      <PageHead title={w.title} help={{ says: w.help, source: 'basis', clause: w.clause }} />
      <Choice address={address} whose={whose} schoolYear={schoolYear} />
      {failed ? <ErrorState refused={failed} onRetry={retry} /> : <Content answer={answer} address={address} whose={whose} />}
    </>
  );
}

type ContentProps = {
  readonly answer: Answer<CalendarView>;
  readonly address: CalendarAddress;
  readonly whose: WhoseList;
};

function Content({ answer, address, whose }: ContentProps) {
  const view = answer.data;
  if (!view) return <LoadingState rows={12} />;
  return (
    <div className="cal-page">
      <YearMonths view={view} address={address} today={whose.today} />
      <CalendarNotes view={view} address={address} whose={whose} />
      <CalendarPanel view={view} address={address} whose={whose} />
    </div>
  );
}

type ChoiceProps = { readonly address: CalendarAddress; readonly whose: WhoseList; readonly schoolYear: string };

/** Which school year, and whose: the county's, a township's or a school's, perhaps of one grade. */
function Choice({ address, whose, schoolYear }: ChoiceProps) {
  const w = useWords(calendarWords);
  const now = schoolYearOf(whose.today);
  const years = [2, 1, 0, -1, -2].map((by) => schoolYearAfter(now, by));
  const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => ({ value: grade, label: `${w.grade} ${grade}` }));
  return (
    <search className="cal-choice">
      <Select
        aria-label={w.schoolYear}
        value={schoolYear}
        options={[...new Set([...years, schoolYear])].map((year) => ({ value: year, label: w.schoolYearSays(year) }))}
        onChange={(year) => address.change({ year: year === now ? undefined : year, day: undefined, task: undefined })}
      />
      <Select
        aria-label={w.whose}
        className="cal-choice-wide"
        value={address.search.of ?? ''}
        options={[...whose.list]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(of) => address.change({ of: of || undefined, day: undefined })}
      />
      <Select
        aria-label={w.grade}
        value={address.search.grade ?? 0}
        options={[{ value: 0, label: w.everyGrade }, ...grades]}
        onChange={(grade) => address.change({ grade: grade || undefined, day: undefined })}
      />
    </search>
  );
}

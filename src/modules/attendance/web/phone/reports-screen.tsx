import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { calendarWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useSignedIn } from '../../../../ui/shared/server-context';
import type { ReportLine } from '../../contract';
import { getReports } from '../report-calls';
import { kindSays, reportWords } from '../report-words';

/** 缺课报告 on the phone: what waits to be acknowledged first. */
export function ReportsScreen() {
  const w = useWords(reportWords);
  const say = useSay();
  const { language } = useLanguage();
  const unit = useSignedIn().grants.some(({ tree }) => tree === 'county') ? 'bureau' : 'township';
  const { data, refused, again } = usePhoneAnswer(getReports, { query: {} });
  const missing = ({ received }: ReportLine) => received[unit] === null;
  const open = data?.rows.filter((row) => missing(row) && !row.over) ?? [];
  const over = data?.rows.filter((row) => missing(row) && row.over) ?? [];
  const done = data?.rows.filter((row) => !missing(row)) ?? [];
  const row = ({ reportId, name, school, className, kind, days, day, sound }: ReportLine) => (
    <Row
      key={reportId}
      title={`${sound ? name : w.broken} · ${say(kindSays[kind])}`}
      note={`${school} ${className} · ${w.daysAway(days)} · ${calendarWords(day, data?.today ?? day, language)}`}
      href={`/m/reports/${reportId}`}
    />
  );
  return (
    <Screen
      title={w.title}
      note={data && data.rows.length > 0 ? (open.length > 0 ? w.waiting(open.length) : w.allReceived) : undefined}
    >
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.rows.length === 0 ? <Empty says={`${w.none}${w.noneNext}`} /> : null}
      {open.length > 0 ? <RowList title={`${w.waitingFor}（${open.length}）`}>{open.map(row)}</RowList> : null}
      {done.length > 0 ? <RowList title={`${w.receivedNow}（${done.length}）`}>{done.map(row)}</RowList> : null}
      {over.length > 0 ? <RowList title={`${w.overGroup}（${over.length}）`}>{over.map(row)}</RowList> : null}
    </Screen>
  );
}

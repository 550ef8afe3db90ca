import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { calendarWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { careWords } from '../../../groups/index';
import type { AbsenceLine } from '../../contract';
import { getAbsences } from '../calls';
import { DutyChip } from '../duty-chip';
import { followWords } from '../follow-words';

/** 没来的孩子: whom one has to follow up today first. */
export function AbsencesScreen() {
  const w = useWords(followWords);
  const say = useSay();
  const { language } = useLanguage();
  const { data, refused, again } = usePhoneAnswer(getAbsences, { query: {} });
  const row = (line: AbsenceLine) => (
    <Row
      key={line.childId}
      title={line.name}
      note={[
        ...line.closer.map((one) => say(careWords[one])),
        line.className,
        w.since(calendarWords(line.since, data?.today ?? line.since, language), line.days),
      ]
        .filter(Boolean)
        .join(' · ')}
      beside={line.next && line.mine ? <DutyChip duty={line.next} /> : undefined}
      href={`/m/absences/${line.childId}`}
    />
  );
  const due = data?.rows.filter((line) => line.mine) ?? [];
  const done = data?.rows.filter((line) => !line.mine) ?? [];
  return (
    <Screen title={w.title} above="/m/classes" note={data ? w.follow(data.due) : undefined}>
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.rows.length === 0 ? <Empty says={w.none} /> : null}
      {due.length > 0 ? <RowList title={w.follow(due.length)}>{due.map(row)}</RowList> : null}
      {done.length > 0 ? <RowList title={w.done}>{done.map(row)}</RowList> : null}
    </Screen>
  );
}

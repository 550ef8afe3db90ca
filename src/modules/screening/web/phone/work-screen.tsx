import { parseDay } from '../../../../kernel/day';
import { useBox } from '../../../../ui/outbox/context';
import { useKeptAnswer } from '../../../../ui/phone/kept-answer';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { dueWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { MarkChip } from '../../../../ui/shared/mark';
import { dueMark } from '../../../../ui/shared/status';
import type { WorkView } from '../../contract';
import { getWork } from '../calls';
import { screeningWords } from '../words';
import { gridHref } from './hrefs';
import { keptWork } from './kept';
import { phoneWords } from './words';

type Line = WorkView['rows'][number];

/** 排查: one's classes and villages in campaigns that run, those with somebody left first. */
export function WorkScreen() {
  const w = useWords(phoneWords);
  const s = useWords(screeningWords);
  const { data, isKept, refused, again } = useKeptAnswer(getWork, {}, keptWork);
  const { entries } = useBox();
  const left = data?.rows.filter(isLeft) ?? [];
  const done = data?.rows.filter((line) => !isLeft(line)) ?? [];
  const holds = ({ campaignId }: Line) => entries.some(({ href }) => href.startsWith(`/m/screening/${campaignId}`));
  return (
    <Screen title={s.title}>
      {data ? null : refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
      {isKept && refused ? <p className="ph-hint">{w.unheard}</p> : null}
      {data?.rows.length === 0 ? <Empty says={w.none} /> : null}
      {data && left.length > 0 ? (
        <RowList title={`${w.openOnes}（${left.length}）`}>
          {left.map((line) => (
            <WorkRow key={`${line.campaignId} ${line.path}`} line={line} today={data.today} onPhone={holds(line)} />
          ))}
        </RowList>
      ) : null}
      {data && done.length > 0 ? (
        <RowList title={`${w.doneOnes}（${done.length}）`}>
          {done.map((line) => (
            <WorkRow key={`${line.campaignId} ${line.path}`} line={line} today={data.today} onPhone={holds(line)} />
          ))}
        </RowList>
      ) : null}
    </Screen>
  );
}

/** A class is finished once its list was handed in, a village once everybody was visited. */
function isLeft({ method, confirmed, open }: Line): boolean {
  return method === 'home' ? open > 0 : !confirmed || open > 0;
}

function WorkRow({ line, today, onPhone }: { readonly line: Line; readonly today: string; readonly onPhone: boolean }) {
  const w = useWords(phoneWords);
  const say = useSay();
  const { language } = useLanguage();
  const due = dueWords(line.until, today, language);
  const left = (parseDay(line.until) ?? 0) - (parseDay(today) ?? 0);
  const counted = line.open > 0 ? w.open(line.open) : w.done(line.targets);
  return (
    <Row
      title={say(line.says)}
      note={
        <>
          <span className="ph-line">{line.name}</span>
          <span className="ph-line">
            {[counted, ...(line.remindedAt !== null && isLeft(line) ? [w.reminded] : []), ...(onPhone ? [w.onPhone] : [])].join(
              ' · ',
            )}
          </span>
        </>
      }
      beside={isLeft(line) ? <MarkChip mark={{ ...dueMark(left), says: { zh: due, en: due } }} /> : null}
      href={gridHref(line.campaignId, line.path)}
    />
  );
}

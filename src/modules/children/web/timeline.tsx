import { Button } from 'antd';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { calendarWords, chinaDay } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { ChildView, TimelineEntry } from '../contract';
import { sourceSays } from '../words';
import { getTimeline } from './calls';
import type { FactSays } from './panels';
import { childPlace, type TimelineGroup, timelineGroups } from './places';
import { groupOf, useEntrySays } from './timeline-says';
import { timelineWords } from './words';

type TimelineProps = { readonly child: Pick<ChildView, 'childId'>; readonly factSays: FactSays };

/** Everything that happened to a child, newest first; chips narrow it to one kind. */
export function Timeline({ child, factSays }: TimelineProps) {
  const w = useWords(timelineWords);
  const { search, change } = useAddress(childPlace);
  const answer = useAnswer(getTimeline, { params: { id: child.childId } });
  if (answer.error && !answer.data) return <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState rows={5} />;
  const { rows, more } = answer.data;
  if (rows.length === 0) return <EmptyState says={w.empty} />;
  const shown = rows.filter((entry) => search.only === undefined || groupOf(entry) === search.only);
  const show = (only: TimelineGroup | undefined) => change({ only }, { replace: true });
  return (
    <>
      <Chips rows={rows} only={search.only} onShow={show} />
      {shown.length === 0 ? (
        <EmptyState says={w.emptyOf} next={<Button onClick={() => show(undefined)}>{w.showAll}</Button>} />
      ) : null}
      <ol className="child-timeline">
        {shown.map((entry) => (
          <Line
            key={`${entry.about} ${entry.kind} ${entry.at} ${JSON.stringify(entry.body)}`}
            entry={entry}
            factSays={factSays}
          />
        ))}
      </ol>
      {more ? <p className="child-hint">{w.more}</p> : null}
    </>
  );
}

type ChipsProps = {
  readonly rows: readonly TimelineEntry[];
  readonly only: TimelineGroup | undefined;
  readonly onShow: (only: TimelineGroup | undefined) => void;
};

function Chips({ rows, only, onShow }: ChipsProps) {
  const w = useWords(timelineWords);
  const countOf = (group: TimelineGroup) => rows.filter((entry) => groupOf(entry) === group).length;
  return (
    <fieldset className="child-chips">
      <legend className="nol-unseen">{w.filter}</legend>
      <Chip on={only === undefined} onClick={() => onShow(undefined)} says={w.all} count={rows.length} />
      {timelineGroups.map((group) =>
        countOf(group) === 0 && only !== group ? null : (
          <Chip key={group} on={only === group} onClick={() => onShow(group)} says={w[group]} count={countOf(group)} />
        ),
      )}
    </fieldset>
  );
}

type ChipProps = { readonly on: boolean; readonly onClick: () => void; readonly says: string; readonly count: number };

function Chip({ on, onClick, says, count }: ChipProps) {
  return (
    <button type="button" className="child-chip" aria-pressed={on} onClick={onClick}>
      {says} {count}
    </button>
  );
}

function Line({ entry, factSays }: { readonly entry: TimelineEntry; readonly factSays: FactSays }) {
  const w = useWords(timelineWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const says = useEntrySays(factSays)(entry);
  const recorded = chinaDay(Date.parse(entry.at));
  const beside = [
    entry.source ? say(sourceSays[entry.source] ?? { zh: entry.source, en: entry.source }) : entry.who,
    entry.reason ? w.reason(entry.reason) : '',
    recorded === entry.day ? '' : w.late(calendarWords(recorded, today, language)),
  ].filter((part) => part !== '');
  return (
    <li>
      <time dateTime={entry.day}>{calendarWords(entry.day, today, language)}</time>
      <span className={`child-line child-line-${groupOf(entry)}`}>{says}</span>
      <span className="child-line-note">{beside.join(language === 'zh' ? ' · ' : ', ')}</span>
    </li>
  );
}

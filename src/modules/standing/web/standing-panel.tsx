import { Input } from 'antd';
import { useState } from 'react';
import { standingState } from '../../../kernel/standing';
import { useAnswer } from '../../../ui/desk/answers';
import { SourceLabel } from '../../../ui/desk/source-label';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { calendarWords, chinaDay } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { schoolYearOf } from '../../area/index';
import type { StandingView } from '../contract';
import { factText } from '../fact-words';
import { missingText, ruleWords, standingHelp } from '../words';
import { getStanding } from './calls';
import { labelSources } from './label-sources';
import { StateChip, toneOf } from './state-chip';
import { panelWords } from './words';
import './standing-panel.css';

/** 就学状态 on the page of a child: where it stands, by which rule, what shows it, what is missing, and the school year. */
export function StandingPanel({ childId }: { readonly childId: string }) {
  const w = useWords(panelWords);
  const [day, setDay] = useState<string>();
  const answer = useAnswer(getStanding, { params: { id: childId }, query: { day } });
  const view = answer.data;
  return (
    <section className="standing-panel" aria-label={w.title}>
      <header>
        <h2>{w.title}</h2>
        <Input
          type="date"
          aria-label={w.day}
          value={day ?? view?.today ?? ''}
          onChange={(event) => setDay(event.target.value || undefined)}
        />
      </header>
      {view ? <Standing view={view} /> : null}
      {!view && answer.error ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {!view && !answer.error ? <LoadingState rows={4} /> : null}
    </section>
  );
}

function Standing({ view }: { readonly view: StandingView }) {
  const w = useWords(panelWords);
  const say = useSay();
  const { language } = useLanguage();
  const { rule } = view;
  return (
    <>
      <p className="standing-where">
        <StateChip state={view.state} />
        <b>{say(ruleWords[rule.id])}</b>
        {view.since ? <span>{w.since(calendarWords(view.since, view.today, language))}</span> : null}
      </p>
      <p className="standing-source">
        <SourceLabel source={labelSources[rule.label]} /> {say(rule.source)}
        {rule.clauses.length > 0 ? ` · ${w.clauses(rule.clauses.join(' '))}` : null}
      </p>
      <p className="standing-help">{say(standingHelp[view.state])}</p>
      {view.knownThen ? <p className="standing-late">{w.knownThen(say(standingState(view.knownThen.state)))}</p> : null}
      <Proofs view={view} />
      {view.missing.length > 0 ? <p className="standing-missing">{missingText(view.missing, language)}</p> : null}
      <YearStrip view={view} />
    </>
  );
}

function Proofs({ view }: { readonly view: StandingView }) {
  const w = useWords(panelWords);
  const { language } = useLanguage();
  if (view.provenBy.length === 0) return <p className="standing-help">{w.noProof}</p>;
  return (
    <>
      <h3>{w.proven}</h3>
      <ul className="standing-proofs">
        {view.provenBy.map(({ id, kind, happenedDay, recordedAt, source, late, body }) => (
          <li key={id}>
            <time dateTime={happenedDay}>{calendarWords(happenedDay, view.today, language)}</time>
            <span>{factText({ kind, source, body }, language)}</span>
            {late && source !== 'register' ? (
              <i>{w.late(calendarWords(chinaDay(Date.parse(recordedAt)), view.today, language))}</i>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the child stands on each day of the school year, as a strip and as a list. */
function YearStrip({ view }: { readonly view: StandingView }) {
  const w = useWords(panelWords);
  const say = useSay();
  const { language } = useLanguage();
  const { history } = view;
  const parts = merged(history);
  const [first, last] = [parts[0]?.from, parts.slice(-1)[0]?.until];
  if (first === undefined || last === undefined) return null;
  const whole = daysBetween(first, last);
  return (
    <>
      <h3>{w.year(schoolYearOf(first).replace('-', '—'))}</h3>
      <ol className="standing-strip">
        {parts.map(({ from, until, state }) => (
          <li
            key={from}
            className={`standing-part standing-tone-${toneOf(state)}`}
            style={{ width: `${(daysBetween(from, until) / whole) * 100}%` }}
            title={`${say(standingState(state))} ${w.untilDay(calendarWords(from, view.today, language), calendarWords(until, view.today, language))}`}
          >
            <span>{say(standingState(state))}</span>
          </li>
        ))}
      </ol>
      <ul className="standing-turns">
        {parts.map(({ from, state, rule }) => (
          <li key={from}>
            <time dateTime={from}>{calendarWords(from, view.today, language)}</time>
            <StateChip state={state} />
            <span>{say(ruleWords[rule])}</span>
          </li>
        ))}
      </ul>
      <p className="standing-help">{w.coming}</p>
    </>
  );
}

type Part = StandingView['history'][number];

/** Neighbours in the same place by the same rule are one. */
function merged(history: readonly Part[]): readonly Part[] {
  const parts: Part[] = [];
  for (const part of history) {
    const before = parts.slice(-1)[0];
    if (before?.state === part.state && before.rule === part.rule) parts[parts.length - 1] = { ...before, until: part.until };
    else parts.push(part);
  }
  return parts;
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

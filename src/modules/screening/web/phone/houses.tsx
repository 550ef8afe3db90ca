import { useState } from 'react';
import { useBox } from '../../../../ui/outbox/context';
import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Button } from '../../../../ui/phone/button';
import { Field } from '../../../../ui/phone/field';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { dueWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { ToneChip } from '../../../../ui/shared/mark';
import type { GridView, TargetLine } from '../../contract';
import { getFinds } from '../calls';
import { findStateSays } from '../find-words';
import { answerText, phaseSays, screeningWords, whoIs } from '../words';
import { findHref, visitHref } from './hrefs';
import { useFindDraft } from './use-find-draft';
import { phoneWords } from './words';

/** From so many names on one finds a name by typing it. */
const manyNames = 12;

/** The village's list: who is still to be visited, who was, and the children who are on no list. */
export function Houses({ grid, unheard }: { readonly grid: GridView; readonly unheard: boolean }) {
  const w = useWords(phoneWords);
  const say = useSay();
  const { language } = useLanguage();
  const { go } = useWay();
  const { entries } = useBox();
  const [typed, setTyped] = useState('');
  const onPhone = new Set(entries.map(({ subject }) => subject.replace('screening-visit ', '')));
  const named = grid.rows.filter(({ name }) => name.includes(typed.trim()));
  const waits = (line: TargetLine) => line.answer === null && !onPhone.has(line.targetId);
  const open = named.filter(waits);
  const done = named.filter((line) => !waits(line));
  const runs = grid.phase === 'running' || grid.phase === 'late';
  const draft = useFindDraft(grid.campaignId, grid.path);
  const meet = () => {
    // The name that is on no list was typed already.
    if (named.length === 0 && draft.filled.name === '') draft.change({ name: typed.trim() });
    go(findHref(grid.campaignId, grid.path));
  };
  const action = grid.as === null || !runs ? undefined : <Button onClick={meet}>{w.met}</Button>;
  return (
    <Screen
      title={say(grid.says)}
      note={`${grid.name} · ${dueWords(grid.until, grid.today, language)}`}
      above="/m/screening"
      action={action}
    >
      {unheard ? <p className="ph-hint">{w.unheard}</p> : null}
      {runs ? null : <p className="ph-hint">{w.notNow(say(phaseSays[grid.phase]))}</p>}
      {grid.rows.length >= manyNames ? <Field label={w.byName} value={typed} onChange={setTyped} maxLength={20} /> : null}
      {named.length === 0 ? <Empty says={w.noName} /> : null}
      {typed === '' && open.length === 0 ? <Empty says={w.allVisited} /> : null}
      {open.length > 0 ? (
        <RowList title={`${w.toVisit}（${open.length}）`}>
          {open.map((line) => (
            <HouseRow key={line.targetId} grid={grid} line={line} onPhone={false} />
          ))}
        </RowList>
      ) : null}
      {done.length > 0 ? (
        <RowList title={`${w.visited}（${done.length}）`}>
          {done.map((line) => (
            <HouseRow key={line.targetId} grid={grid} line={line} onPhone={onPhone.has(line.targetId)} />
          ))}
        </RowList>
      ) : null}
      {unheard ? null : <Finds grid={grid} />}
    </Screen>
  );
}

function HouseRow({ grid, line, onPhone }: { readonly grid: GridView; readonly line: TargetLine; readonly onPhone: boolean }) {
  const w = useWords(phoneWords);
  const s = useWords(screeningWords);
  const say = useSay();
  const { answer, decision } = line;
  const state = { none: '', waiting: s.waits, accepted: s.accepted, 'sent-back': s.sentBack }[decision];
  return (
    <Row
      title={
        <>
          {line.name} <small>{whoIs(line, s)}</small>
        </>
      }
      note={[answer === null ? '' : answerText(answer, say), state].filter((part) => part !== '').join(' · ') || undefined}
      beside={onPhone ? <ToneChip tone="watch">{w.onPhone}</ToneChip> : undefined}
      href={visitHref(grid.campaignId, grid.path, line.targetId)}
    />
  );
}

function Finds({ grid }: { readonly grid: GridView }) {
  const s = useWords(screeningWords);
  const say = useSay();
  const { data } = usePhoneAnswer(getFinds, { params: { id: grid.campaignId }, query: { grid: grid.path, size: 100 } });
  if (!data || data.rows.length === 0) return null;
  return (
    <RowList title={`${s.finds}（${data.total}）`}>
      {data.rows.map((find) => (
        <Row
          key={find.findId}
          title={
            <>
              {find.name} <small>{whoIs(find, s)}</small>
            </>
          }
          note={`${answerText(find.outcome, say)} · ${say(findStateSays[find.state])}`}
        />
      ))}
    </RowList>
  );
}

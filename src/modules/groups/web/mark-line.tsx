import { Button } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { SourceLabel } from '../../../ui/desk/source-label';
import { useTell } from '../../../ui/desk/tell';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { revealReasons } from '../../children/index';
import type { Mark } from '../contract';
import { definitionOf, groupOf } from '../rules/groups';
import { endMark, getChildGroups, getGroups, getMembers, revealMark } from './calls';
import { markWords } from './words';

const renews = [getChildGroups, getGroups, getMembers];
const whySee = Object.entries(revealReasons).map(([value, says]) => ({ value, says }));
const whyEnd = ([markWords.offList, markWords.noLonger, markWords.mistake] as const).map((says) => ({ value: says.zh, says }));

type MarkLineProps = { readonly childId: string; readonly mark: Mark };

/** One mark: its word or that it is hidden, from when until when, by which definition and document, and what can be done. */
export function MarkLine({ childId, mark }: MarkLineProps) {
  const w = useWords(markWords);
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const definition = mark.group === null ? undefined : definitionOf(mark.group, mark.definition);
  return (
    <li>
      <span className="groups-word">{mark.group === null ? w.hidden : say(groupOf(mark.group))}</span>
      <span className="groups-days">{useDays(mark)}</span>
      {mark.mayReveal || mark.mayEnd ? (
        <Button size="small" onClick={() => setAsking(true)}>
          {mark.mayReveal ? w.see : w.end}
        </Button>
      ) : null}
      {definition ? (
        <span className="groups-why">
          {say(definition)} <SourceLabel source={definition.label} /> {say(definition.source)}
        </span>
      ) : null}
      <span className="groups-why">{useOrigin(mark)}</span>
      {mark.secondsLeft === null ? null : <span className="groups-why">{w.shown}</span>}
      {mark.mayReveal ? (
        <SeeDialog childId={childId} mark={mark} open={asking} onClose={() => setAsking(false)} />
      ) : (
        <EndDialog childId={childId} mark={mark} open={asking} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}

/** From when until when, and that it is over. */
function useDays({ fromDay, untilDay, endedDay, holds }: Mark): string {
  const w = useWords(markWords);
  const today = useToday();
  const { language } = useLanguage();
  const day = (of: string) => calendarWords(of, today, language);
  const days = untilDay === null ? w.since(day(fromDay)) : w.span(day(fromDay), day(untilDay));
  if (endedDay !== null) return `${days} · ${w.over(day(endedDay))}`;
  return holds ? days : `${days} · ${w.ranOut}`;
}

/** Where it comes from: a list, the standing, or a person with a document. */
function useOrigin({ source, document, by }: Mark): string {
  const w = useWords(markWords);
  if (source === '') return '';
  if (source === 'list' || source === 'standing') return source === 'list' ? w.list : w.standing;
  const said = source === 'civil' ? `${w.civil} · ${document}` : document;
  return by === '' ? said : `${said} · ${w.by(by)}`;
}

type DialogProps = MarkLineProps & { readonly open: boolean; readonly onClose: () => void };

function SeeDialog({ childId, mark, open, onClose }: DialogProps) {
  const w = useWords(markWords);
  const reveal = useAction(revealMark, { renews });
  return (
    <ReasonDialog
      open={open}
      title={w.seeTitle}
      effect={w.seeEffect}
      reasons={whySee}
      submit={w.see}
      onSubmit={async (reason) => {
        await reveal.run({ params: { id: childId }, body: { markId: mark.markId, reason } });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function EndDialog({ childId, mark, open, onClose }: DialogProps) {
  const w = useWords(markWords);
  const say = useSay();
  const tell = useTell();
  const end = useAction(endMark, { renews });
  return (
    <ReasonDialog
      open={open}
      title={mark.group === null ? w.end : w.endTitle(say(groupOf(mark.group)))}
      effect={w.endEffect}
      reasons={whyEnd}
      submit={w.end}
      onSubmit={async (reason) => {
        await end.run({ params: { id: childId }, body: { markId: mark.markId, version: mark.version, reason } });
        tell.done(w.ended);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

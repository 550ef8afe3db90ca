import { useEffect } from 'react';
import { useBox } from '../../../../ui/outbox/context';
import { useKeptAnswer } from '../../../../ui/phone/kept-answer';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { dayWords, momentWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { ToneChip } from '../../../../ui/shared/mark';
import { useToday } from '../../../../ui/shared/server-context';
import type { ClassesView } from '../../contract';
import { getClasses } from '../calls';
import { attendanceWords, rollWords } from '../words';
import { keptClasses } from './kept';
import { partWords } from './part';
import { CalledClass } from './roll-screen';
import { ToFollow } from './to-follow';

type Line = ClassesView['rows'][number];
type DoneRowProps = { readonly sum: Line['am']; readonly id: string; readonly title: string; readonly today: string };

/** The classes one calls: those that nobody has called yet first. Whoever has one class is in it at once. */
export function ClassesScreen() {
  const w = useWords(attendanceWords);
  const r = useWords(rollWords);
  const say = useSay();
  const { language } = useLanguage();
  const { data, isKept, refused, again } = useKeptAnswer(getClasses, { query: {} }, keptClasses);
  const today = useToday();
  const turned = data !== undefined && data.day < today;
  useEffect(() => {
    if (turned) again();
  }, [turned, again]);
  const [only, second] = data?.rows ?? [];
  if (only && !second) return <CalledClass id={only.classId} />;
  const schools = new Set(data?.rows.map(({ school }) => school));
  const open = data?.rows.filter((row) => row[data.session] === null) ?? [];
  const done = data?.rows.filter((row) => row[data.session] !== null) ?? [];
  const titled = (line: Line) => (schools.size > 1 ? `${line.school} ${say(line.name)}` : say(line.name));
  return (
    <Screen title={w.title} note={data ? partWords(data, dayWords(data.day, data.today, language), w) : undefined} sends>
      {refused && !data ? <Fault refused={refused} onRetry={again} /> : null}
      {refused && isKept ? <p className="ph-hint">{r.fromPhone}</p> : null}
      {!data && !refused ? <Loading /> : null}
      {data?.noSchool ? <p className="ph-hint">{w.noSchool(say(data.noSchool))}</p> : null}
      <ToFollow />
      {data?.rows.length === 0 ? <Empty says={`${r.none}${r.noneWhy}`} /> : null}
      {open.length > 0 ? (
        <RowList title={`${w.notYet}（${open.length}）`}>
          {open.map((line) => (
            <Row
              key={line.classId}
              title={titled(line)}
              beside={<OnPhone classId={line.classId} />}
              href={`/m/classes/${line.classId}`}
            />
          ))}
        </RowList>
      ) : null}
      {data && done.length > 0 ? (
        <RowList title={`${r.sent}（${done.length}）`}>
          {done.map((line) => (
            <DoneRow key={line.classId} sum={line[data.session]} id={line.classId} title={titled(line)} today={data.today} />
          ))}
        </RowList>
      ) : null}
    </Screen>
  );

  function DoneRow({ sum, id, title, today }: DoneRowProps) {
    if (sum === null) return null;
    const { present, absent, leave, by, at } = sum;
    const all = present + absent + leave;
    return (
      <Row
        title={title}
        note={`${w.here(present, all)} · ${w.by(by, momentWords(at, today, language))}`}
        beside={absent > 0 ? <ToneChip tone="watch">{w.away(absent)}</ToneChip> : undefined}
        href={`/m/classes/${id}`}
      />
    );
  }
}

/** What of a class lies on the phone and has not been taken yet. */
function OnPhone({ classId }: { readonly classId: string }) {
  const r = useWords(rollWords);
  const states = useBox().entries.flatMap(({ subject, state }) => (subject.includes(` ${classId} `) ? [state] : []));
  if (states.length === 0) return null;
  const look = states.some((state) => state !== 'waiting');
  return <ToneChip tone={look ? 'urgent' : 'watch'}>{look ? r.lookAt : r.onPhone}</ToneChip>;
}

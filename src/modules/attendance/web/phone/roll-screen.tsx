import { useCallback, useMemo, useState } from 'react';
import { type KeptAs, useKeptAnswer } from '../../../../ui/phone/kept-answer';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { chinaHour } from '../../../../ui/shared/dates';
import { useWords } from '../../../../ui/shared/language';
import { useServer, useToday } from '../../../../ui/shared/server-context';
import type { RollView } from '../../contract';
import { getRoll } from '../calls';
import { attendanceWords } from '../words';
import { keepRoll, openRoll, rollName } from './kept';
import { sessionNamed } from './part';
import { RollForm } from './roll-form';
import { useRollIntent } from './use-taking';

/** One class to be called. */
export function RollScreen({ params }: PhonePageProps) {
  return <CalledClass id={params.id ?? ''} above="/m/classes" />;
}

/** The same, where it is not told by the address. */
export function CalledClass({ id, above }: { readonly id: string; readonly above?: string }) {
  const w = useWords(attendanceWords);
  const { view, meansToday, intent, isKept, refused, again, setTaken } = useRoll(id);
  if (view) {
    const key = `${view.classId} ${view.day} ${view.session}`;
    return (
      <RollForm
        key={key}
        view={view}
        intent={intent}
        meansToday={meansToday}
        above={above}
        unheard={isKept && refused !== undefined}
        onTaken={setTaken}
        onAgain={again}
      />
    );
  }
  return (
    <Screen title={w.title} {...(above === undefined ? {} : { above })}>
      {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
    </Screen>
  );
}

function sameCalling(one: RollView, other: RollView | undefined): boolean {
  return one.day === other?.day && one.session === other.session;
}

/** The class as the phone or the server last said, whichever is newer. */
function useRoll(id: string) {
  const today = useToday();
  const asked = useSaid();
  const said = asked.get('day') ?? undefined;
  const session = sessionNamed(asked.get('session'));
  const day = said === today ? undefined : said;
  const name = day === undefined ? rollName(id) : undefined;
  const { momentAt } = useServer();
  const as = useMemo<KeptAs<RollView>>(() => {
    const hour = () => chinaHour(Date.parse(momentAt(Date.now())));
    return { name, keep: keepRoll, open: (value, today) => openRoll(value, { today, hour: hour(), session }) };
  }, [name, session, momentAt]);
  const { data, isKept, refused, again } = useKeptAnswer(getRoll, { params: { id }, query: { day, session } }, as);
  const [taken, setTaken] = useState<RollView>();
  const newer = taken && taken.classId === id && (!data || isKept || taken.version > data.version) && sameCalling(taken, data);
  const view = newer ? taken : data;
  const intent = useRollIntent(
    view,
    useCallback((next: RollView | undefined) => (next ? setTaken(next) : again()), [again]),
  );
  return { view, meansToday: said === undefined, intent, isKept: isKept && !newer, refused, again, setTaken };
}

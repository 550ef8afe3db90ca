import { Button } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useUndo } from '../../../ui/desk/undo';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ExceptionView } from '../contract';
import type { PanelProps } from './calendar-panel';
import { addException, getCalendar, takeBackException } from './calls';
import { monthsOf } from './day-sign';
import { ExceptionForm } from './exception-form';
import { useExceptionSays } from './exception-says';
import { calendarWords } from './words';
import { useDaySays } from './year-months';

const renews = [getCalendar];

/** One day: whether children are taught and why, which exceptions say so, and room to enter one. */
export function DayPanel({ view, address, whose, day }: PanelProps & { readonly day: string }) {
  const w = useWords(calendarWords);
  const may = holds(useSignedIn(), ['calendar.change']);
  const says = useDaySays();
  const found = monthsOf(view)
    .flatMap(({ days }) => days)
    .find((each) => each.day === day);
  const exceptions = view.exceptions.filter(({ from, until }) => from <= day && until >= day);
  return (
    <>
      {found ? <p>{says(found)}</p> : null}
      {exceptions.map((exception) => (
        <ExceptionLine key={exception.id} exception={exception} whose={whose} may={may} />
      ))}
      {may ? (
        <section className="cal-part">
          <h2>{w.register}</h2>
          <ExceptionForm view={view} address={address} whose={whose} day={day} />
        </section>
      ) : null}
    </>
  );
}

type ExceptionLineProps = { readonly exception: ExceptionView; readonly whose: PanelProps['whose']; readonly may: boolean };

function ExceptionLine({ exception, whose, may }: ExceptionLineProps) {
  const w = useWords(calendarWords);
  const undo = useUndo();
  const [asked, setAsked] = useState(false);
  const { run } = useAction(takeBackException, { renews });
  const again = useAction(addException, { renews });
  const what = useExceptionSays(whose)(exception);
  const takeBack = async (value: string) => {
    const reason = { mistake: w.wrongEntry, changed: w.planChanged }[value] ?? value;
    const { id, version, ...draft } = exception;
    await run({ params: { id }, body: { reason, version } });
    setAsked(false);
    undo({ says: w.takenBack, undo: () => again.run({ body: { ...draft, grades: [...draft.grades] } }) });
  };
  return (
    <div className="cal-exception">
      <div>
        {what}
        <div className="cal-quiet">{exception.reason}</div>
      </div>
      {may ? (
        <Button size="small" aria-label={w.takeBackTitle(what)} onClick={() => setAsked(true)}>
          {w.takeBack}
        </Button>
      ) : null}
      <ReasonDialog
        open={asked}
        title={w.takeBackTitle(what)}
        reasons={[
          { value: 'mistake', says: calendarWords.wrongEntry },
          { value: 'changed', says: calendarWords.planChanged },
        ]}
        submit={w.takeBack}
        onSubmit={takeBack}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}

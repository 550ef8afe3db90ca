import { Button, Select } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import type { MonthView, SchoolsView } from '../contract';
import { getClasses, getSchools, openMonth } from './calls';
import { useMonthWords } from './line-words';
import { deskWords, openReasons } from './words';

type MonthToolsProps = {
  readonly view: Pick<SchoolsView, 'month' | 'months' | 'today' | 'mayOpen'>;
  readonly onMonth: (month: string) => void;
};

/** The month that is shown, and the way to open it before its day. */
export function MonthTools({ view, onMonth }: MonthToolsProps) {
  const d = useWords(deskWords);
  const monthOf = useMonthWords();
  const { month, months, today, mayOpen } = view;
  if (months.length === 0) return null;
  const options = months.map((one) => ({ value: one.month, label: `${monthOf(one.month)}${one.open ? '' : d.notOpenYet}` }));
  return (
    <>
      {mayOpen && month && !month.open && month.month === today.slice(0, 7) ? <OpenEarly month={month} today={today} /> : null}
      <Select
        className="nol-check-month"
        aria-label={d.chooseMonth}
        placeholder={d.chooseMonth}
        value={month?.month ?? null}
        options={options}
        onChange={onMonth}
      />
    </>
  );
}

function OpenEarly({ month, today }: { readonly month: MonthView; readonly today: string }) {
  const d = useWords(deskWords);
  const monthOf = useMonthWords();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const { run } = useAction(openMonth, { renews: [getSchools, getClasses] });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{d.openEarly}</Button>
      <ReasonDialog
        open={asking}
        title={d.openTitle(monthOf(month.month))}
        effect={d.openEffect}
        reasons={openReasons}
        submit={d.openEarly}
        onSubmit={async (reason) => {
          await run({ body: { month: month.month, day: today, reason } });
          setAsking(false);
          tell.done(d.openedDone);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

import { useState } from 'react';
import { formatDay, parseDay } from '../../../../kernel/day';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { useWords } from '../../../../ui/shared/language';
import { phoneTaskWords } from './words';

type DayProps = { readonly today: string; readonly value: string; readonly onChange: (day: string) => void };

/** The day something was found out: today unless said otherwise. */
export function FoundDay({ today, value, onChange }: DayProps) {
  const w = useWords(phoneTaskWords);
  const yesterday = formatDay((parseDay(today) ?? 0) - 1);
  const [other, setOther] = useState(value !== today && value !== yesterday);
  const chosen = other ? 'other' : value === yesterday ? 'yesterday' : 'today';
  const choose = (which: 'today' | 'yesterday' | 'other') => {
    setOther(which === 'other');
    if (which !== 'other') onChange(which === 'today' ? today : yesterday);
  };
  const options = [
    { value: 'today' as const, says: w.today_ },
    { value: 'yesterday' as const, says: w.yesterday },
    { value: 'other' as const, says: w.otherDay },
  ];
  return (
    <>
      <ChoiceChips label={w.when} options={options} value={chosen} onChange={choose} />
      {other ? <Field label={w.day} type="date" value={value} onChange={onChange} /> : null}
    </>
  );
}

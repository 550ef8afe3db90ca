import { useState } from 'react';
import { ChoiceChips } from '../../../../ui/phone/chip';
import { Field } from '../../../../ui/phone/field';
import { calendarWords } from '../../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../../ui/shared/language';
import type { CheckQuery } from '../../contract';
import { dayAfter } from '../../rules/span';
import { phoneWords } from './words';

type SpanFieldsProps = {
  readonly today: string;
  readonly value: CheckQuery;
  readonly onChange: (value: CheckQuery) => void;
};

type Part = 'whole' | 'am' | 'pm';

/** From when until when, in two taps: today and the days after it are there, another day is chosen from the calendar. */
export function SpanFields({ today, value, onChange }: SpanFieldsProps) {
  const w = useWords(phoneWords);
  const { language } = useLanguage();
  const [other, setOther] = useState({ from: false, until: false });
  const { fromDay, untilDay } = value;
  const tomorrow = dayAfter(today, 1);
  const known = /^\d{4}-\d{2}-\d{2}$/.test(fromDay);
  const days = known ? [0, 1, 2].map((after) => dayAfter(fromDay, after)) : [];
  const from = (day: string) => onChange({ fromDay: day, fromHalf: 'am', untilDay: day, untilHalf: 'pm' });
  const until = (day: string) => onChange({ ...value, fromHalf: 'am', untilDay: day, untilHalf: 'pm' });
  return (
    <>
      <ChoiceChips
        label={w.from}
        options={[
          { value: today, says: w.today },
          { value: tomorrow, says: w.tomorrow },
          { value: 'other', says: w.otherDay },
        ]}
        value={other.from ? 'other' : fromDay}
        onChange={(day) => {
          setOther({ from: day === 'other', until: false });
          if (day !== 'other') from(day);
        }}
      />
      {other.from ? <Field label={w.from} type="date" value={fromDay} onChange={from} /> : null}
      <ChoiceChips
        label={w.until}
        options={[
          ...days.map((day, at) => ({ value: day, says: at === 0 ? w.sameDay : calendarWords(day, today, language) })),
          { value: 'other', says: w.otherDay },
        ]}
        value={other.until ? 'other' : untilDay}
        onChange={(day) => {
          setOther({ ...other, until: day === 'other' });
          if (day !== 'other') until(day);
        }}
      />
      {other.until ? <Field label={w.until} type="date" value={untilDay} onChange={until} /> : null}
      <PartOfDay value={value} onChange={onChange} />
    </>
  );
}

/** Of one day its morning or afternoon; of several, from noon of the first or until noon of the last. */
function PartOfDay({ value, onChange }: Omit<SpanFieldsProps, 'today'>) {
  const w = useWords(phoneWords);
  const { fromDay, fromHalf, untilDay, untilHalf } = value;
  const single = fromDay === untilDay;
  const part: Part = fromHalf === 'pm' ? 'pm' : untilHalf === 'am' ? 'am' : 'whole';
  const options: readonly { readonly value: Part; readonly says: string }[] = [
    { value: 'whole', says: w.whole },
    { value: 'am', says: single ? w.morning : w.untilNoon },
    { value: 'pm', says: single ? w.afternoon : w.fromNoon },
  ];
  return (
    <ChoiceChips
      label={w.part}
      options={options}
      value={part}
      onChange={(next) => onChange({ ...value, fromHalf: next === 'pm' ? 'pm' : 'am', untilHalf: next === 'am' ? 'am' : 'pm' })}
    />
  );
}

/** One whole day, with which a form begins. */
export function wholeDay(day: string): CheckQuery {
  return { fromDay: day, fromHalf: 'am', untilDay: day, untilHalf: 'pm' };
}

import { Checkbox } from 'antd';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { Mark } from '../rules/marks';
import type { SheetDay } from '../sheet-contract';
import { importWords } from './import-words';

/** So many names are written out, of more their number. */
const names = 6;

/** A part of a day among those of a sheet. */
export function keyOf({ day, session }: Pick<SheetDay, 'day' | 'session'>): string {
  return `${day} ${session}`;
}

type ImportDaysProps = {
  readonly days: readonly SheetDay[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

/** The days of a sheet, one a row, each with whom it has away, and a box for whether it is taken. */
export function ImportDays({ days, chosen, onChoose }: ImportDaysProps) {
  const w = useWords(importWords);
  const toggle = (key: string) =>
    onChoose(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  return (
    <div className="marks-days">
      <table>
        <thead>
          <tr>
            <th scope="col">{w.take}</th>
            <th scope="col">{w.day}</th>
            <th scope="col" className="marks-number">
              {w.here}
            </th>
            <th scope="col">{w.absent}</th>
            <th scope="col">{w.leave}</th>
            <th scope="col">{w.late}</th>
            <th scope="col">{w.rest}</th>
            <th scope="col">{w.note}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow key={keyOf(day)} day={day} chosen={chosen.has(keyOf(day))} onToggle={() => toggle(keyOf(day))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DayRowProps = { readonly day: SheetDay; readonly chosen: boolean; readonly onToggle: () => void };

function DayRow({ day, chosen, onToggle }: DayRowProps) {
  const w = useWords(importWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const says = `${calendarWords(day.day, today, language)}${day.session === 'pm' ? ` ${w.pm}` : ''}`;
  const of = (...marks: readonly Mark[]) => day.marks.filter(({ mark }) => marks.includes(mark));
  return (
    <tr className={day.barred === null ? undefined : 'marks-barred'}>
      <td>
        <Checkbox checked={chosen} disabled={day.barred !== null} onChange={onToggle} aria-label={w.pick(says)} />
      </td>
      <th scope="row">{says}</th>
      <td className="marks-number">{day.here.length + of('late', 'early', 'back').length}</td>
      <td>
        <Names of={of('absent')} />
      </td>
      <td>
        <Names of={of('sick', 'personal')} />
      </td>
      <td>
        <Names of={of('late', 'early')} />
      </td>
      <td>
        <Names of={day.rest} />
      </td>
      <td className="marks-note">{day.barred === null ? (day.base === 0 ? w.fresh : w.replaces) : say(day.barred)}</td>
    </tr>
  );
}

function Names({ of }: { readonly of: readonly { readonly name: string }[] }) {
  const w = useWords(importWords);
  const list = of
    .slice(0, names)
    .map(({ name }) => name)
    .join('、');
  return of.length > names ? w.more(list, of.length) : list;
}

import { parseDay } from '../../../kernel/day';
import { Door } from '../../../ui/desk/door';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { MonthDay, MonthRow, MonthView } from '../month-contract';
import type { CellWord } from '../rules/month-grid';
import { signOf, signWords } from '../rules/signs';
import { sheetWords } from './month-words';
import { monthWords } from './words';
import './month.css';

type MonthGridProps = { readonly view: MonthView; readonly hrefOf: (childId: string) => string };
const sums = ['here', 'absent', 'sick', 'personal', 'late', 'early', 'days'] as const;

/** The sheet of a class: children down, days across; a day of which nothing is known is one empty column that says why. */
export function MonthGrid({ view, hrefOf }: MonthGridProps) {
  const w = useWords(sheetWords);
  const weekdays = useWords(monthWords).weekdays.split(' ');
  return (
    <table className="class-month">
      <thead>
        <tr>
          <th scope="col">{w.number}</th>
          <th scope="col" className="class-month-name">
            {w.name}
          </th>
          {view.days.map((day) => (
            <th key={day.day} scope="col" className={day.noSchool ? 'class-month-free' : undefined}>
              {Number(day.day.slice(8))}
              <span>{weekdays[((parseDay(day.day) ?? 0) + 3) % 7]}</span>
            </th>
          ))}
          {sums.map((key) => (
            <th key={key} scope="col" className="class-month-sum">
              {w[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row, place) => (
          <ChildRow key={row.childId ?? `gone-${place}`} view={view} row={row} place={place} hrefOf={hrefOf} />
        ))}
      </tbody>
      <DaySums view={view} />
    </table>
  );
}

type ChildRowProps = MonthGridProps & { readonly row: MonthRow; readonly place: number };

function ChildRow({ view, row, place, hrefOf }: ChildRowProps) {
  const w = useWords(sheetWords);
  return (
    <tr>
      <td>{place + 1}</td>
      <th scope="row" className="class-month-name">
        {row.childId === null ? w.gone : <Door href={hrefOf(row.childId)}>{row.name}</Door>}
      </th>
      {view.days.map((day, at) => {
        const whole = wholeColumn(day, view.today);
        if (whole === undefined) return <Cell key={day.day} words={view.sessions.map((session) => row[session][at] ?? 'open')} />;
        // One cell for the whole column: nobody reads the same word forty times.
        return place === 0 ? <EmptyColumn key={day.day} kind={whole} day={day} rows={view.rows.length} /> : null;
      })}
      {sums.map((key) => (
        <td key={key} className="class-month-sum">
          {row.sum[key] === 0 ? '' : numberText(row.sum[key])}
        </td>
      ))}
    </tr>
  );
}

type Whole = 'free' | 'open' | 'future';

/** What a day is for everybody; undefined where the class was called. */
export function wholeColumn({ day, noSchool, am, pm }: MonthDay, today: string): Whole | undefined {
  if (noSchool !== null) return 'free';
  if (am !== null || pm !== null) return undefined;
  return day > today ? 'future' : 'open';
}

function EmptyColumn({ kind, day, rows }: { readonly kind: Whole; readonly day: MonthDay; readonly rows: number }) {
  const w = useWords(sheetWords);
  const say = useSay();
  const says = kind === 'free' && day.noSchool ? say(day.noSchool) : kind === 'open' ? w.open : '';
  return (
    <td rowSpan={rows} className={`class-month-${kind}`}>
      <span>{says}</span>
    </td>
  );
}

function Cell({ words }: { readonly words: readonly CellWord[] }) {
  const w = useWords(sheetWords);
  const say = useSay();
  return (
    <td className={words.map((word) => `class-month-${word}`).join(' ')}>
      {words.map((word, part) => {
        const said = signWords.find((sign) => sign.word === word);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the morning, then the afternoon
          <span key={part} role="img" aria-label={said ? say(said) : w.open}>
            {signOf[word] || '·'}
          </span>
        );
      })}
    </td>
  );
}

function DaySums({ view }: { readonly view: MonthView }) {
  const w = useWords(sheetWords);
  return (
    <tfoot>
      {(['here', 'absent', 'leave'] as const).map((key) => (
        <tr key={key}>
          <td />
          <th scope="row" className="class-month-name">
            {w[key]}
          </th>
          {view.days.map((day) => (
            <td key={day.day} className={day.noSchool ? 'class-month-free' : undefined}>
              {view.sessions.map((session) => (
                <span key={session}>{day[session]?.[key] ?? ''}</span>
              ))}
            </td>
          ))}
          <td colSpan={sums.length} />
        </tr>
      ))}
    </tfoot>
  );
}

/** What the signs mean, in words beside their shapes. */
export function Legend() {
  const w = useWords(sheetWords);
  const say = useSay();
  return (
    <ul className="class-month-legend" aria-label={w.legend}>
      {signWords.map((sign) => (
        <li key={sign.word}>
          <b>{signOf[sign.word]}</b> {say(sign)}
        </li>
      ))}
    </ul>
  );
}

import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { Refused } from '../../../ui/shared/refused';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { HolidaysView } from '../contract';
import { changeHolidays, getCalendar, getHolidays } from './calls';
import { daysOfHolidayRows, emptyHolidayRows, type HolidayRow, holidayRowsOf } from './holiday-rows';
import { Leave, SourceFields, Theirs } from './source-fields';
import { useConflict } from './use-conflict';
import { calendarWords } from './words';

const text = z.string().trim().min(1).max(200);
const Typed = z.object({ source: text, reason: text });
const renews = [getCalendar, getHolidays];

type HolidaysPanelProps = { readonly year: number; readonly onDone: () => void };

/** The public holidays of a year: read by everybody, entered by the bureau where the program does not bring them. */
export function HolidaysPanel({ year, onDone }: HolidaysPanelProps) {
  const w = useWords(calendarWords);
  const may = holds(useSignedIn(), ['calendar.change']);
  const answer = useAnswer(getHolidays, { params: { year: String(year) } });
  const { data } = answer;
  if (!data) return answer.error ? <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} /> : <LoadingState />;
  return (
    <>
      <p className="cal-quiet">{w.holidaysFrom(data.from, data.source)}</p>
      {may ? <HolidaysForm known={data} onDone={onDone} /> : <HolidayTable rows={holidayRowsOf(data.days)} />}
    </>
  );
}

function HolidaysForm({ known, onDone }: { readonly known: HolidaysView; readonly onDone: () => void }) {
  const w = useWords(calendarWords);
  const tell = useTell();
  const [rows, setRows] = useState(() => (known.days.length > 0 ? holidayRowsOf(known.days) : emptyHolidayRows()));
  const { run } = useAction(changeHolidays, { renews });
  const { theirs, version, guarded } = useConflict(known);
  const save = async (typed: z.output<typeof Typed>) => {
    const days = daysOfHolidayRows(rows);
    if (!days) throw new Refused({ status: 422, code: 'rows', ...calendarWords.rowIncomplete });
    await guarded(() => run({ params: { year: String(known.year) }, body: { ...typed, days, version } }));
    tell.done(w.holidaysSaved(known.year));
    onDone();
  };
  return (
    <>
      <p className="cal-quiet">{w.holidaysHint}</p>
      <HolidayTable rows={rows} onChange={setRows} />
      <div className="cal-form">
        <ZodForm schema={Typed} submit={w.saveHolidays(known.year)} onSubmit={save} beside={<Leave onDone={onDone} />}>
          <SourceFields />
          {theirs ? <Theirs>{theirs.days.map(({ day, name }) => `${day} ${name}`).join('、')}</Theirs> : null}
        </ZodForm>
      </div>
    </>
  );
}

type HolidayTableProps = { readonly rows: readonly HolidayRow[]; readonly onChange?: (rows: readonly HolidayRow[]) => void };

function HolidayTable({ rows, onChange }: HolidayTableProps) {
  const w = useWords(calendarWords);
  // Rows have no name of their own while they are typed in; each keeps a number so that dropping one moves nothing.
  const numbers = useRef<number[]>([]);
  const next = useRef(0);
  while (numbers.current.length < rows.length) numbers.current.push(next.current++);
  const put = (place: number, row: HolidayRow) => onChange?.(rows.map((each, at) => (at === place ? row : each)));
  const drop = (place: number) => {
    numbers.current.splice(place, 1);
    onChange?.(rows.filter((_, at) => at !== place));
  };
  return (
    <div className="cal-scroll">
      <table className="cal-holidays">
        <thead>
          <tr>
            {[w.holidayName, w.holidayFrom, w.holidayUntil, w.worked].map((title) => (
              <th key={title} scope="col" colSpan={title === w.worked ? 2 : 1}>
                {title}
              </th>
            ))}
            {onChange ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <HolidayRowCells
              key={numbers.current[place]}
              row={row}
              onChange={onChange ? (changed) => put(place, changed) : undefined}
              onDrop={() => drop(place)}
            />
          ))}
        </tbody>
      </table>
      {onChange ? (
        <Button size="small" onClick={() => onChange([...rows, { name: '', from: '', until: '', worked: ['', ''] }])}>
          {w.addHoliday}
        </Button>
      ) : null}
    </div>
  );
}

type RowProps = {
  readonly row: HolidayRow;
  readonly onChange: ((row: HolidayRow) => void) | undefined;
  readonly onDrop: () => void;
};

function HolidayRowCells({ row, onChange, onDrop }: RowProps) {
  const w = useWords(calendarWords);
  const { name, from, until, worked } = row;
  if (!onChange) {
    return (
      <tr>
        {[name, from, until, ...worked].map((said, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row stay where they are
          <td key={place}>{said}</td>
        ))}
      </tr>
    );
  }
  const day = (says: string, value: string, put: (typed: string) => HolidayRow) => (
    <td>
      <Input
        type="date"
        size="small"
        aria-label={`${name} ${says}`}
        value={value}
        onChange={(event) => onChange(put(event.target.value))}
      />
    </td>
  );
  return (
    <tr>
      <td>
        <Input
          size="small"
          aria-label={w.holidayName}
          value={name}
          maxLength={40}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
        />
      </td>
      {day(w.holidayFrom, from, (typed) => ({ ...row, from: typed, until: until === '' ? typed : until }))}
      {day(w.holidayUntil, until, (typed) => ({ ...row, until: typed }))}
      {day(`${w.worked} 1`, worked[0], (typed) => ({ ...row, worked: [typed, worked[1]] }))}
      {day(`${w.worked} 2`, worked[1], (typed) => ({ ...row, worked: [worked[0], typed] }))}
      <td>
        <button type="button" className="nol-link" aria-label={w.dropHoliday(name)} onClick={onDrop}>
          ×
        </button>
      </td>
    </tr>
  );
}

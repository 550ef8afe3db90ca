import { Button } from 'antd';
import { useState } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { FileButton } from '../../../ui/desk/file-button';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState, ErrorState } from '../../../ui/desk/states';
import { Wizard } from '../../../ui/desk/wizard';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useCall, useToday } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import type { SheetTaken, SheetView } from '../sheet-contract';
import { readMarkSheet, takeMarkSheet } from './import-calls';
import { ImportLook } from './import-look';
import { importWords, pageNames } from './import-words';
import { getMonth } from './month-calls';
import { classMonthPlace, dayPlace, importPlace } from './places';
import { attendanceWords } from './words';
import './import.css';

/** 导入考勤: a sheet of marks is chosen, looked at day by day, and becomes rolls of the class. */
export function ImportPage() {
  const w = useWords(importWords);
  const above = useWords(attendanceWords);
  const m = useWords(pageNames);
  const { params, search } = useAddress(importPlace);
  const today = useToday();
  const month = search.month ?? today.slice(0, 7);
  const id = params.id ?? '';
  return (
    <>
      <PageHead
        title={w.title}
        above={[
          { says: above.title, href: hrefOf(dayPlace) },
          { says: m.title, href: hrefOf(classMonthPlace, { id }, { month }) },
        ]}
        help={{ says: w.help, source: 'system' }}
      />
      <Steps id={id} month={month} />
    </>
  );
}

type Read = { readonly file: File; readonly view: SheetView };

function Steps({ id, month }: { readonly id: string; readonly month: string }) {
  const w = useWords(importWords);
  const call = useCall();
  const [read, setRead] = useState<Read>();
  const [taken, setTaken] = useState<SheetTaken>();
  const look = useSending(async (file: File) => {
    const body = new FormData();
    body.append('file', file);
    setRead({ file, view: await call(readMarkSheet, { params: { id }, query: { month }, body }) });
  });
  const take = useAction(takeMarkSheet, { renews: [getMonth] });
  const steps = [
    { key: 'choose', says: w.choose },
    { key: 'look', says: w.look },
    { key: 'done', says: w.done },
  ];
  if (taken) {
    return (
      <Wizard steps={steps} current="done" foot={<ToMonth id={id} month={month} />}>
        <Taken taken={taken} />
      </Wizard>
    );
  }
  if (!read) {
    return (
      <Wizard steps={steps} current="choose" foot={null}>
        <div className="marks-choose">
          <FileButton
            primary
            says={look.busy ? w.reading : w.chooseFile}
            types={['.xlsx', '.xls', '.csv']}
            disabled={look.busy}
            onFiles={([file]) => file && void look.send(file)}
          />
          <p>{w.kinds}</p>
          <p>{w.signs}</p>
          <p>{w.month(month)}</p>
        </div>
        {look.refused ? <ErrorState refused={look.refused} /> : null}
      </Wizard>
    );
  }
  return (
    <Wizard steps={steps} current="look" foot={<Button onClick={() => setRead(undefined)}>{w.again}</Button>}>
      {look.refused ? <ErrorState refused={look.refused} /> : null}
      <ImportLook
        key={JSON.stringify(read.view.days.map(({ base }) => base))}
        view={read.view}
        onTake={async (body) => setTaken(await take.run({ params: { id }, body }))}
        onAgain={() => void look.send(read.file)}
      />
    </Wizard>
  );
}

function Taken({ taken: { days, left } }: { readonly taken: SheetTaken }) {
  const w = useWords(importWords);
  const { language } = useLanguage();
  const today = useToday();
  return (
    <>
      <EmptyState says={w.ready(days)} why={w.readyWhy} />
      {left.length > 0 ? (
        <section className="marks-left">
          <p>{w.left}</p>
          <ul>
            {left.map(({ day, session, names }) => (
              <li key={`${day}${session}`}>
                {calendarWords(day, today, language)}：{names.join('、')}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function ToMonth({ id, month }: { readonly id: string; readonly month: string }) {
  const w = useWords(importWords);
  const go = useGo();
  return (
    <Button type="primary" onClick={() => go(hrefOf(classMonthPlace, { id }, { month }))}>
      {w.toMonth}
    </Button>
  );
}

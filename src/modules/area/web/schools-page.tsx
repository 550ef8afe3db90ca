import { Button } from 'antd';
import { useMemo } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { SchoolView } from '../contract';
import { schoolKinds } from '../rules/school';
import { getSchools } from './calls';
import { kindOptions, townshipOptions } from './choices';
import { OpenState } from './open-state';
import { rollOverPlace, schoolsPlace } from './places';
import { SchoolPanel } from './school-panel';
import { type Areas, useAreas } from './use-areas';
import { commonWords, schoolWords } from './words';

/** 学校与班级: every school of the scope, and one of them beside the list with its classes. */
export function SchoolsPage() {
  const address = useAddress(schoolsPlace);
  const { page, size, q, kind, area, state, open, task } = address.search;
  const areas = useAreas();
  const query = { page, size, q, kind, area, state: state ?? ('open' as const) };
  const answer = useAnswer(getSchools, { query }, { keeps: true });
  const w = useWords(schoolWords);
  const may = useMay();
  const add = () => address.change({ open: 'new', task: undefined });
  return (
    <ListPage head={<Head add={add} />}>
      <DataTable
        id="schools"
        says={w.list}
        columns={useColumnsOf(areas)}
        answer={answer}
        address={address}
        filters={useFiltersOf(areas)}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => hrefOf(schoolsPlace, {}, { ...address.search, open: id, task: undefined })}
        // While a form is open, J and K must not leave it for the next school.
        openKey={task === undefined ? open : undefined}
        empty={may.change ? { says: w.none, next: <Button onClick={add}>{w.add}</Button> } : { says: w.noneMine }}
      />
      <SchoolPanel address={address} areas={areas} />
    </ListPage>
  );
}

function useMay() {
  const session = useSignedIn();
  return { change: holds(session, ['school.change']), rollOver: holds(session, ['class.change']) };
}

function Head({ add }: { readonly add: () => void }) {
  const w = useWords(schoolWords);
  const common = useWords(commonWords);
  const may = useMay();
  const go = useGo();
  return (
    <PageHead
      title={w.title}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      note={<span className="nol-unseen">{common.settings}</span>}
      actions={
        <>
          {may.rollOver ? <Button onClick={() => go(hrefOf(rollOverPlace))}>{w.rollOver}</Button> : null}
          {may.change ? (
            <Button type="primary" onClick={add}>
              {w.add}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

function useFiltersOf({ areas }: Areas): readonly Filter[] {
  const w = useWords(schoolWords);
  const common = useWords(commonWords);
  const say = useSay();
  return useMemo(() => {
    const kinds = kindOptions(say).map(({ value, label }) => ({ value, says: label }));
    const states = [
      { value: 'all', says: w.all },
      { value: 'closed', says: w.closed },
    ];
    return [
      { key: 'q', says: w.q, kind: 'text' },
      { key: 'kind', says: w.kind, kind: 'choice', options: kinds },
      { key: 'area', says: w.area, kind: 'choice', options: townshipOptions(areas) },
      { key: 'state', says: common.state, kind: 'choice', options: states },
    ];
  }, [areas, say, w, common]);
}

function useColumnsOf({ placeOf, today }: Areas): readonly Column<SchoolView>[] {
  const w = useWords(schoolWords);
  const common = useWords(commonWords);
  const say = useSay();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 240 },
      { key: 'kind', title: w.kind, cell: ({ kind }) => say(schoolKinds[kind].says), width: 160 },
      { key: 'grades', title: w.grades, cell: ({ firstGrade, lastGrade }) => w.gradesSays(firstGrade, lastGrade), width: 112 },
      { key: 'place', title: w.place, cell: ({ areaCode }) => placeOf(areaCode), width: 220 },
      {
        key: 'code',
        title: w.code,
        cell: ({ officialCode }) => officialCode ?? <Missing kind="unknown" />,
        kind: 'mono',
        width: 136,
      },
      { key: 'state', title: common.state, cell: (school) => <OpenState thing={school} today={today} /> },
      { key: 'from', title: w.opened, cell: ({ from }) => from, width: 120, spare: true },
    ],
    [placeOf, today, say, w, common],
  );
}

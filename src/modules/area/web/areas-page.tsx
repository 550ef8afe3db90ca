import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { Door } from '../../../ui/desk/door';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { areaKindOf } from '../rules/area-kind';
import { areaKindNames } from '../words';
import { AreaPanel, type AreasAddress } from './area-panel';
import { type AreaLine, areaLines } from './area-rows';
import { areaWords } from './area-words';
import { getAreaTable } from './calls';
import { townshipOptions } from './choices';
import { OpenState } from './open-state';
import { areaImportPlace, areasPlace } from './places';
import { SaveButton } from './save-button';
import { type Areas, useAreas } from './use-areas';
import { commonWords } from './words';

/** 行政区划: the townships of the county, their villages, and one of them beside the list with its history. */
export function AreasPage() {
  const address = useAddress(areasPlace);
  const { open, task, day } = address.search;
  const areas = useAreas(day);
  const w = useWords(areaWords);
  const may = holds(useSignedIn(), ['area.change']);
  const go = useGo();
  const toImport = <Button onClick={() => go(hrefOf(areaImportPlace))}>{w.import}</Button>;
  const none = may ? { says: w.none, next: toImport } : { says: w.noneMine };
  return (
    <ListPage head={<Head address={address} areas={areas} may={may} toImport={toImport} />}>
      <DataTable
        id="areas"
        says={w.list}
        columns={useColumnsOf(areas, address)}
        answer={useLines(areas, address)}
        address={address}
        filters={useFiltersOf(areas)}
        keyOf={({ code }) => code}
        nameOf={({ name }) => name}
        hrefOf={({ code }) => hrefOf(areasPlace, {}, { ...address.search, open: code, task: undefined })}
        // While a form is open, J and K must not leave it for the next place.
        openKey={task === undefined ? open : undefined}
        empty={none}
      />
      <AreaPanel address={address} areas={areas} />
    </ListPage>
  );
}

type HeadProps = {
  readonly address: AreasAddress;
  readonly areas: Areas;
  readonly may: boolean;
  readonly toImport: ReactNode;
};

function Head({ address, areas, may, toImport }: HeadProps) {
  const w = useWords(areaWords);
  const { day } = address.search;
  const count = (level: string) => areas.areas.filter((area) => area.level === level).length;
  const counted = areas.answer.data ? w.count(count('township'), count('village')) : '';
  return (
    <PageHead
      title={w.title}
      help={{ says: w.help, source: 'basis', clause: w.clause }}
      note={day === undefined || counted === '' ? counted : `${w.countOn(day)}${counted}`}
      actions={
        <>
          <SaveButton says={w.download} file={getAreaTable} />
          {may ? toImport : null}
          {may ? (
            <Button type="primary" onClick={() => address.change({ open: undefined, task: 'add' })}>
              {w.add}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

/** The list as a table wants it: all places of the day are here, so filters and pages need no further answer. */
function useLines({ answer, areas }: Areas, { search }: AreasAddress) {
  const { page, size, q, township } = search;
  const { data, error, isFetching, dataUpdatedAt, refetch } = answer;
  const lines = useMemo(() => areaLines(areas, { q, township }), [areas, q, township]);
  const rows = lines.slice((page - 1) * size, page * size);
  return { data: data && { rows, total: lines.length }, error, isFetching, dataUpdatedAt, refetch };
}

function useFiltersOf({ areas }: Areas): readonly Filter[] {
  const w = useWords(areaWords);
  const common = useWords(commonWords);
  return useMemo(
    () => [
      { key: 'q', says: w.q, kind: 'text' },
      { key: 'township', says: w.township, kind: 'choice', options: townshipOptions(areas) },
      { key: 'day', says: common.day, kind: 'day' },
    ],
    [areas, w, common],
  );
}

function useColumnsOf({ today }: Areas, { search }: AreasAddress): readonly Column<AreaLine>[] {
  const w = useWords(areaWords);
  const common = useWords(commonWords);
  const say = useSay();
  const { day, size } = search;
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 220 },
      { key: 'kind', title: w.kind, cell: ({ code }) => say(areaKindNames[areaKindOf(code)]), width: 96 },
      { key: 'belongs', title: w.belongs, cell: ({ township }) => township, width: 128 },
      {
        key: 'villages',
        title: w.villages,
        cell: ({ code, villages }) =>
          villages === undefined ? null : <Door href={hrefOf(areasPlace, {}, { township: code, day, size })}>{villages}</Door>,
        width: 104,
        kind: 'number',
      },
      { key: 'code', title: w.code, cell: ({ code }) => code, kind: 'mono', width: 152 },
      { key: 'from', title: w.since, cell: ({ from }) => from, width: 128 },
      { key: 'state', title: common.state, cell: (area) => <OpenState thing={area} today={today} /> },
    ],
    [today, day, size, say, w, common],
  );
}

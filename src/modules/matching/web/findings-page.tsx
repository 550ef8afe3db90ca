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
import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { childPlace } from '../../children/web/index';
import type { FindingsView } from '../contract';
import { findings, openFindings } from '../rules/finding-names';
import { getAreas, getFindings, getSchools } from './calls';
import { comparisonPlace, findingsPlace } from './places';
import type { VerifyHref } from './verify-href';
import { comparisonWords, findingWords } from './words';

type Row = FindingsView['rows'][number];

/** The children of a finding: by township and school, new or gone, each a door to the child. */
export function FindingsPage({ verifyHref }: { readonly verifyHref: VerifyHref }) {
  const w = useWords(findingWords);
  const c = useWords(comparisonWords);
  const say = useSay();
  const go = useGo();
  const address = useAddress(findingsPlace);
  const { page, size, finding, run, change, area, school } = address.search;
  const answer = useAnswer(getFindings, { query: { page, size, finding, run, change, area, school } }, { keeps: true });
  const may = holds(useSignedIn(), ['comparison.run']);
  const send = may ? verifyHref(finding) : undefined;
  const runNo = answer.data?.runNo ?? undefined;
  const actions = send ? (
    <Button type="primary" onClick={() => go(send)}>
      {w.verify}
    </Button>
  ) : undefined;
  return (
    <ListPage
      head={
        <PageHead
          title={say(findings[finding])}
          above={[{ says: c.title, href: hrefOf(comparisonPlace, {}, { run }) }]}
          note={runNo === undefined ? undefined : w.ofRun(runNo)}
          help={{ says: c.help, source: 'basis', clause: c.clause }}
          actions={actions}
        />
      }
    >
      <DataTable
        id="findings"
        says={w.list}
        columns={useColumnsOf()}
        answer={answer}
        address={address}
        filters={useFilters()}
        keyOf={(row) => row.childId}
        nameOf={(row) => row.name}
        hrefOf={(row) => hrefOf(childPlace, { id: row.childId })}
        empty={{
          says: answer.data?.runNo === null ? w.noRun : w.none,
          next: <Button onClick={() => go(hrefOf(comparisonPlace))}>{w.back}</Button>,
        }}
      />
    </ListPage>
  );
}

function useFilters(): readonly Filter[] {
  const w = useWords(findingWords);
  const say = useSay();
  const areas = useAnswer(getAreas, {});
  const schools = useAnswer(getSchools, { query: { size: 200 } });
  return useMemo(() => {
    const townships = (areas.data?.areas ?? []).filter(({ level }) => level === 'township');
    return [
      {
        key: 'finding',
        says: w.finding,
        kind: 'choice',
        options: openFindings.map((value) => ({ value, says: say(findings[value]) })),
      },
      {
        key: 'area',
        says: w.township,
        kind: 'choice',
        options: townships.map(({ code, name }) => ({ value: code, says: name })),
      },
      {
        key: 'school',
        says: w.school,
        kind: 'choice',
        options: (schools.data?.rows ?? []).map(({ id, name }) => ({ value: id, says: name })),
      },
      {
        key: 'change',
        says: w.change,
        kind: 'choice',
        options: [
          { value: 'begun', says: w.begun },
          { value: 'ended', says: w.ended },
        ],
      },
    ];
  }, [w, say, areas.data, schools.data]);
}

function useColumnsOf(): readonly Column<Row>[] {
  const w = useWords(findingWords);
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: (row) => row.name, width: 130 },
      { key: 'sex', title: w.sex, cell: (row) => (row.sex === '1' ? w.boy : row.sex === '2' ? w.girl : <Missing />), width: 60 },
      { key: 'born', title: w.born, cell: (row) => (row.birthYear ? w.bornIn(row.birthYear) : <Missing />), width: 90 },
      { key: 'township', title: w.township, cell: (row) => row.township || <Missing />, width: 130 },
      { key: 'village', title: w.village, cell: (row) => row.village || <Missing />, width: 130 },
      { key: 'school', title: w.school, cell: (row) => row.school || <Missing /> },
      { key: 'class', title: w.className, cell: (row) => row.className || <Missing />, width: 130 },
      {
        key: 'since',
        title: w.since,
        cell: (row) => w.sinceSays(row.sinceRun, dayWords(row.sinceDay, today, language)),
        width: 190,
      },
    ],
    [w, language, today],
  );
}

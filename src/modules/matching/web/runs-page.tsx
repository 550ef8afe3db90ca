import { Button } from 'antd';
import { useMemo } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { dayWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import type { RunView } from '../contract';
import { getRuns } from './calls';
import { FindingDoor } from './finding-door';
import { comparisonPlace, runsPlace } from './places';
import { Balanced } from './run-equations';
import { comparisonWords, runsWords } from './words';
import './comparison.css';

/** 历次比对: every comparison, each a door to its sum. */
export function RunsPage() {
  const w = useWords(runsWords);
  const c = useWords(comparisonWords);
  const go = useGo();
  const address = useAddress(runsPlace);
  const { page, size } = address.search;
  const answer = useAnswer(getRuns, { query: { page, size } }, { keeps: true });
  return (
    <ListPage head={<PageHead title={w.title} above={[{ says: c.title, href: hrefOf(comparisonPlace) }]} />}>
      <DataTable
        id="comparison-runs"
        says={w.list}
        columns={useColumnsOf()}
        answer={answer}
        address={address}
        keyOf={(run) => String(run.runNo)}
        nameOf={(run) => w.times(run.runNo)}
        hrefOf={(run) => hrefOf(comparisonPlace, {}, { run: run.runNo })}
        empty={{ says: w.none, next: <Button onClick={() => go(hrefOf(comparisonPlace))}>{c.title}</Button> }}
      />
    </ListPage>
  );
}

function useColumnsOf(): readonly Column<RunView>[] {
  const w = useWords(runsWords);
  const { language } = useLanguage();
  const today = useToday();
  return useMemo(
    () => [
      { key: 'no', title: w.no, cell: (run) => w.times(run.runNo), width: 110 },
      { key: 'when', title: w.when, cell: (run) => momentWords(run.endedAt, today, language), width: 180 },
      { key: 'by', title: w.by, cell: (run) => run.askedBy ?? <Missing />, width: 110 },
      { key: 'balance', title: w.balance, cell: (run) => <Balanced balance={{ balanced: isBalanced(run) }} />, width: 120 },
      {
        key: 'none',
        title: w.notEnrolled,
        cell: (run) => <FindingDoor run={run} finding="not-enrolled" count={run.equation.findings['not-enrolled'] ?? 0} />,
        kind: 'number',
        width: 110,
      },
      {
        key: 'absent',
        title: w.absent,
        cell: (run) => <FindingDoor run={run} finding="absent" count={run.equation.findings.absent ?? 0} />,
        kind: 'number',
        width: 110,
      },
      {
        key: 'changed',
        title: w.changed,
        cell: (run) => numberText(run.compared.changed),
        kind: 'number',
        width: 110,
      },
      {
        key: 'seconds',
        title: w.seconds,
        cell: (run) => (run.compared.milliseconds / 1000).toFixed(1),
        kind: 'number',
        width: 110,
      },
      {
        key: 'lists',
        title: w.lists,
        cell: (run) =>
          listDays(run)
            .map((day) => dayWords(day, today, language))
            .join('、'),
      },
    ],
    [w, language, today],
  );
}

function isBalanced({ equation }: RunView): boolean {
  return equation.household.balanced && equation.enrolment.balanced && equation.attending.balanced;
}

function listDays({ inputs }: RunView): readonly string[] {
  return [...new Set(inputs.map(({ asOf }) => asOf))].sort().reverse();
}

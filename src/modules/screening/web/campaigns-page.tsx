import { Button } from 'antd';
import { useMemo } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { CampaignView } from '../contract';
import { Count } from './count';
import { getCampaigns } from './desk-calls';
import { deskWords, methodSays, templateSays } from './desk-words';
import { PhaseMark, shareOf } from './phase-mark';
import { campaignPlace, campaignsPlace, startPlace } from './places';

/** 排查: every campaign that asks about children of one's places, those that run first. */
export function CampaignsPage() {
  const w = useWords(deskWords);
  const go = useGo();
  const address = useAddress(campaignsPlace);
  const answer = useAnswer(getCampaigns, {}, { keeps: true });
  const runs = holds(useSignedIn(), ['screening.run']);
  const rows = answer.data?.rows ?? [];
  const start = (
    <Button type="primary" onClick={() => go(hrefOf(startPlace))}>
      {w.start}
    </Button>
  );
  return (
    <ListPage
      head={<PageHead title={w.list} help={{ says: w.help, source: 'basis', clause: w.clause }} actions={runs ? start : null} />}
    >
      <DataTable
        id="screening"
        says={w.list}
        columns={useCampaignColumns()}
        answer={{ ...answer, data: answer.data && { rows, total: rows.length } }}
        address={{ search: { ...address.search, page: 1, size: Math.max(rows.length, 1) }, change: address.change }}
        keyOf={({ campaignId }) => campaignId}
        nameOf={({ name }) => name}
        hrefOf={({ campaignId }) => hrefOf(campaignPlace, { id: campaignId })}
        empty={{ says: w.none, ...(runs ? { next: start } : {}) }}
      />
    </ListPage>
  );
}

function useCampaignColumns(): readonly Column<CampaignView>[] {
  const w = useWords(deskWords);
  const say = useSay();
  return useMemo(
    () => [
      { key: 'name', title: w.name, cell: ({ name }) => name, width: 200 },
      { key: 'kind', title: w.kind, cell: ({ template }) => say(templateSays[template]), width: 110 },
      { key: 'method', title: w.method, cell: ({ method }) => say(methodSays[method]), width: 170, spare: true },
      { key: 'days', title: w.days, cell: ({ from, until }) => `${from} – ${until}`, width: 200 },
      { key: 'phase', title: w.phase, cell: ({ phase }) => <PhaseMark phase={phase} />, width: 110 },
      { key: 'share', title: w.share, cell: ({ sum }) => shareOf(sum), kind: 'number', width: 80 },
      { key: 'children', title: w.children, cell: ({ sum }) => numberText(sum.targets), kind: 'number', width: 90 },
      {
        key: 'open',
        title: w.open,
        kind: 'number',
        width: 90,
        cell: ({ campaignId, sum }) => <Count count={sum.open} id={campaignId} search={{ show: 'open' }} />,
      },
      {
        key: 'waiting',
        title: w.waiting,
        kind: 'number',
        width: 90,
        cell: ({ campaignId, sum }) => <Count count={sum.waiting} id={campaignId} search={{ show: 'waiting' }} />,
      },
    ],
    [w, say],
  );
}

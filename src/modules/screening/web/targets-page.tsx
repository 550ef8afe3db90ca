import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { Missing } from '../../../ui/desk/missing';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { TargetLine } from '../contract';
import { buckets } from '../rules/answers';
import { cuts } from '../rules/cuts';
import { templateRules } from '../rules/templates';
import { getProgress, getTargets } from './desk-calls';
import { bucketSays, cutSays, deskWords } from './desk-words';
import { campaignPlace, campaignsPlace, targetsPlace } from './places';
import { TargetPanel } from './target-panel';
import { answerText, screeningWords, whereOf, whoIs } from './words';

/** 排查名单: the children of a campaign that are wanted, with one of them beside the list. */
export function TargetsPage() {
  const w = useWords(deskWords);
  const say = useSay();
  const address = useAddress(targetsPlace);
  const id = address.params.id ?? '';
  const { open, sort: _, ...query } = address.search;
  const answer = useAnswer(getTargets, { params: { id }, query }, { keeps: true });
  const campaign = useAnswer(getProgress, { params: { id }, query: { grid: address.search.grid } }).data;
  const reports = campaign !== undefined && templateRules[campaign.template].reports;
  const above = [
    { says: w.list, href: hrefOf(campaignsPlace) },
    ...(campaign ? [{ says: campaign.name, href: hrefOf(campaignPlace, { id }) }] : []),
  ];
  const place = address.search.grid === undefined || campaign === undefined ? '' : say(campaign.says);
  return (
    <ListPage head={<PageHead title={place === '' ? w.targets : `${w.targets} · ${place}`} above={above} />}>
      <DataTable
        id="screening-targets"
        says={w.targets}
        columns={useTargetColumns(reports)}
        answer={answer}
        address={address}
        filters={useTargetFilters(reports)}
        keyOf={({ targetId }) => targetId}
        nameOf={({ name }) => name}
        hrefOf={({ targetId }) => hrefOf(targetsPlace, { id }, { ...address.search, open: targetId })}
        openKey={open}
        empty={{ says: w.noTargets }}
      />
      <TargetPanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

function useTargetFilters(reports: boolean): readonly Filter[] {
  const w = useWords(deskWords);
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'show',
        says: w.show,
        kind: 'choice',
        options: [
          { value: 'open', says: w.showOpen },
          { value: 'answered', says: w.showAnswered },
          { value: 'waiting', says: w.showWaiting },
          { value: 'changed', says: w.showChanged },
          ...(reports ? [{ value: 'unreported', says: w.showUnreported }] : []),
          ...buckets.map((value) => ({ value, says: say(bucketSays[value]) })),
        ],
      },
      ...(reports
        ? [
            {
              key: 'cut',
              says: w.reported,
              kind: 'choice' as const,
              options: cuts.map((value) => ({ value, says: say(cutSays[value]) })),
            },
          ]
        : []),
    ],
    [w, say, reports],
  );
}

function useTargetColumns(reports: boolean): readonly Column<TargetLine>[] {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const say = useSay();
  return useMemo(() => {
    const decided = { none: '', waiting: s.waits, accepted: s.accepted, 'sent-back': s.sentBack };
    const cut: Column<TargetLine> = {
      ...{ key: 'cut', title: w.reported, width: 120 },
      cell: ({ cut: when }) => (when === null ? <Missing /> : say(cutSays[when])),
    };
    return [
      { key: 'name', title: w.childName, cell: ({ name }) => name, width: 120 },
      { key: 'who', title: w.who, cell: (line) => whoIs(line, s), width: 100 },
      { key: 'place', title: w.place, cell: (line) => whereOf(line, say), width: 230 },
      {
        ...{ key: 'answer', title: w.answer, width: 220 },
        cell: ({ answer, changed }) => (
          <>
            {answer === null ? <Missing /> : answerText(answer, say)}{' '}
            {changed ? <ToneChip tone="watch">{w.changedSince}</ToneChip> : null}
          </>
        ),
      },
      { key: 'day', title: w.foundDay, cell: ({ foundDay }) => foundDay ?? <Missing />, width: 110 },
      ...(reports ? [cut] : []),
      { key: 'decision', title: w.decision, cell: ({ decision }) => decided[decision] || <Missing />, width: 190 },
    ];
  }, [w, s, say, reports]);
}

import { useMemo } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { ListPage } from '../../../ui/desk/list-page';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { useSay, useWords } from '../../../ui/shared/language';
import type { FindLine } from '../find-contract';
import { findVerdicts } from '../rules/finds';
import { getFinds } from './calls';
import { getProgress } from './desk-calls';
import { deskWords } from './desk-words';
import { FindPanel } from './find-panel';
import { findStateSays } from './find-words';
import { campaignPlace, campaignsPlace, findsPlace } from './places';
import { answerText, screeningWords, whereOf, whoIs } from './words';

/** 名册外的孩子: who was met during visits and is on no list, with one of them beside the list. */
export function FindsPage() {
  const w = useWords(deskWords);
  const say = useSay();
  const address = useAddress(findsPlace);
  const id = address.params.id ?? '';
  const { open, sort: _, ...query } = address.search;
  const answer = useAnswer(getFinds, { params: { id }, query }, { keeps: true });
  const campaign = useAnswer(getProgress, { params: { id }, query: {} }).data;
  const above = [
    { says: w.list, href: hrefOf(campaignsPlace) },
    ...(campaign ? [{ says: campaign.name, href: hrefOf(campaignPlace, { id }) }] : []),
  ];
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        ...{ key: 'state', says: w.findState, kind: 'choice' },
        options: (['open', ...findVerdicts] as const).map((value) => ({ value, says: say(findStateSays[value]) })),
      },
    ],
    [w, say],
  );
  return (
    <ListPage
      head={<PageHead title={w.finds} above={above} help={{ says: w.findsHelp, source: 'basis', clause: w.findsClause }} />}
    >
      <DataTable
        id="screening-finds"
        says={w.finds}
        columns={useFindColumns()}
        answer={answer}
        address={address}
        filters={filters}
        keyOf={({ findId }) => findId}
        nameOf={({ name }) => name}
        hrefOf={({ findId }) => hrefOf(findsPlace, { id }, { ...address.search, open: findId })}
        openKey={open}
        empty={{ says: w.noFinds }}
      />
      <FindPanel open={open} onClose={() => address.change({ open: undefined })} />
    </ListPage>
  );
}

function useFindColumns(): readonly Column<FindLine>[] {
  const w = useWords(deskWords);
  const s = useWords(screeningWords);
  const say = useSay();
  return useMemo(
    () => [
      { key: 'name', title: w.childName, cell: ({ name }) => name, width: 120 },
      { key: 'who', title: w.who, cell: (line) => whoIs(line, s), width: 100 },
      { key: 'place', title: w.place, cell: (line) => whereOf(line, say), width: 200 },
      { key: 'outcome', title: w.answer, cell: ({ outcome }) => answerText(outcome, say), width: 200 },
      { key: 'by', title: w.foundBy, cell: ({ by }) => by, width: 110 },
      { key: 'day', title: w.foundOn, cell: ({ foundDay }) => foundDay, width: 120 },
      { key: 'state', title: w.findState, cell: ({ state }) => say(findStateSays[state]), width: 160 },
    ],
    [w, s, say],
  );
}

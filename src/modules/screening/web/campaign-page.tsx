import { useAddress } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import type { ProgressView } from '../contract';
import { buckets } from '../rules/answers';
import { cuts } from '../rules/cuts';
import { CampaignActions } from './campaign-actions';
import { Count } from './count';
import { getProgress } from './desk-calls';
import { bucketSays, cutSays, deskWords, methodSays, templateSays } from './desk-words';
import { GridsTable } from './grids-table';
import { PhaseMark, shareOf } from './phase-mark';
import { campaignPlace, campaignsPlace, findsPlace, targetsPlace } from './places';
import { RepliesTable } from './replies-table';
import { Tiles } from './tiles';
import './screening-desk.css';

/** One campaign: how it stands in sum, as a picture of its places and as a table, and what can be done now. */
export function CampaignPage() {
  const w = useWords(deskWords);
  const address = useAddress(campaignPlace);
  const id = address.params.id ?? '';
  const { grid } = address.search;
  const { data, error, refetch } = useAnswer(getProgress, { params: { id }, query: { grid } }, { keeps: true });
  if (!data) {
    return (
      <>
        <PageHead title={w.list} above={[{ says: w.list, href: hrefOf(campaignsPlace) }]} />
        {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </>
    );
  }
  const county = data.grid.split('/').length === 2;
  // Below a school or township lie classes and villages, and there each one opens its children.
  const opens = (path: string) =>
    path.split('/').length === 3 && path !== data.grid
      ? hrefOf(campaignPlace, { id }, { grid: path })
      : hrefOf(targetsPlace, { id }, { grid: path });
  return (
    <>
      <Head view={data} county={county} />
      <Sums view={data} county={county} />
      {data.rows.length > 1 ? <Tiles tiles={data.rows.map((row) => ({ row, href: opens(row.path) }))} /> : null}
      {data.questions > 0 ? <RepliesTable id={id} grid={grid} /> : null}
      <GridsTable view={data} opens={opens} />
    </>
  );
}

function Head({ view, county }: { readonly view: ProgressView; readonly county: boolean }) {
  const w = useWords(deskWords);
  const say = useSay();
  const { language } = useLanguage();
  // Whoever begins at a school or village has nothing above it; there the name of the campaign stands in the title.
  const below = !county && view.above !== null;
  const above = [
    { says: w.list, href: hrefOf(campaignsPlace) },
    ...(below ? [{ says: view.name, href: hrefOf(campaignPlace, { id: view.campaignId }) }] : []),
  ];
  const signed =
    view.signed === null
      ? view.maySign
        ? w.notSigned
        : ''
      : w.signedBy(view.signed.by, momentWords(view.signed.at, view.today, language));
  const note = [
    `${say(templateSays[view.template])} · ${say(methodSays[view.method])} · ${view.from} – ${view.until}`,
    w.startedBy(view.startedBy, momentWords(view.startedAt, view.today, language)),
    ...(view.closeReason === '' ? [] : [w.closedFor(view.closeReason)]),
    ...(signed === '' ? [] : [signed]),
  ].join(' · ');
  return (
    <>
      <PageHead
        title={county ? view.name : below ? say(view.says) : `${view.name} · ${say(view.says)}`}
        above={above}
        help={{ says: w.help, source: 'basis', clause: w.clause }}
        note={<PhaseMark phase={view.phase} />}
        actions={<CampaignActions view={view} county={county} />}
      />
      <p className="nol-screening-by">{note}</p>
    </>
  );
}

function Sums({ view, county }: { readonly view: ProgressView; readonly county: boolean }) {
  const w = useWords(deskWords);
  const say = useSay();
  const { sum, campaignId: id } = view;
  const grid = county ? undefined : view.grid;
  return (
    <ul className="nol-screening-sums">
      <li>
        {w.share} <b>{shareOf(sum)}</b>
      </li>
      <li>
        {w.answered} <b>{numberText(sum.answered)}</b>/{numberText(sum.targets)}
      </li>
      <Sum says={w.open} count={sum.open} id={id} search={{ grid, show: 'open' }} />
      {buckets.map((bucket) => (
        <Sum key={bucket} says={say(bucketSays[bucket])} count={sum.buckets[bucket]} id={id} search={{ grid, show: bucket }} />
      ))}
      <Sum says={w.waiting} count={sum.waiting} id={id} search={{ grid, show: 'waiting' }} />
      {view.changed > 0 ? <Sum says={w.changedSince} count={view.changed} id={id} search={{ grid, show: 'changed' }} /> : null}
      {view.reported === null
        ? null
        : cuts.map((cut) => (
            <Sum key={cut} says={say(cutSays[cut])} count={view.reported?.[cut] ?? 0} id={id} search={{ grid, cut }} />
          ))}
      {view.method === 'home' ? (
        <li>
          {w.finds} <b>{<Door href={hrefOf(findsPlace, { id })}>{numberText(view.finds)}</Door>}</b>
        </li>
      ) : null}
    </ul>
  );
}

type SumProps = { readonly says: string } & Parameters<typeof Count>[0];

function Sum({ says, ...count }: SumProps) {
  return (
    <li>
      {says} <b>{<Count {...count} />}</b>
    </li>
  );
}

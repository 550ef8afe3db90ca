import { Door } from '../../../ui/desk/door';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { numberText } from '../../../ui/shared/numbers';
import type { ProgressView } from '../contract';
import { buckets } from '../rules/answers';
import { Count } from './count';
import { bucketSays, deskWords } from './desk-words';
import { shareOf } from './phase-mark';

type GridsProps = { readonly view: ProgressView; readonly opens: (path: string) => string };

/** The places of a campaign as a table; each number opens the children it counts. */
export function GridsTable({ view, opens }: GridsProps) {
  const w = useWords(deskWords);
  const say = useSay();
  const inClass = view.method !== 'home';
  const signs = view.rows.some(({ signed }) => signed !== null);
  const heads = [w.children, w.share, w.open, ...buckets.map((bucket) => say(bucketSays[bucket])), w.waiting];
  return (
    <table className="nol-screening-table">
      <caption className="nol-unseen">{w.table}</caption>
      <thead>
        <tr>
          <th scope="col" className="nol-screening-text">
            {w.place}
          </th>
          <th scope="col" className="nol-screening-text">
            {w.owner}
          </th>
          {heads.map((says) => (
            <th key={says} scope="col">
              {says}
            </th>
          ))}
          {inClass ? <th scope="col">{w.confirmed}</th> : null}
          {signs ? (
            <th scope="col" className="nol-screening-text">
              {w.signature}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <GridRow key={row.path} view={view} row={row} href={opens(row.path)} inClass={inClass} signs={signs} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly view: ProgressView;
  readonly row: ProgressView['rows'][number];
  readonly href: string;
  readonly inClass: boolean;
  readonly signs: boolean;
};

function GridRow({ view, row, href, inClass, signs }: RowProps) {
  const w = useWords(deskWords);
  const say = useSay();
  const { language } = useLanguage();
  const id = view.campaignId;
  const count = (of: number, show: 'open' | 'waiting' | (typeof buckets)[number]) => (
    <td key={show}>{<Count count={of} id={id} search={{ grid: row.path, show }} />}</td>
  );
  return (
    <tr>
      <th scope="row" className="nol-screening-text">
        <Door href={href}>{say(row.says)}</Door>
        {row.changed > 0 ? (
          <>
            {' '}
            <ToneChip tone="watch">{w.changedOf(row.changed)}</ToneChip>
          </>
        ) : null}
      </th>
      <td className="nol-screening-text">
        {row.owner === '' ? w.many : row.owner}
        {row.remindedAt === null || row.open === 0 ? null : (
          <small> {w.remindedAt(momentWords(row.remindedAt, view.today, language))}</small>
        )}
      </td>
      <td>{numberText(row.targets)}</td>
      <td>{shareOf(row)}</td>
      {count(row.open, 'open')}
      {buckets.map((bucket) => count(row.buckets[bucket], bucket))}
      {count(row.waiting, 'waiting')}
      {inClass ? (
        <td>
          {row.confirmed}/{row.grids}
        </td>
      ) : null}
      {signs ? <td className="nol-screening-text">{row.signed ? w.signed : w.unsigned}</td> : null}
    </tr>
  );
}

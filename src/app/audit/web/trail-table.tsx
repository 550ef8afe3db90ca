import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useGo } from '../../../ui/desk/address';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import type { Column } from '../../../ui/desk/columns';
import { DataTable } from '../../../ui/desk/data-table';
import type { Filter } from '../../../ui/desk/filters';
import { Missing } from '../../../ui/desk/missing';
import { hrefOf, type Place } from '../../../ui/desk/place';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { useSignedIn } from '../../../ui/shared/server-context';
import type { LinesPage, LineView } from '../audit-contract';
import { getActs } from './calls';
import { auditWords } from './words';
import './audit.css';

type Look = Readonly<Record<string, unknown>> & { readonly after?: string | undefined; readonly open?: string | undefined };

type TrailTableProps = {
  /** Its name in the memory of the browser. */
  readonly id: string;
  readonly place: Place;
  readonly address: { readonly search: Look; change(patch: Readonly<Record<string, unknown>>): void };
  readonly answer: Answer<LinesPage>;
  readonly filters: readonly Filter[];
  readonly none: string;
  readonly onExport?: () => void;
};

/** Lines of the trail, the newest first; each page comes after the line before it, so that none costs more than another. */
export function TrailTable({ id, place, address, answer, filters, none, onExport }: TrailTableProps) {
  const w = useWords(auditWords);
  const { search } = address;
  const rows = answer.data?.rows ?? [];
  // The table numbers its rows and counts them; a trail is not counted.
  const list = {
    search: { ...search, page: 1, size: 50 },
    change: (patch: object) => address.change({ ...patch, page: undefined, after: undefined }),
  };
  const shown = { ...answer, data: answer.data && { rows: answer.data.rows, total: rows.length } };
  return (
    <DataTable
      id={id}
      says={w.list}
      columns={useColumnsOf()}
      answer={shown}
      address={list}
      filters={filters}
      keyOf={(line) => line.id}
      nameOf={(line) => line.id}
      hrefOf={(line) => hrefOf(place, {}, { ...search, open: line.id })}
      openKey={search.open}
      empty={{ says: none }}
      foot={<Foot place={place} search={search} next={answer.data?.next ?? null} rows={rows.length} />}
      {...(onExport ? { onExport } : {})}
    />
  );
}

type FootProps = { readonly place: Place; readonly search: Look; readonly next: string | null; readonly rows: number };

function Foot({ place, search, next, rows }: FootProps) {
  const w = useWords(auditWords);
  const go = useGo();
  const to = (after: string | undefined) => go(hrefOf(place, {}, { ...search, after, open: undefined }));
  return (
    <div className="nol-table-foot">
      <div className="nol-table-count" role="status">
        {w.shown(rows)}
      </div>
      <div className="nol-trail-turn">
        {search.after === undefined ? null : <Button onClick={() => to(undefined)}>{w.newest}</Button>}{' '}
        <Button disabled={next === null} onClick={() => to(next ?? undefined)}>
          {w.older}
        </Button>
      </div>
    </div>
  );
}

/** The conditions that every look at the trail has. */
export function useTrailFilters(more: (filters: readonly Filter[]) => readonly Filter[] = same): readonly Filter[] {
  const w = useWords(auditWords);
  const say = useSay();
  const acts = useAnswer(getActs, {}).data?.rows;
  return useMemo(() => {
    const actOptions = (acts ?? []).map(({ act, says }) => ({ value: act, says: say(says), search: act }));
    const outcomes = (['done', 'refused'] as const).map((value) => ({ value, says: w[value] }));
    return more([
      { key: 'from', says: w.from, kind: 'day' },
      { key: 'until', says: w.until, kind: 'day' },
      { key: 'person', says: w.person, kind: 'text' },
      { key: 'act', says: w.act, kind: 'choice', options: actOptions },
      { key: 'outcome', says: w.outcome, kind: 'choice', options: outcomes },
    ]);
  }, [w, say, acts, more]);
}

const same = (filters: readonly Filter[]) => filters;

/** Who it was: a person, the system itself, or somebody it did not know, who came from an address. */
export function LineWho({ line: { who, source } }: { readonly line: LineView }) {
  const w = useWords(auditWords);
  return <>{who?.name ?? (isAddress(source) ? w.nobody : w.system)}</>;
}

/** What is no address is a part of the program: `job`, `upkeep`. */
function isAddress(source: string): boolean {
  return /[.:]/.test(source);
}

/** What a line was done to, in words. */
export function LineObject({ object }: { readonly object: LineView['object'] }): ReactNode {
  const say = useSay();
  const said = [say(object.kind), object.label].filter((part) => part !== '').join(' ');
  return said === '' ? <Missing /> : said;
}

/** Done, or refused with its mark. */
export function LineOutcome({ outcome }: Pick<LineView, 'outcome'>) {
  const w = useWords(auditWords);
  if (outcome === 'done') return <>{w.done}</>;
  return (
    <ToneChip tone="watch" shape="bang">
      {w.refused}
    </ToneChip>
  );
}

function useColumnsOf(): readonly Column<LineView>[] {
  const w = useWords(auditWords);
  const say = useSay();
  const { language } = useLanguage();
  const { today } = useSignedIn();
  return useMemo(
    () => [
      { key: 'time', title: w.time, cell: ({ at }) => momentWords(at, today, language), width: 160 },
      { key: 'who', title: w.who, cell: (line) => <LineWho line={line} />, width: 120 },
      { key: 'act', title: w.act, cell: ({ says }) => say(says), width: 180 },
      { key: 'what', title: w.what, cell: ({ object }) => <LineObject object={object} />, width: 260 },
      { key: 'outcome', title: w.outcome, cell: ({ outcome }) => <LineOutcome outcome={outcome} />, width: 88 },
      { key: 'reason', title: w.reason, cell: ({ reason }) => (reason ? say(reason) : <Missing />) },
      { key: 'source', title: w.source, cell: ({ source }) => source, kind: 'mono', spare: true },
      { key: 'unit', title: w.unit, cell: ({ who }) => who?.unit ?? <Missing />, spare: true },
    ],
    [w, say, language, today],
  );
}

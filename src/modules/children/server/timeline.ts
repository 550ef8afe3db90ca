import { dayOf } from '../../../platform/clock';
import type { TimelineEntry, TimelineView } from '../contract';
import type { CorrectionNote } from './correction-store';
import type { StoredFact } from './fact-store';
import type { MergeRow } from './merge-store';

/** What is known of what happened to one child. */
export type Told = {
  readonly facts: readonly StoredFact[];
  readonly corrections: readonly CorrectionNote[];
  readonly merges: readonly MergeRow[];
};

/** More is not read; a child has some dozens of lines in nine years. */
const mostLines = 300;

/** Everybody who did something in it. */
export function usersOf({ corrections, merges }: Told): readonly (string | null)[] {
  return [
    ...corrections.flatMap(({ saidBy, withdrawnBy }) => [saidBy, withdrawnBy]),
    ...merges.flatMap((one) => [one.asked_by, one.decided_by, one.undo_asked_by, one.undone_by]),
  ];
}

/** One timeline of facts, corrections and merges: by the day from which something is so, then by when it was recorded, newest first. */
export function timelineOf({ facts, corrections, merges }: Told, names: ReadonlyMap<string, string>): TimelineView {
  const nameOf = (user: string | null) => (user === null ? '' : (names.get(user) ?? ''));
  const entries = [
    ...facts.map(factEntry),
    ...corrections.flatMap((one) => correctionEntries(one, nameOf)),
    ...merges.flatMap((one) => mergeEntries(one, nameOf)),
  ];
  const rows = entries.sort((a, b) => order(b, a));
  return { rows: rows.slice(0, mostLines), more: rows.length > mostLines };
}

function order(a: TimelineEntry, b: TimelineEntry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function factEntry({ kind, happened, recordedAt, source, body }: StoredFact): TimelineEntry {
  return { about: 'fact', kind, day: happened, at: recordedAt.toISOString(), source, who: '', reason: '', body };
}

type NameOf = (user: string | null) => string;

function correctionEntries(one: CorrectionNote, nameOf: NameOf): TimelineEntry[] {
  const said = entry('correction', one.field, one.saidAt, nameOf(one.saidBy), one.reason);
  if (one.withdrawnAt === null) return [said];
  return [said, entry('withdrawal', one.field, one.withdrawnAt, nameOf(one.withdrawnBy), '')];
}

/** What people did; that a comparison proposed it is no event of the child. */
function mergeEntries(one: MergeRow, nameOf: NameOf): TimelineEntry[] {
  const list: TimelineEntry[] = [];
  const add = (kind: string, at: Date | null, who: string | null, reason = '') => {
    if (at !== null) list.push(entry('merge', kind, at, nameOf(who), reason));
  };
  add('asked', one.asked_at, one.asked_by, one.state === 'refused' ? '' : one.reason);
  add(one.state === 'refused' ? 'refused' : 'merged', one.decided_at, one.decided_by, one.state === 'refused' ? one.reason : '');
  add('undo-asked', one.undo_asked_at, one.undo_asked_by, one.undo_reason);
  add('undone', one.undone_at, one.undone_by);
  return list;
}

function entry(about: TimelineEntry['about'], kind: string, at: Date, who: string, reason: string): TimelineEntry {
  return { about, kind, day: dayOf(at), at: at.toISOString(), source: '', who, reason, body: {} };
}

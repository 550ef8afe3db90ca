import type { Day } from '../../../kernel/day';
import { columnsOf, type MarkColumns, type MarkShape, type MarkTable, namesTheAway } from './mark-columns';
import { hourOf, momentOf } from './mark-days';
import { plain, type SaidWord, wordOf } from './mark-words';
import { type Session, verdictOf } from './marks';

/** What a sheet says of a child on a day. */
export type MarkEntry = {
  readonly row: number;
  readonly name: string;
  /** as our own sheets have it */ readonly childId?: string;
  readonly className?: string;
  readonly day: Day;
  readonly session: Session;
  /** `unclear`: something stands there that nobody can read */ readonly word: SaidWord | 'unclear';
};

/** What is wrong with a cell: no word, no day, no time of day, or a "here" where those who were away are named. */
export const markFaults = ['word', 'day', 'hour', 'away'] as const;
/** A cell that nobody can read. */
export type MarkFault = { readonly row: number; readonly what: (typeof markFaults)[number]; readonly text: string };
export type MarkReading = {
  /** `open`: nobody can tell whether it names those who came or those who did not, and nothing was read */
  readonly shape: MarkShape | 'open';
  readonly entries: readonly MarkEntry[];
  readonly faults: readonly MarkFault[];
};

/** Nobody who came through the gate after noon was there in the morning. */
const NOON = 12;

/** Whether a row is the row of headers of a sheet of marks. */
export function isMarkHeader(header: readonly string[], month: string): boolean {
  return columnsOf(header, month) !== undefined;
}

/**
 * Reads a sheet of a class or school: our own sheet of a month, a list of a day or of days, or what a machine at the gate has
 * noted. Days without a year or month are those of `month` (2025-03). A cell that says nothing is no mark, and never "there".
 */
export function readMarks(table: MarkTable, month: string): MarkReading {
  const columns = columnsOf(table.header, month);
  if (columns === undefined) return { shape: 'list', entries: [], faults: [] };
  const ofAway = namesTheAway(table);
  if (columns.shape === 'open' || (columns.shape === 'gate' && ofAway)) return { shape: 'open', entries: [], faults: [] };
  const session: Session = table.name.includes('下午') ? 'pm' : 'am';
  const entries: MarkEntry[] = [];
  const faults: MarkFault[] = [];
  for (const { row, cells } of table.rows) {
    const cell: Cell = (at) => (at === undefined ? '' : (cells[at] ?? '').trim());
    const name = cell(columns.name);
    // A line of sums, of signatures, or an empty one.
    if (name === '' || name.startsWith('合计') || name.startsWith('（')) continue;
    const [childId, className] = [cell(columns.mark), cell(columns.className)];
    const who = { row, name, ...(childId === '' ? {} : { childId }), ...(className === '' ? {} : { className }) };
    for (const said of saidIn(columns, cell, { month, session, ofAway })) {
      if ('what' in said) faults.push({ row, what: said.what, text: said.text });
      if ('day' in said) entries.push({ ...who, day: said.day, session: said.session, word: said.word });
    }
  }
  return { shape: columns.shape, entries, faults };
}

type Cell = (at: number | undefined) => string;
type Sheet = { readonly month: string; readonly session: Session; readonly ofAway: boolean };
type When = Pick<MarkEntry, 'day' | 'session'>;
type Fault = Pick<MarkFault, 'what' | 'text'>;
/** An unreadable word is both: a fault to be named, and an entry, so that nobody takes its child for one that is not named. */
type Said = (When & Pick<MarkEntry, 'word'>) | Fault | (When & Pick<MarkEntry, 'word'> & Fault);

function saidIn(columns: MarkColumns, cell: Cell, sheet: Sheet): readonly Said[] {
  if (columns.shape === 'month')
    return columns.days.flatMap(({ column, day }) => saidOf([cell(column)], { day, session: sheet.session }, sheet.ofAway));
  return columns.shape === 'list' ? saidInList(columns, cell, sheet) : saidAtGate(columns, cell, sheet.month);
}

/** A row of a list names its child: where it says nothing of it, that is not for somebody else to fill in. */
function saidInList(columns: MarkColumns, cell: Cell, { month, session, ofAway }: Sheet): readonly Said[] {
  const text = cell(columns.day ?? columns.moment ?? columns.time);
  const moment = momentOf(text, month);
  if (moment === undefined) return [{ what: 'day', text }];
  const { day } = moment;
  const texts = columns.words.map(cell);
  const isAway = ofAway || columns.away.some((at) => !saysNo.has(plain(cell(at))));
  const [said] = saidOf(texts, { day, session }, isAway);
  if (said === undefined) return [{ day, session, word: 'unclear', what: 'word', text: '' }];
  if (!('word' in said)) return [said];
  const named = sessionOf(cell(columns.session));
  const hour = moment.hour ?? hourOf(cell(columns.moment ?? columns.time));
  // When an absence was written down says nothing of when it began.
  const came = said.word !== 'unclear' && (said.word === 'here' || verdictOf(said.word) === 'present');
  const timed = came && hour !== undefined && hour >= NOON ? 'pm' : session;
  return [{ ...said, session: named ?? timed }];
}

/** In a column for those who are away these words mean that it was not so. */
const saysNo = new Set(['', '0', '否', '无', '没有', '/', '-', '—']);

/** Who went out says nothing of who came; and without the time nobody knows in which part of the day it was. */
function saidAtGate(columns: MarkColumns, cell: Cell, month: string): readonly Said[] {
  const text = cell(columns.moment);
  if (text === '' || /[出离]/.test(cell(columns.way))) return [];
  const own = momentOf(text, month);
  const dayText = columns.day === undefined ? text : cell(columns.day);
  const day = own?.day ?? momentOf(dayText, month)?.day;
  if (day === undefined) return [{ what: 'day', text: dayText }];
  const hour = own === undefined ? hourOf(text) : own.hour;
  if (hour === undefined) return [{ day, session: 'am', word: 'unclear', what: 'hour', text }];
  return [{ day, session: hour < NOON ? 'am' : 'pm', word: 'here' }];
}

/** What some cells say of one child together; "here" is no word where those who were away are named. */
function saidOf(texts: readonly string[], when: When, ofAway: boolean): readonly Said[] {
  const filled = texts.filter((text) => wordOf(text) !== 'nothing');
  const words = new Set(filled.map(wordOf));
  const [word] = words;
  if (filled.length === 0) return [];
  const unclear = (what: 'word' | 'away') => [{ ...when, word: 'unclear' as const, what, text: filled.join('、') }];
  if (words.size > 1 || word === undefined || word === 'nothing') return unclear('word');
  return word === 'here' && ofAway ? unclear('away') : [{ ...when, word }];
}

function sessionOf(text: string): Session | undefined {
  if (text.includes('上午') || text.includes('早')) return 'am';
  return text.includes('下午') ? 'pm' : undefined;
}

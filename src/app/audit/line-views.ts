import type { Sentence } from '../../kernel/refusal';
import { type Role, roleFacts } from '../../platform/access';
import { holdersOf, type LinePerson, type LookedLine, peopleOf } from '../../platform/access/trail/look-store';
import type { ReadTrx } from '../../platform/db';
import { objectWords, reasonWords } from './act-words';
import type { LineView } from './audit-contract';

/** What the trail has to know of the house: the words of acts and of routes. */
export type LineWords = {
  actSays(act: string): Sentence;
  /** of `GET /api/schools/:id`, or undefined */ routeSays(name: string): Sentence | undefined;
};

type Named = {
  readonly people: ReadonlyMap<string, LinePerson>;
  readonly holders: ReadonlyMap<string, { readonly userId: string; readonly role: string }>;
};

/** Lines in words, with the people they name; two queries, however many lines. */
export async function lineViews(trx: ReadTrx, lines: readonly LookedLine[], words: LineWords): Promise<LineView[]> {
  const holders = await holdersOf(trx, idsOf(lines, 'grant'));
  const named = [
    ...lines.map(({ userId }) => userId ?? ''),
    ...idsOf(lines, 'user'),
    ...[...holders.values()].map(({ userId }) => userId),
  ];
  const people = await peopleOf(
    trx,
    [...new Set(named)].filter((id) => id !== ''),
  );
  return lines.map((line) => viewOf(line, words, { people, holders }));
}

/** How a line is named in an address. */
export function lineId({ chain, seq }: Pick<LookedLine, 'chain' | 'seq'>): string {
  return `${chain}-${seq}`;
}

/** The place that an id names. */
export function placeOfLine(id: string): { readonly chain: number; readonly seq: number } {
  const [chain, seq] = id.split('-').map(Number);
  return { chain: chain ?? 0, seq: seq ?? 0 };
}

function viewOf(line: LookedLine, words: LineWords, named: Named): LineView {
  const { at, userId, act, object, outcome, reason, source } = line;
  const who = userId === null ? null : (named.people.get(userId) ?? unknownPerson(userId));
  return {
    id: lineId(line),
    at: at.toISOString(),
    who: who && { id: who.userId, login: who.login, name: who.name, unit: who.unit },
    act,
    says: words.actSays(act),
    object: objectOf(object, words, named),
    outcome,
    reason: reason === null ? null : (reasonWords[reason] ?? { zh: reason, en: reason }),
    source,
  };
}

/** An account that is not in the books any more: its id alone is left. */
function unknownPerson(userId: string): LinePerson {
  return { userId, login: userId, name: userId, unit: '' };
}

function objectOf(raw: string, { routeSays }: LineWords, { people, holders }: Named): LineView['object'] {
  const route = routeSays(raw);
  if (route !== undefined) return { kind: route, label: '', raw };
  const [word = '', id = ''] = [raw.slice(0, raw.indexOf(':')), raw.slice(raw.indexOf(':') + 1)];
  const kind = objectWords[word];
  if (kind === undefined) return { kind: { zh: '', en: '' }, label: raw === '-' ? '' : raw, raw };
  if (word === 'user') return { kind, label: personLabel(people.get(id)) ?? shortId(id), raw };
  const holder = word === 'grant' ? holders.get(id) : undefined;
  if (holder === undefined) return { kind, label: word === 'county' ? '' : shortId(id), raw };
  const { zh } = roleFacts(holder.role as Role).says;
  return { kind, label: [personLabel(people.get(holder.userId)), zh].filter((part) => part !== undefined).join(' · '), raw };
}

function personLabel(person: LinePerson | undefined): string | undefined {
  return person && `${person.name}（${person.login}）`;
}

/** The end of an id tells two apart; the beginning is the hour in which they were made. */
function shortId(id: string): string {
  return /^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-6)}` : id;
}

function idsOf(lines: readonly LookedLine[], kind: string): readonly string[] {
  const of = lines.filter(({ object }) => object.startsWith(`${kind}:`));
  return [...new Set(of.map(({ object }) => object.slice(kind.length + 1)))];
}

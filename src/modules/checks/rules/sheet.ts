import type { StandingKey } from '../../../kernel/standing';
import { addableKinds, addableReasons, type Kind, kinds, type Reason, reasonsOf, settledKind } from './kinds';
import type { Line } from './propose';

/** An answer to a difference that the data propose. */
export type SheetAnswer = { readonly childId: string; readonly reason: Reason; readonly words: string };

/** A difference that the class teacher adds: of a child of the list, or of somebody who is on no list. */
export type Added = { readonly childId: string | null; readonly name: string } & {
  readonly kind: Kind;
  readonly reason: Reason;
  readonly words: string;
};

/** A difference as it is signed. `byData`: the county's data say why, nobody had to. */
export type Difference = {
  readonly childId: string | null;
  readonly name: string;
  readonly kind: Kind;
  readonly reason: Reason;
  readonly words: string;
  readonly byData: boolean;
  readonly state: StandingKey | null;
  readonly called: number;
  readonly present: number;
  readonly elsewhere: string;
};

/** The columns of 月核台账 (formats.md §3.3), and how many differences of each kind. */
export type Sums = {
  readonly registered: number;
  readonly attending: number;
  readonly both: number;
  readonly absent: number;
  readonly extra: number;
  readonly leave: number;
  readonly suspended: number;
  readonly homeTeaching: number;
  readonly leaving: number;
  readonly arriving: number;
  readonly suspected: number;
  readonly dropout: number;
  readonly kinds: { readonly [K in Kind]: number };
};

/** A child that is registered and there. It is signed for by name: equal numbers may hide that one child stands for another. */
export type Agreed = { readonly childId: string; readonly name: string; readonly state: StandingKey | null };

/** What somebody signs. `agreeing`: the children that are registered and there, in order. */
export type Settled = {
  readonly agreeing: readonly Agreed[];
  readonly differences: readonly Difference[];
  readonly sums: Sums;
};

/** Why a sheet cannot be signed as it was answered. */
export type SheetFault =
  | { readonly fault: 'unanswered'; readonly names: readonly string[] }
  | { readonly fault: 'stranger' | 'twice' | 'odd'; readonly names: readonly string[] }
  | { readonly fault: 'words'; readonly names: readonly string[] };

/** The shortest text that stands for a reason of one's own. */
export const shortestWords = 2;

/** The sheet as it is signed, or the first thing that stands in the way. Whoever agrees is signed for without a word. */
export function settleSheet(
  lines: readonly Line[],
  answers: readonly SheetAnswer[],
  added: readonly Added[],
): Settled | SheetFault {
  const byId = new Map(lines.map((line) => [line.childId, line]));
  const answered = new Map(answers.map((answer) => [answer.childId, answer]));
  const fault = faultIn(lines, byId, answers, added);
  if (fault) return fault;
  const proposed = lines.flatMap((line) => {
    const said = answered.get(line.childId);
    const reason = said?.reason ?? line.reason;
    return line.kind === null || reason === null ? [] : [differenceOf(line, line.kind, { reason, words: said?.words ?? '' })];
  });
  const own = added.map((one): Difference => {
    const line = one.childId === null ? undefined : byId.get(one.childId);
    if (line) return differenceOf(line, one.kind, one);
    const kind = settledKind(one.kind, one.reason);
    const nothing = { byData: false, state: null, called: 0, present: 0, elsewhere: '' };
    return { childId: null, name: one.name, kind, reason: one.reason, words: one.words, ...nothing };
  });
  const differences = [...proposed, ...own];
  return { differences, ...sumUp(lines, differences) };
}

function differenceOf(line: Line, kind: Kind, said: { readonly reason: Reason; readonly words: string }): Difference {
  const { childId, name, state, called, present, elsewhere } = line;
  const byData = line.kind === kind && line.reason !== null && said.reason === line.reason;
  const settled = settledKind(kind, said.reason);
  return {
    ...{ childId, name, kind: settled, reason: said.reason, words: said.words, byData },
    state,
    called,
    present,
    elsewhere,
  };
}

function faultIn(
  lines: readonly Line[],
  byId: ReadonlyMap<string, Line>,
  answers: readonly SheetAnswer[],
  added: readonly Added[],
): SheetFault | undefined {
  const said = [...answers.map(({ childId }) => childId), ...added.flatMap(({ childId }) => (childId === null ? [] : [childId]))];
  const nameOf = (id: string) => byId.get(id)?.name ?? '';
  const strangers = said.filter((id) => !byId.has(id));
  if (strangers.length > 0) return { fault: 'stranger', names: strangers.map(nameOf) };
  const fresh = added.flatMap(({ childId, name }) => (childId === null ? [name] : []));
  if (new Set(said).size < said.length || new Set(fresh).size < fresh.length) return { fault: 'twice', names: [] };
  const odd = [
    ...answers.filter(({ childId, reason }) => !mayAnswer(byId.get(childId), reason)).map(({ childId }) => nameOf(childId)),
    ...added.filter((one) => !mayAdd(one, byId)).map(({ name, childId }) => name || nameOf(childId ?? '')),
  ];
  if (odd.length > 0) return { fault: 'odd', names: odd };
  const wordless = [
    ...answers.filter(isWordless).map(({ childId }) => nameOf(childId)),
    ...added.filter(isWordless).map(({ name, childId }) => name || nameOf(childId ?? '')),
  ];
  if (wordless.length > 0) return { fault: 'words', names: wordless };
  const open = lines.filter(({ kind, reason, childId }) => kind !== null && reason === null && !said.includes(childId));
  return open.length > 0 ? { fault: 'unanswered', names: open.map(({ name }) => name) } : undefined;
}

function isWordless({ reason, words }: { readonly reason: Reason; readonly words: string }): boolean {
  return reason === 'other' && words.length < shortestWords;
}

function mayAnswer(line: Line | undefined, reason: Reason): boolean {
  return line?.kind != null && reasonsOf[line.kind].includes(reason);
}

/** Of a child of the list that agrees it can be said that it is not there or that its data are wrong; of a name, that it sits here. */
function mayAdd({ childId, name, kind, reason }: Added, byId: ReadonlyMap<string, Line>): boolean {
  if (!addableKinds(childId !== null).includes(kind) || !addableReasons(kind).includes(reason)) return false;
  return childId === null ? name.length >= shortestWords : byId.get(childId)?.kind === null;
}

/** 在籍 = 在籍在校 + 在籍不在校, 实有 = 在籍在校 + 在校不在籍, whatever was answered. */
function sumUp(lines: readonly Line[], differences: readonly Difference[]): { agreeing: readonly Agreed[]; sums: Sums } {
  const settled = new Map(differences.map((one) => [one.childId, one]));
  const isAway = (line: Line) => {
    const kind = settled.get(line.childId)?.kind;
    return kind === 'absent' || kind === 'hollow';
  };
  const registered = lines.filter((line) => line.registered);
  const away = registered.filter(isAway);
  const extra = differences.filter(({ kind }) => kind === 'extra' || kind === 'guest');
  const both = registered.length - away.length;
  const stands = (...states: readonly StandingKey[]) =>
    registered.filter(({ state }) => state !== null && states.includes(state)).length;
  const because = (...why: readonly Reason[]) => differences.filter(({ reason }) => why.includes(reason)).length;
  const sums: Sums = {
    ...{ registered: registered.length, attending: both + extra.length, both, absent: away.length, extra: extra.length },
    ...{ leave: stands('on-leave'), suspended: because('suspended'), homeTeaching: because('home-teaching') },
    ...{ leaving: because('leaving'), arriving: because('arriving') },
    ...{ suspected: stands('suspected-dropout'), dropout: stands('dropout-persuading') },
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, differences.filter((one) => one.kind === kind).length]),
    ) as Sums['kinds'],
  };
  const agreeing = registered.filter(({ childId }) => !settled.has(childId));
  return { agreeing: agreeing.map(({ childId, name, state }) => ({ childId, name, state })), sums };
}

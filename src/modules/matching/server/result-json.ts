import { type Register, registerKinds } from '../../registers/index';
import type { Comparison, Listed } from '../rules/compare';
import type { Duplicate } from '../rules/duplicates';
import { duplicateEvidence, type Evidence, evidenceOf } from '../rules/evidence';
import { verdict } from '../rules/linking';
import type { Pairing } from '../rules/pairing';
import { evidenceText } from '../words';
import type { TextCell } from './cells';
import { type DraftFile, draftText } from './draft-file';
import { linksOf, linksOfRight } from './partners';
import { placementsOf } from './placement';
import { sourcesOf } from './sources';
import type { Summary } from './summary';

/** Writes result.json beside its place; two million entries take seconds and never lie in memory together. */
export async function draftResultJson(
  file: string,
  comparison: Comparison,
  summary: Summary,
  signal?: AbortSignal,
): Promise<DraftFile> {
  return draftText(file, resultJson(comparison, summary), signal);
}

type Entry = (row: number) => string;

/** The text of result.json in pieces; its shape is fixed, other programs rely on it. */
function* resultJson(comparison: Comparison, summary: Summary): Generator<string> {
  const { duplicates, attending, poverty, disability, registers } = comparison;
  yield `{"summary":${JSON.stringify(summary)}`;
  yield* list('household', comparison.household.length, householdEntry(comparison));
  yield* list('enrolment', comparison.enrolment.length, enrolmentEntry(comparison));
  const duplicateText = duplicateEntry(comparison);
  yield* list('duplicates', duplicates.length, (at) => duplicateText(duplicates[at]));
  if (attending && registers.attending)
    yield* list('attending', attending.status.length, listedEntry(attending, registers.attending, registers.enrolment));
  if (poverty && registers.poverty)
    yield* list('poverty', poverty.status.length, listedEntry(poverty, registers.poverty, registers.household));
  if (disability && registers.disability)
    yield* list('disability', disability.status.length, disabilityEntry(comparison, disability, registers.disability));
  const problems = registerKinds.flatMap((kind) => registers[kind]?.problems ?? []);
  yield* list('problems', problems.length, (at) => JSON.stringify(problems[at]));
  yield '}\n';
}

/** Long enough that the disk is asked seldom, short enough that the text is gone before it grows old. */
const pieceLength = 1 << 19;

function* list(name: string, count: number, entry: Entry): Generator<string> {
  let text = `,\n"${name}":[`;
  for (let row = 0; row < count; row++) {
    text += row === 0 ? '\n' : ',\n';
    text += entry(row);
    if (text.length < pieceLength) continue;
    yield text;
    text = '';
  }
  yield `${text}]`;
}

/** `"row":17`, and `"file"` and `"sheet"` too where the number alone does not say which row. */
function placeIn(register: Register): Entry {
  const { rowOf } = register;
  const { file, sheet } = sourcesOf(register);
  if (!file && !sheet) return (row) => `"row":${rowOf[row]}`;
  const named = (name: string, cell: TextCell | undefined) => (row: number) =>
    cell ? `,"${name}":${JSON.stringify(cell(row))}` : '';
  const [files, sheets] = [named('file', file), named('sheet', sheet)];
  return (row) => `"row":${rowOf[row]}${files(row)}${sheets(row)}`;
}

/** `"household":[2]`, with `"householdFiles"` and `"householdSheets"` beside it where the numbers alone would not do. */
function rowsIn(name: string, register: Register): (rows: readonly number[]) => string {
  const { file, sheet } = sourcesOf(register);
  const beside = (end: string, cell: TextCell | undefined, rows: readonly number[]) =>
    cell ? `,"${name}${end}":${JSON.stringify(rows.map(cell))}` : '';
  return (rows) => {
    const numbers = `"${name}":[${rows.map((row) => register.rowOf[row]).join()}]`;
    return `${numbers}${beside('Files', file, rows)}${beside('Sheets', sheet, rows)}`;
  };
}

/** A person can look at so many candidates of one row, not more. */
const shownCandidates = 5;

function householdEntry(comparison: Comparison): Entry {
  const { household: statuses, enrolments, registers } = comparison;
  const place = placeIn(registers.household);
  const link = linkText(enrolments, placeIn(registers.enrolment));
  return (row) => {
    const status = statuses[row];
    const head = `{${place(row)},"status":"${status}","enrolment":[`;
    if (status === 'not-enrolled' || status === 'invalid') return `${head}]}`;
    const links = linksOf(enrolments, row, status === 'review' ? verdict.review : verdict.linked);
    if (links.length === 1) return `${head}${link(links[0])}]}`;
    return `${head}${links.slice(0, shownCandidates).map(link).join()}]}`;
  };
}

function linkText(pairing: Pairing, place: Entry): Entry {
  const texts = new WeakMap<readonly Evidence[], string>();
  const scores = new Map<number, string>();
  return (link) => {
    const evidence = evidenceOf(pairing, link);
    const text = texts.get(evidence) ?? sentences([evidence]);
    texts.set(evidence, text);
    const number = pairing.score[link];
    const score = scores.get(number) ?? scoreText(number);
    if (scores.size < 10_000) scores.set(number, score);
    return `{${place(pairing.r[link])},"score":${score},"evidence":${text}}`;
  };
}

/** Six digits; nothing is ever certain. */
function scoreText(score: number): string {
  return String(Math.min(0.999999, Math.round(score * 1e6) / 1e6));
}

function sentences(lists: readonly (readonly Evidence[])[]): string {
  return JSON.stringify([...new Set(lists.flat().map((evidence) => evidenceText(evidence)))]);
}

function enrolmentEntry(comparison: Comparison): Entry {
  const { enrolment: statuses, enrolments, registers, attending } = comparison;
  const place = placeIn(registers.enrolment);
  const households = rowsIn('household', registers.household);
  return (row) => {
    const status = statuses[row];
    const wanted = status === 'matched' ? verdict.linked : verdict.review;
    const links = status === 'matched' || status === 'review' ? linksOfRight(enrolments, row, wanted) : [];
    const rows = households(links.map((link) => enrolments.l[link]));
    const presence = attending ? `,"attending":"${attending.presence[row]}"` : '';
    return `{${place(row)},"status":"${status}",${rows}${presence}}`;
  };
}

function duplicateEntry({ enrolments, registers }: Comparison): (duplicate: Duplicate) => string {
  const { rowOf } = registers.enrolment;
  const { file, sheet } = sourcesOf(registers.enrolment);
  return ({ rows, score, reasons }) => {
    const evidence = sentences(reasons.map((reason) => duplicateEvidence(enrolments, reason)));
    const files = file ? `,"files":${JSON.stringify(rows.map(file))}` : '';
    const sheets = sheet ? `,"sheets":${JSON.stringify(rows.map(sheet))}` : '';
    return `{"rows":[${rows.map((row) => rowOf[row]).join()}]${files}${sheets},"score":${scoreText(score)},"evidence":${evidence}}`;
  };
}

function listedEntry({ pairing, status }: Listed, register: Register, against: Register): Entry {
  const place = placeIn(register);
  const others = rowsIn(against.kind, against);
  return (row) => {
    const links = linksOf(pairing, row, status[row] === 'matched' ? verdict.linked : verdict.review);
    const rows = others(links.slice(0, shownCandidates).map((link) => pairing.r[link]));
    return `{${place(row)},"status":"${status[row]}",${rows}}`;
  };
}

function disabilityEntry(comparison: Comparison, disability: Listed, register: Register): Entry {
  const placements = placementsOf(comparison, disability);
  const entry = listedEntry(disability, register, comparison.registers.household);
  return (row) => `${entry(row).slice(0, -1)},"placement":"${placements[row]}"}`;
}

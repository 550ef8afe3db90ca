// The wrong rows themselves, for whoever mends the engine: people in them are made up. Printed with `--errors`.
import { csvLines } from '../csv';
import type { Written } from './counties';
import { enrolmentRows, type Result, registersOf } from './result';

const shownColumns = /姓名$|^(公民身份号码|身份证件?号码?|性别|出生日期|曾用名|户籍地址|学校名称|学校标识码|详细住址|现住址)$/;
const mostOfOneKind = 20;

type Mistake = { readonly kind: string; readonly lines: readonly string[] };
type Side = 'household' | 'enrolment';
type Describe = (side: Side, row: number) => string;
type HouseholdRow = Result['household'][number];

/** Prints rows taken for the wrong child, reported as not enrolled though they are, or left to a person; and how many. */
export function printErrors(written: Written, result: Result): void {
  const describe = describer(written);
  const counts = new Map<string, number>();
  for (const { kind, lines } of mistakesOf(written, result, describe)) {
    const seen = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, seen);
    if (seen <= mostOfOneKind) console.log(`  ${kind}: ${lines.join('\n      ')}`);
  }
  console.log(Object.fromEntries(counts));
}

function* mistakesOf({ truth }: Written, result: Result, describe: Describe): Generator<Mistake> {
  const { household } = registersOf(truth);
  const rowsOf = enrolmentRows(truth);
  for (const entry of result.household) {
    const person = household.person[entry.row - household.firstRow];
    const real = rowsOf.get(person) ?? [];
    if (entry.status === 'enrolled' && real.length === 0 && truth.persons.inAge[person] === 1)
      yield { kind: 'hidden', lines: [describe('household', entry.row)] };
    yield* mistakesOfRow(entry, real, describe);
  }
}

function* mistakesOfRow(
  { row, status, enrolment: links }: HouseholdRow,
  real: readonly number[],
  describe: Describe,
): Generator<Mistake> {
  const told = links.map(
    (link) =>
      `${real.includes(link.row) ? 'right' : 'wrong'} ${link.score} ${describe('enrolment', link.row)} [${link.evidence}]`,
  );
  const lost = real.filter((one) => !links.some((link) => link.row === one)).map((one) => `lost ${describe('enrolment', one)}`);
  const lines = [describe('household', row), ...told, ...lost];
  if (status === 'review') yield { kind: real.length > 0 ? 'review of enrolled' : 'review of absent', lines };
  else if (links.some((link) => !real.includes(link.row))) yield { kind: 'wrong link', lines };
  else if (lost.length > 0) yield { kind: status === 'not-enrolled' ? 'enrolled, reported not' : 'second enrolment lost', lines };
}

/** A row as its file has it, with the mistakes the generator made in it. */
function describer({ truth, ...files }: Written): Describe {
  const registers = registersOf(truth);
  const lines = { household: [...csvLines(files.household)], enrolment: [...csvLines(files.enrolment)] };
  return (side, row) => {
    const { firstRow, errors } = registers[side];
    const headers = lines[side][firstRow - 2];
    const cells = lines[side][row - 1].filter((cell, at) => cell !== '' && shownColumns.test(headers[at]));
    const kinds = Object.keys(errors).filter((kind) => errors[kind].includes(row));
    return `${side} ${row} ${cells.join(' ')} ${kinds.length > 0 ? `«${kinds}»` : ''}`;
  };
}

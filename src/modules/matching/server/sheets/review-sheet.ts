import type { CellOut, SheetOut } from '../../../../platform/sheets/index';
import type { Register } from '../../../registers/index';
import type { Comparison } from '../../rules/compare';
import { evidenceOf } from '../../rules/evidence';
import { verdict } from '../../rules/linking';
import type { Pairing } from '../../rules/pairing';
import { cellWords, registerWords, weighedText } from '../../words';
import { birthCell, familyCell, idCell, type TextCell, textCell } from '../cells';
import { linksOf } from '../partners';
import { sourceCell } from '../sources';
import { type Column, type ColumnName, numberColumn, tableOf, textColumn } from './table';

/** One question to a person: are these two rows one child? Or, without a right row, is this row still true? */
type Question = {
  readonly comparison: string;
  readonly left: Side;
  readonly l: number;
  readonly right?: Side;
  readonly r: number;
  readonly probability: CellOut;
  readonly evidence: string;
};

/** How one side of a pairing is shown. */
type Side = {
  readonly register: Register;
  readonly name: TextCell;
  readonly id: TextCell;
  readonly birth: TextCell;
  readonly place: TextCell;
  readonly guardian: TextCell;
  readonly source: TextCell;
};

/** 待核实: both rows side by side, the likelihood and its reasons, and an empty column for the answer. */
export function reviewSheet(comparison: Comparison): SheetOut {
  const files = anySource(comparison);
  return tableOf('review', questionsOf(comparison), [
    textColumn('comparison', (question) => question.comparison),
    textColumn('leftRegister', ({ left }) => registerWords[left.register.kind]),
    textColumn('leftName', ({ left, l }) => left.name(l)),
    textColumn('leftId', ({ left, l }) => left.id(l)),
    textColumn('leftBirth', ({ left, l }) => left.birth(l)),
    textColumn('leftPlace', ({ left, l }) => left.place(l)),
    textColumn('leftGuardian', ({ left, l }) => left.guardian(l)),
    numberColumn('leftRow', ({ left, l }) => left.register.rowOf[l]),
    ...(files ? [textColumn<Question>('leftFile', ({ left, l }) => left.source(l))] : []),
    ...rightColumns(files),
    { ...textColumn<Question>('probability', ({ probability }) => probability), kind: 'percent' },
    { ...textColumn<Question>('evidence', ({ evidence }) => evidence), wrap: true },
    textColumn('verdict', () => null),
  ]);
}

function rightColumns(files: boolean): Column<Question>[] {
  const cellOf = (cell: (side: Side, row: number) => CellOut) => (question: Question) =>
    question.right ? cell(question.right, question.r) : null;
  const text = (name: ColumnName, cell: (side: Side, row: number) => CellOut) => textColumn(name, cellOf(cell));
  return [
    text('rightRegister', ({ register }) => registerWords[register.kind]),
    text('rightName', ({ name }, row) => name(row)),
    text('rightId', ({ id }, row) => id(row)),
    text('rightBirth', ({ birth }, row) => birth(row)),
    text('rightPlace', ({ place }, row) => place(row)),
    text('rightGuardian', ({ guardian }, row) => guardian(row)),
    { ...text('rightRow', ({ register }, row) => register.rowOf[row]), kind: 'integer' },
    ...(files ? [text('rightFile', ({ source }, row) => source(row))] : []),
  ];
}

function anySource({ registers }: Comparison): boolean {
  return Object.values(registers).some((register) => sourceCell(register) !== undefined);
}

function* questionsOf(comparison: Comparison): Generator<Question> {
  const { registers, enrolments, attending, poverty, disability } = comparison;
  yield* pairQuestions(enrolments, registers.household, registers.enrolment);
  yield* goneQuestions(comparison);
  if (attending && registers.attending) yield* pairQuestions(attending.pairing, registers.attending, registers.enrolment);
  if (poverty && registers.poverty) yield* pairQuestions(poverty.pairing, registers.poverty, registers.household);
  if (disability && registers.disability) yield* pairQuestions(disability.pairing, registers.disability, registers.household);
}

function* pairQuestions(pairing: Pairing, leftRegister: Register, rightRegister: Register): Generator<Question> {
  const left = sideOf(pairing, 'left', leftRegister);
  const right = sideOf(pairing, 'right', rightRegister);
  const comparison = `${registerWords[leftRegister.kind]}×${registerWords[rightRegister.kind]}`;
  for (let link = 0; link < pairing.l.length; link++) {
    if (pairing.verdict[link] !== verdict.review) continue;
    const l = pairing.l[link];
    const second = rightRegister.kind === 'enrolment' && linksOf(pairing, l, verdict.linked).length > 0;
    yield {
      ...{ left, l, right, r: pairing.r[link], probability: Math.min(surest, pairing.score[link]) },
      comparison: second ? `${comparison}${cellWords.secondEnrolment}` : comparison,
      evidence: weighedText(evidenceOf(pairing, link)),
    };
  }
}

/** Nothing is put before a person as certain. */
const surest = 0.999;

/** 死亡、注销、迁出 still on the household list, without any enrolment: true, or a child nobody looks for? */
function* goneQuestions({ household, enrolments, registers }: Comparison): Generator<Question> {
  const left = sideOf(enrolments, 'left', registers.household);
  const reason = textCell(registers.household, 'changeReason');
  for (let l = 0; l < household.length; l++) {
    if (household[l] !== 'review' || linksOf(enrolments, l, verdict.review).length > 0) continue;
    const evidence = `${cellWords.gone}${reason(l)}；${cellWords.notFound}`;
    yield { comparison: cellWords.householdCheck, left, l, r: -1, probability: null, evidence };
  }
}

function sideOf(pairing: Pairing, side: 'left' | 'right', register: Register): Side {
  const parts =
    (...cells: TextCell[]) =>
    (row: number) =>
      cells
        .map((cell) => cell(row))
        .filter(Boolean)
        .join(' ');
  const home = parts(textCell(register, 'township'), textCell(register, 'village', 'address'));
  const school = parts(textCell(register, 'school', 'schoolCode'), textCell(register, 'grade'), textCell(register, 'className'));
  const atSchool = register.kind === 'enrolment' || register.kind === 'attending';
  return {
    register,
    name: textCell(register, 'name'),
    id: idCell(register),
    birth: birthCell(pairing, side),
    place: atSchool ? parts(school, home) : home,
    guardian: familyCell(register),
    source: sourceCell(register) ?? (() => ''),
  };
}

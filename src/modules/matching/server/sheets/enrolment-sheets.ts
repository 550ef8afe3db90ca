import type { SheetOut } from '../../../../platform/sheets/index';
import type { Comparison } from '../../rules/compare';
import type { Duplicate } from '../../rules/duplicates';
import { duplicateEvidence } from '../../rules/evidence';
import { cellWords, enrolmentWords, weighedText } from '../../words';
import { birthCell, guardianCell, idCell, phoneCell, sexCell, textCell } from '../cells';
import { partnersOf } from '../partners';
import { type Column, notGivenSheet, numberColumn, sourceColumns, tableOf, textColumn } from './table';

/** 在籍不在校: 比对2, with the 脱贫户 flag of 比对3. */
export function absentSheet(comparison: Comparison): SheetOut {
  const { attending, registers, enrolment } = comparison;
  if (!attending) return notGivenSheet('absent', 'attending');
  const { households, poverty } = partnersOf(comparison);
  const state = textCell(registers.enrolment, 'enrolmentState');
  const way = textCell(registers.enrolment, 'attendsBy');
  const explained = (row: number) => [state(row), way(row)].find((text) => /休学|送教|转出|出国|死亡|延缓|请假/.test(text));
  const isPoor = (row: number) => households[row] >= 0 && poverty !== undefined && poverty[households[row]] >= 0;
  return tableOf<number>('absent', rowsWith(attending.presence, 'absent'), [
    ...pupilColumns(comparison),
    textColumn('enrolmentState', state),
    textColumn('attendsBy', way),
    textColumn('explained', (row) => {
      const reason = explained(row);
      return reason === undefined ? cellWords.suspected : `${cellWords.away}${reason}`;
    }),
    ...(poverty ? [textColumn<number>('poverty', (row) => (isPoor(row) ? cellWords.yes : cellWords.no))] : []),
    textColumn('householdStatus', (row) => enrolmentWords[enrolment[row]]),
    textColumn('evidence', () => cellWords.notOnList),
    ...sources<number>(comparison, (row) => row),
  ]);
}

/** 在校无籍: children on a class list for whom there is no enrolment (借读, 转学未办, 空挂的另一面). */
export function unregisteredSheet(comparison: Comparison): SheetOut {
  const { attending: register } = comparison.registers;
  const { attending } = comparison;
  if (!attending || !register) return notGivenSheet('unregistered', 'attending');
  return tableOf('unregistered', rowsWith(attending.status, 'no-match'), [
    textColumn('name', textCell(register, 'name')),
    textColumn('sex', sexCell(attending.pairing, 'left')),
    textColumn('birth', birthCell(attending.pairing, 'left')),
    textColumn('id', idCell(register)),
    textColumn('school', textCell(register, 'school', 'schoolCode')),
    textColumn('grade', textCell(register, 'grade')),
    textColumn('className', textCell(register, 'className')),
    textColumn('guardian', guardianCell(register)),
    textColumn('phone', phoneCell(register)),
    textColumn('note', textCell(register, 'note')),
    textColumn('evidence', () => cellWords.noEnrolment),
    ...sourceColumns<number>(register, ['attendingRow', 'attendingFile'], (row) => row),
  ]);
}

type Member = { readonly group: number; readonly row: number; readonly duplicate: Duplicate };

/** 重复学籍: the rows of one child stand together under one group number. */
export function duplicatesSheet(comparison: Comparison): SheetOut {
  const { enrolments } = comparison;
  const pupils = pupilColumns(comparison).map((column) => ({ ...column, cell: ({ row }: Member) => column.cell(row) }));
  const why = ({ row, duplicate }: Member) =>
    duplicate.reasons
      .filter(({ a, b }) => a === row || b === row)
      .map((reason) => weighedText(duplicateEvidence(enrolments, reason)))
      .join('／');
  return tableOf('duplicates', membersOf(comparison.duplicates), [
    numberColumn('group', ({ group }) => group),
    ...pupils,
    textColumn('enrolmentState', rowCell(textCell(comparison.registers.enrolment, 'enrolmentState'))),
    textColumn('householdStatus', ({ row }) => enrolmentWords[comparison.enrolment[row]]),
    textColumn('evidence', why),
    ...sources<Member>(comparison, ({ row }) => row),
  ]);
}

function rowCell(cell: (row: number) => string): (member: Member) => string {
  return ({ row }) => cell(row);
}

function* membersOf(duplicates: readonly Duplicate[]): Generator<Member> {
  for (const [at, duplicate] of duplicates.entries()) for (const row of duplicate.rows) yield { group: at + 1, row, duplicate };
}

function* rowsWith<S extends string>(statuses: readonly S[], wanted: S): Generator<number> {
  for (let row = 0; row < statuses.length; row++) if (statuses[row] === wanted) yield row;
}

function pupilColumns(comparison: Comparison): Column<number>[] {
  const { enrolment } = comparison.registers;
  return [
    textColumn('name', textCell(enrolment, 'name')),
    textColumn('sex', sexCell(comparison.enrolments, 'right')),
    textColumn('birth', birthCell(comparison.enrolments, 'right')),
    textColumn('id', idCell(enrolment)),
    textColumn('studentNumber', textCell(enrolment, 'studentNumber', 'auxiliaryNumber')),
    textColumn('school', textCell(enrolment, 'school', 'schoolCode')),
    textColumn('grade', textCell(enrolment, 'grade')),
    textColumn('className', textCell(enrolment, 'className')),
    textColumn('township', textCell(enrolment, 'township')),
    textColumn('village', textCell(enrolment, 'village', 'address')),
    textColumn('guardian', guardianCell(enrolment)),
    textColumn('phone', phoneCell(enrolment)),
  ];
}

function sources<R>(comparison: Comparison, rowOf: (record: R) => number): Column<R>[] {
  const { household, enrolment } = comparison.registers;
  const { households } = partnersOf(comparison);
  return [
    ...sourceColumns<R>(enrolment, ['enrolmentRow', 'enrolmentFile'], rowOf),
    ...sourceColumns<R>(household, ['householdRow', 'householdFile'], (record) => households[rowOf(record)]),
  ];
}

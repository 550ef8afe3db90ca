import { parseDay } from '../../../../kernel/day';
import type { SheetOut } from '../../../../platform/sheets/index';
import { MISSING_DAY } from '../../../registers/index';
import type { Comparison, HouseholdStatus } from '../../rules/compare';
import { evidenceOf } from '../../rules/evidence';
import { verdict } from '../../rules/linking';
import { cellWords, householdWords, placementWords, weighedText } from '../../words';
import { birthCell, guardianCell, idCell, phoneCell, sexCell, textCell } from '../cells';
import { linksOf, partnersOf } from '../partners';
import { placementsOf } from '../placement';
import { across, type Column, sourceColumns, tableOf, textColumn } from './table';

/** 适龄儿童: every child of school age of the household register, and how each is enrolled. */
export function childrenSheet(comparison: Comparison): SheetOut {
  return tableOf('children', rowsWith(comparison, ['enrolled', 'not-enrolled', 'review']), [
    ...personColumns(comparison),
    textColumn('status', (row) => householdWords[comparison.household[row]]),
    ...schoolColumns(comparison),
    ...groupColumns(comparison),
    textColumn('evidence', evidenceCell(comparison)),
    ...sources(comparison),
  ]);
}

/** 未入学: 比对1, with what other registers say of these children (比对3). */
export function notEnrolledSheet(comparison: Comparison): SheetOut {
  const { household, poverty, disability } = comparison.registers;
  const partners = partnersOf(comparison);
  const said = [
    across((row) => partners.poverty?.[row] ?? -1, textCell(poverty, 'notSchooledReason', 'schoolingState')),
    across((row) => partners.disability?.[row] ?? -1, textCell(disability, 'notSchooledReason', 'schoolingState')),
  ];
  const listed = textColumn<number>('listedSchooling', (row) =>
    [...new Set(said.map((cell) => cell(row)))].filter(Boolean).join('；'),
  );
  return tableOf('notEnrolled', rowsWith(comparison, ['not-enrolled']), [
    ...personColumns(comparison),
    textColumn('changeReason', textCell(household, 'changeReason')),
    ...groupColumns(comparison),
    ...(poverty || disability ? [listed] : []),
    textColumn('evidence', evidenceCell(comparison)),
    ...sourceColumns<number>(household, ['householdRow', 'householdFile'], (row) => row),
  ]);
}

/** 不在适龄: the younger, the older up to `listedYears`, and whoever is still enrolled at any age. */
export function outOfAgeSheet(comparison: Comparison): SheetOut {
  const { birth } = comparison.enrolments.pair.left;
  const to = parseDay(comparison.cohort.to) ?? 0;
  const { enrolments } = partnersOf(comparison);
  return tableOf('outOfAge', outOfAgeRows(comparison), [
    ...personColumns(comparison),
    textColumn('age', (row) => (birth[row] > to ? cellWords.tooYoung : cellWords.tooOld)),
    textColumn('enrolled', (row) => (enrolments[row] >= 0 ? cellWords.stillEnrolled : cellWords.notEnrolled)),
    ...schoolColumns(comparison),
    textColumn('evidence', evidenceCell(comparison)),
    ...sources(comparison),
  ]);
}

/** Grown-ups of a whole population list are counted and not listed. Our choice: three years past the last birth year. */
const listedYears = 3;

export function* outOfAgeRows(comparison: Comparison): Generator<number> {
  const { birth } = comparison.enrolments.pair.left;
  const { enrolments } = partnersOf(comparison);
  const oldest = (parseDay(comparison.cohort.from) ?? 0) - listedYears * 366;
  for (const row of rowsWith(comparison, ['out-of-age']))
    if (enrolments[row] >= 0 || (birth[row] !== MISSING_DAY && birth[row] >= oldest)) yield row;
}

function* rowsWith(comparison: Comparison, wanted: readonly HouseholdStatus[]): Generator<number> {
  const { household } = comparison;
  for (let row = 0; row < household.length; row++) if (wanted.includes(household[row])) yield row;
}

function personColumns(comparison: Comparison): Column<number>[] {
  const { household } = comparison.registers;
  return [
    textColumn('name', textCell(household, 'name')),
    textColumn('sex', sexCell(comparison.enrolments, 'left')),
    textColumn('birth', birthCell(comparison.enrolments, 'left')),
    textColumn('id', idCell(household)),
    textColumn('township', textCell(household, 'township')),
    textColumn('village', textCell(household, 'village', 'address')),
    textColumn('guardian', guardianCell(household)),
    textColumn('phone', phoneCell(household)),
  ];
}

function schoolColumns(comparison: Comparison): Column<number>[] {
  const { enrolment } = comparison.registers;
  const { enrolments } = partnersOf(comparison);
  const of = (cell: (row: number) => string) => across((row) => enrolments[row], cell);
  return [
    textColumn('school', of(textCell(enrolment, 'school', 'schoolCode'))),
    textColumn('grade', of(textCell(enrolment, 'grade'))),
    textColumn('className', of(textCell(enrolment, 'className'))),
    textColumn('studentNumber', of(textCell(enrolment, 'studentNumber', 'auxiliaryNumber'))),
  ];
}

/** Columns about a list that was not given are left out: empty ones would look like "no". */
function groupColumns(comparison: Comparison): Column<number>[] {
  const { disability: register } = comparison.registers;
  const { poverty, disability } = partnersOf(comparison);
  const columns: Column<number>[] = [];
  if (poverty) columns.push(textColumn('poverty', (row) => (poverty[row] >= 0 ? cellWords.yes : cellWords.no)));
  if (!disability || !comparison.disability) return columns;
  const placements = placementsOf(comparison, comparison.disability);
  const of = (cell: (row: number) => string) => across((row) => disability[row], cell);
  return [
    ...columns,
    textColumn('disabilityKind', of(textCell(register, 'disabilityKind'))),
    textColumn('disabilityLevel', of(textCell(register, 'disabilityLevel'))),
    textColumn(
      'placement',
      of((row) => placementWords[placements[row]]),
    ),
  ];
}

function evidenceCell(comparison: Comparison): (row: number) => string {
  const { enrolments, household } = comparison;
  const changed = textCell(comparison.registers.household, 'changeReason');
  return (row) => {
    const [linked] = linksOf(enrolments, row, verdict.linked);
    if (linked !== undefined) return weighedText(evidenceOf(enrolments, linked));
    if (linksOf(enrolments, row, verdict.review).length > 0) return cellWords.candidates;
    if (household[row] === 'review') return `${cellWords.gone}${changed(row)}`;
    return household[row] === 'out-of-age' ? '' : cellWords.notFound;
  };
}

function sources(comparison: Comparison): Column<number>[] {
  const { household, enrolment } = comparison.registers;
  const { enrolments } = partnersOf(comparison);
  return [
    ...sourceColumns<number>(household, ['householdRow', 'householdFile'], (row) => row),
    ...sourceColumns<number>(enrolment, ['enrolmentRow', 'enrolmentFile'], (row) => enrolments[row]),
  ];
}

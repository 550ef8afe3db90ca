import type { CellOut, SheetOut } from '../../../../platform/sheets/index';
import type { Comparison, HouseholdStatus } from '../../rules/compare';
import { placementWords, registerWords, sheetWords, summaryWords } from '../../words';
import { textCell } from '../cells';
import type { Summary } from '../summary';
import { outOfAgeRows } from './household-sheets';
import { numberColumn, textColumn } from './table';

type Line = readonly [item: string, count: CellOut, enrolled: CellOut, notEnrolled: CellOut, review: CellOut, note: string];

/** 汇总: what was compared, what came out of it, and the clause each count follows. */
export function summarySheet(comparison: Comparison, summary: Summary): SheetOut {
  const columns = [
    textColumn('item', () => null),
    numberColumn('count', () => null),
    numberColumn('countEnrolled', () => null),
    numberColumn('countNotEnrolled', () => null),
    numberColumn('countReview', () => null),
    textColumn('explanation', () => null),
  ];
  return { name: sheetWords.summary, columns, rows: linesOf(comparison, summary) };
}

function* linesOf(comparison: Comparison, summary: Summary): Generator<Line> {
  yield* headLines(summary);
  yield* countLines(comparison, summary);
  yield* placementLines(summary);
  yield title(summaryWords.townships);
  yield* townshipLines(comparison);
  yield title(summaryWords.inputs);
  for (const { register, file, rows } of summary.inputs) yield line(`${registerWords[register]}名册`, rows, file);
  const { link, drop } = summary.thresholds;
  yield title(summaryWords.method);
  yield line(summaryWords.linkThreshold, null, summaryWords.linkNote.replace('{value}', percent(link)));
  yield line(summaryWords.dropThreshold, null, summaryWords.dropNote.replace('{value}', percent(drop)));
  yield line(summaryWords.weights, null, summaryWords.weightsNote);
}

function* headLines({ asOf, schoolYear, cohort, generatedAt }: Summary): Generator<Line> {
  yield line(summaryWords.confidential, null, summaryWords.confidentialNote);
  yield line(summaryWords.asOf, null, asOf);
  yield line(summaryWords.schoolYear, null, schoolYear);
  yield line(summaryWords.cohort, null, `${cohort.from} 至 ${cohort.to} 出生。${summaryWords.cohortSource}`);
  yield line(summaryWords.generatedAt, null, generatedAt);
}

function* countLines(comparison: Comparison, summary: Summary): Generator<Line> {
  const { household, enrolment, attending, presence, poverty, duplicates } = summary;
  const inAge = household.enrolled + household['not-enrolled'] + household.review;
  yield title(summaryWords.results);
  yield [summaryWords.inAge, inAge, household.enrolled, household['not-enrolled'], household.review, summaryWords.inAgeNote];
  yield line(summaryWords.first, household['not-enrolled'], summaryWords.firstNote);
  yield line(summaryWords.second, presence?.absent ?? null, presence ? summaryWords.secondNote : notGiven('attending'));
  yield line(summaryWords.noList, presence?.['no-list'] ?? null, presence ? summaryWords.noListNote : '');
  yield line(
    summaryWords.unregistered,
    attending?.['no-match'] ?? null,
    attending ? summaryWords.unregisteredNote : notGiven('attending'),
  );
  const third = poverty ? poverty['not-enrolled'] + poverty.absent : null;
  const parts = poverty && { none: String(poverty['not-enrolled']), absent: String(poverty.absent) };
  yield line(
    summaryWords.third,
    third,
    parts ? summaryWords.thirdNote.replace('{none}', parts.none).replace('{absent}', parts.absent) : notGiven('poverty'),
  );
  yield line(
    summaryWords.duplicates,
    duplicates.rows,
    summaryWords.duplicatesNote.replace('{groups}', String(duplicates.groups)),
  );
  yield line(summaryWords.noHousehold, enrolment['no-household'], summaryWords.noHouseholdNote);
  const listed = [...outOfAgeRows(comparison)].length;
  const unlisted = String(household['out-of-age'] - listed);
  yield line(summaryWords.outOfAge, household['out-of-age'], summaryWords.outOfAgeNote.replace('{unlisted}', unlisted));
  yield line(summaryWords.invalid, household.invalid + enrolment.invalid, summaryWords.invalidNote);
  yield line(summaryWords.problems, summary.problems, summaryWords.problemsNote);
}

function* placementLines({ disability, placements }: Summary): Generator<Line> {
  yield title(summaryWords.placements);
  if (!disability || !placements) {
    yield line(summaryWords.disabled, null, notGiven('disability'));
    return;
  }
  yield line(summaryWords.disabled, disability.rows, summaryWords.disabledNote);
  for (const [placement, words] of Object.entries(placementWords)) yield line(`　${words}`, placements[placement] ?? 0, '');
}

type Township = { [S in HouseholdStatus]: number };

function* townshipLines(comparison: Comparison): Generator<Line> {
  const townshipOf = textCell(comparison.registers.household, 'township');
  const townships = new Map<string, Township>();
  comparison.household.forEach((status, row) => {
    if (status === 'out-of-age' || status === 'invalid') return;
    const name = townshipOf(row) || summaryWords.unknownTownship;
    const counts = townships.get(name) ?? { enrolled: 0, 'not-enrolled': 0, review: 0, 'out-of-age': 0, invalid: 0 };
    counts[status]++;
    townships.set(name, counts);
  });
  const sorted = [...townships].sort(([a], [b]) => a.localeCompare(b, 'zh'));
  for (const [name, { enrolled, 'not-enrolled': none, review }] of sorted)
    yield [`　${name}`, enrolled + none + review, enrolled, none, review, ''];
}

function title(text: string): Line {
  return [`【${text}】`, null, null, null, null, ''];
}

function line(item: string, count: CellOut, note: string): Line {
  return [item, count, null, null, null, note];
}

function notGiven(register: keyof typeof registerWords): string {
  return summaryWords.notGiven.replace('{register}', registerWords[register]);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

import type { Comparison, Listed } from '../rules/compare';
import { verdict } from '../rules/linking';
import type { placementWords } from '../words';
import { textCell } from './cells';
import { linksOf, partnersOf } from './partners';

export type Placement = keyof typeof placementWords;

/** What the enrolment register says of one pupil's schooling. */
export type Schooling = {
  readonly schoolCode: string;
  readonly school: string;
  readonly attendsBy: string;
  readonly enrolmentState: string;
  readonly inclusive: string;
};

/**
 * How an enrolled disabled child is placed. 学校标识码 begins with 51 for schools of special education; 送教上门 may stand
 * as the way of attending or as the state of the enrolment; 「非随班就读」 is the form's word for no.
 */
export function placementOf(schooling: Schooling): Placement {
  if (/送教/.test(schooling.attendsBy) || /送教/.test(schooling.enrolmentState)) return 'homeTeaching';
  if (schooling.schoolCode.startsWith('51') || /特殊教育|特教|培智|盲|聋|启智/.test(schooling.school)) return 'specialSchool';
  return /^(是|1|Y|.*随班就读)$/i.test(schooling.inclusive) && !schooling.inclusive.startsWith('非') ? 'inclusive' : 'ordinary';
}

/** The placement of each row of the disability list, through its household row to that child's enrolments. */
export function placementsOf(comparison: Comparison, disability: Listed): Placement[] {
  const { enrolment } = comparison.registers;
  const read = {
    schoolCode: textCell(enrolment, 'schoolCode'),
    school: textCell(enrolment, 'school'),
    attendsBy: textCell(enrolment, 'attendsBy'),
    enrolmentState: textCell(enrolment, 'enrolmentState'),
    inclusive: textCell(enrolment, 'inclusive'),
  };
  const { enrolments } = partnersOf(comparison);
  return disability.status.map((status, row) => {
    const household = firstLinked(disability, row);
    if (household === -1) return status === 'review' ? 'review' : 'noHousehold';
    const standing = comparison.household[household];
    if (standing === 'out-of-age') return 'outOfAge';
    if (standing !== 'enrolled') return standing === 'not-enrolled' ? 'notEnrolled' : 'review';
    const pupil = enrolments[household];
    return placementOf({
      schoolCode: read.schoolCode(pupil),
      school: read.school(pupil),
      attendsBy: read.attendsBy(pupil),
      enrolmentState: read.enrolmentState(pupil),
      inclusive: read.inclusive(pupil),
    });
  });
}

function firstLinked({ pairing }: Listed, row: number): number {
  const [link] = linksOf(pairing, row, verdict.linked);
  return link === undefined ? -1 : pairing.r[link];
}

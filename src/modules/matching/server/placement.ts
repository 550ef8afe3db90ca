import type { Comparison, Listed } from '../rules/compare';
import { verdict } from '../rules/linking';
import { type Placement, placementOf } from '../rules/placement';
import { textCell } from './cells';
import { linksOf, partnersOf } from './partners';

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

import { attendanceCards } from '../../modules/attendance/web';
import { checkCards } from '../../modules/checks/web';
import { groupCards } from '../../modules/groups/web';
import { leaveCards } from '../../modules/leave/web';
import { matchingCards } from '../../modules/matching/web';
import { registerCards } from '../../modules/registers/web';
import { reportCards } from '../../modules/reports/web';
import { screeningCards } from '../../modules/screening/web';
import { standingCards } from '../../modules/standing/web';
import { verificationCards } from '../../modules/verification/web';
import type { StartCard } from '../../ui/desk/page';

/** The cards of the start page, those of all modules. */
export const startCards: readonly StartCard[] = [
  ...registerCards,
  ...matchingCards,
  ...standingCards,
  ...verificationCards,
  ...leaveCards,
  ...groupCards,
  ...attendanceCards,
  ...checkCards,
  ...screeningCards,
  ...reportCards,
];

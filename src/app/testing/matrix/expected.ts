import { accountsTable } from './tables/accounts';
import { areaTable } from './tables/area';
import { attendanceTable } from './tables/attendance';
import { auditTable } from './tables/audit';
import { calendarTable } from './tables/calendar';
import { checksTable } from './tables/checks';
import { childrenTable } from './tables/children';
import { groupsTable } from './tables/groups';
import { leaveTable } from './tables/leave';
import { matchingTable } from './tables/matching';
import { registersTable } from './tables/registers';
import { reportsTable } from './tables/reports';
import { screeningTable } from './tables/screening';
import { standingTable } from './tables/standing';
import { verificationTable } from './tables/verification';
import type { Expected } from './types';

/**
 * The table of the county's rights, written from the role table of the register of goals and apart from the code, a file a
 * module. Every route has its line; the test fails when one is missing or has gone.
 */
export const expected: Readonly<Record<string, Expected>> = {
  ...accountsTable,
  ...areaTable,
  ...auditTable,
  ...calendarTable,
  ...childrenTable,
  ...registersTable,
  ...matchingTable,
  ...standingTable,
  ...verificationTable,
  ...groupsTable,
  ...leaveTable,
  ...attendanceTable,
  ...checksTable,
  ...screeningTable,
  ...reportsTable,
};

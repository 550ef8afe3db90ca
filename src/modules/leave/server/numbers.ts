import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { policyOn } from '../../standing/index';
import { policiesOf } from '../../standing/server/index';
import type { LeaveNumbers } from '../rules/levels';

/** The county's numbers of today by which leave goes. */
export async function numbersToday(trx: ReadTrx): Promise<LeaveNumbers> {
  const { leaveTeacherDays, leaveMonths, leaveSumDays } = policyOn(await policiesOf(trx), dayOf(trx.now));
  return { teacherDays: leaveTeacherDays.value, months: leaveMonths.value, sumDays: leaveSumDays.value };
}

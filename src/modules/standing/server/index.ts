import { newId } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { Chore } from '../../../platform/jobs';
import { type Counted, countWaiting } from './count-children';

export { permissions } from '../permissions';
export { missingWords } from '../words';
export { type ClassMember, classesOfChild, classMembers, membersBelow, membersOfClasses } from './class-member-store';
export { type Counted, countChildren } from './count-children';
export { listStandees, type Standee } from './list-store';
export { type RollMember, rollMembers, statesOf } from './member-store';
export { papersOf, papersRunningOut } from './papers-store';
export { policiesOf } from './policies';
export { type Registered, registeredOn } from './registered';
export { findRoll } from './roll-store';
export { routes } from './routes';

/** What is done unasked: whatever somebody records is counted within a second or two; `counted` hears of whom. */
export function choresFor(counted: (house: House) => Counted): Readonly<Record<string, Chore<House>>> {
  return {
    'standing.count': async ({ db, signal, house }) => {
      const context = { actor: null, requestId: newId(), source: 'job' };
      await countWaiting({ db, context, signal, counted: counted(house) });
    },
  };
}

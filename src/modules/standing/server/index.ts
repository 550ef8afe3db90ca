import { newId } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { Chore } from '../../../platform/jobs';
import { countChildren } from './count-children';

export { permissions } from '../permissions';
export { missingWords } from '../words';
export { type ClassMember, classesOfChild, classMembers, membersBelow, membersOfClasses } from './class-members';
export { countChildren } from './count-children';
export { listStandees, type Standee } from './list-store';
export { type RollMember, rollMembers, statesOf } from './member-store';
export { policiesOf } from './policies';
export { type Registered, registeredOn } from './registered';
export { findRoll } from './roll-store';
export { routes } from './routes';

/** What is done unasked: whatever somebody records is counted within a second or two. */
export const chores: Readonly<Record<string, Chore<House>>> = {
  'standing.count': async ({ db, signal }) => {
    await countChildren({ db, context: { actor: null, requestId: newId(), source: 'job' }, signal });
  },
};

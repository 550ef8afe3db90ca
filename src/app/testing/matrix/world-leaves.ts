import { putLeaves } from '../../../modules/leave/server';
import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';

type AskedLeave = { readonly leave: string; readonly child: string; readonly classPath: string };

/** A leave of two days for each child, which waits for its class teacher. */
export async function insertAskedLeaves(trx: Trx, ring: KeyRing, list: readonly AskedLeave[]): Promise<void> {
  const from = { day: '2025-03-10', half: 'am' } as const;
  const until = { day: '2025-03-11', half: 'pm' } as const;
  const what = { kind: 'sick', span: { from, until }, halves: 4, reason: '发烧', guardian: null } as const;
  const steps = { asked: { by: null, at: trx.now }, approved: null, ended: null };
  await putLeaves(
    trx,
    ring,
    list.map(({ leave, child, classPath }) => ({ leaveId: leave, childId: child, classPath, ...what, ...steps })),
  );
}

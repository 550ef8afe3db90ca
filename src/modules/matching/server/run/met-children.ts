import type { KeyRing } from '../../../../platform/crypto';
import type { ReadTrx } from '../../../../platform/db';
import type { Gazetteer } from '../../../area/index';
import { listChildren, sealedText } from '../../../children/server/index';
import type { MetChild } from '../../rules/met';

/** The children whom no list had when the bureau entered them, by the ids of their records. */
export type MetIds = (trx: ReadTrx) => Promise<readonly string[]>;

const everywhere = { county: true, areas: [], schools: [] };

/** What their records say today, as a register would. */
export async function metChildren(
  trx: ReadTrx,
  ring: KeyRing,
  { codes }: Gazetteer,
  ids: readonly string[],
): Promise<readonly MetChild[]> {
  const children = await listChildren(trx, everywhere, ids);
  return children.map((child) => {
    const place = codes.get(child.area_path.split('/').slice(-2)[0] ?? '');
    return {
      ...{ childId: child.child_id, name: child.name, sex: child.sex, birthDay: child.birth_day },
      idNumber: sealedText(trx, ring, child, 'idNumber'),
      guardian: sealedText(trx, ring, child, 'guardianName'),
      phone: sealedText(trx, ring, child, 'guardianPhone'),
      ...{ township: place?.township ?? child.township, village: place?.village ?? child.village },
    };
  });
}

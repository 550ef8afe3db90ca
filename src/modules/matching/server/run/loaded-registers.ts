import type { KeyRing } from '../../../../platform/crypto';
import type { ReadTrx } from '../../../../platform/db';
import { type Register, type RegisterKind, registerKinds } from '../../../registers/index';
import { type CurrentRegister, readCurrent } from '../../../registers/server/index';

/** One list that counts: whose it is and of which day. */
export type RegisterUnit = {
  readonly snapshotId: string;
  readonly tree: 'county' | 'area' | 'school';
  readonly path: string;
  readonly asOf: string;
  readonly rows: number;
};

/** All lists of one kind that count, put together, with what each row is known by. */
export type LoadedRegister = {
  readonly register: Register;
  /** the lasting name of each row: the same in the next list for the same child, unique among the rows */
  readonly keys: readonly string[];
  /** keyed fingerprint of each row, in hexadecimal digits */ readonly contents: readonly string[];
  readonly batches: readonly string[];
  readonly batchOf: Uint16Array;
  /** number of each row in its batch */ readonly rowNos: Uint32Array;
  readonly units: readonly RegisterUnit[];
  readonly unitOf: Uint16Array;
};

export type LoadedRegisters = { readonly [K in RegisterKind]?: LoadedRegister };

/** Puts the lists together that count at this moment. */
export type LoadRegisters = (trx: ReadTrx, ring: KeyRing) => Promise<LoadedRegisters>;

/** The lists as the county has them in the database: made of what was kept of them, without any file. */
export const loadCurrent: LoadRegisters = async (trx, ring) => {
  const loaded: { [K in RegisterKind]?: LoadedRegister } = {};
  for (const kind of registerKinds) {
    const current = await readCurrent(trx, ring, kind);
    if (current) loaded[kind] = fromCurrent(current);
  }
  return loaded;
};

function fromCurrent({
  register,
  snapshots,
  batches,
  batchOf,
  rowInBatch,
  snapshotOf,
  keys,
  contents,
}: CurrentRegister): LoadedRegister {
  const units = snapshots.map(({ snapshotId, unit, asOf, rows }) => ({
    snapshotId,
    tree: unit.tree,
    path: unit.path,
    asOf,
    rows,
  }));
  return { register, keys, contents, batches, batchOf, rowNos: rowInBatch, units, unitOf: snapshotOf };
}

import type { KeyRing } from '../../../../platform/crypto';
import type { ReadTrx } from '../../../../platform/db';
import type { Register, RegisterKind } from '../../../registers/index';

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
  /** keyed fingerprint of each row, base64 */ readonly contents: readonly string[];
  readonly batches: readonly string[];
  readonly batchOf: Uint16Array;
  /** number of each row in its batch */ readonly rowNos: Uint32Array;
  readonly units: readonly RegisterUnit[];
  readonly unitOf: Uint16Array;
};

export type LoadedRegisters = { readonly [K in RegisterKind]?: LoadedRegister };

/** Puts the lists together that count at this moment; the module `registers` does it, tests do it from files. */
export type LoadRegisters = (trx: ReadTrx, ring: KeyRing) => Promise<LoadedRegisters>;

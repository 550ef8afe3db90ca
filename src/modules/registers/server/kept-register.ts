import type { RegisterReading } from './assembly';

/** A register made of kept rows, and what is known of each of its rows beside. */
export type KeptRegister = {
  readonly register: RegisterReading;
  /** the row's number when the rows of all sheets are counted through from 0 */ readonly rawRow: Uint32Array;
  /** how the row stands, see `rowStates` */ readonly states: Uint8Array;
  /** what the row says in columns that no field reads, see `extrasOf` */ readonly extras: Uint8Array;
};

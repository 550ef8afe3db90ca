import type { ActiveFilter } from '../../../ui/desk/filters';
import type { LedgerFilter } from '../contract';
import type { Ledger } from '../rules/ledgers';

/** What is about to leave: the rows that a ledger shows now. */
export type Leaves = {
  readonly ledger: Ledger;
  readonly filter: LedgerFilter;
  /** the same in words */ readonly filters: readonly ActiveFilter[];
  readonly total: number;
  readonly more: boolean;
  readonly onClose: () => void;
};

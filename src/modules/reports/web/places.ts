import { z } from 'zod';
import { listSearch, type Place, place } from '../../../ui/desk/place';
import { LedgerFilter, LedgerQuery } from '../contract';
import type { Ledger } from '../rules/ledgers';

const ledgerSearch = { ...listSearch, sort: LedgerQuery.shape.sort, ...LedgerFilter.shape };
export type LedgerSearch = z.output<z.ZodObject<typeof ledgerSearch>>;
type LedgerPlace = Place<z.ZodObject<typeof ledgerSearch>>;

/** One address for each ledger; every filter lies behind it. */
export const ledgerPlaces: { readonly [L in Ledger]: LedgerPlace } = {
  'school-age': place('/ledgers/school-age', ledgerSearch),
  suspected: place('/ledgers/suspected', ledgerSearch),
  dropout: place('/ledgers/dropout', ledgerSearch),
};

/** 导出与审批: mine or those that wait for my word, and one of them beside the list. */
export const exportsPlace = place('/exports', { ...listSearch, list: z.enum(['mine', 'approve']).optional() });

/** 数据出局登记: what left; with children named, what held all of them. */
export const leftPlace = place('/data-register', {
  ...listSearch,
  child: z.preprocess((said) => (said === undefined || Array.isArray(said) ? said : [said]), z.array(z.string()).default([])),
});

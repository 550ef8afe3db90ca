import { expect, it } from 'vitest';
import { hrefOf, parseSearch, readSearch } from '../../../ui/desk/place';
import { filterOf } from './ledger-filters';
import { ledgerPlaces } from './places';

const place = ledgerPlaces['school-age'];
const read = (href: string) => readSearch(place, parseSearch(href.split('?')[1] ?? ''));

it('a pasted address shows the same rows in the same order', () => {
  const search = {
    ...{ page: 3, size: 100, sort: '-grade' as const, day: '2025-03-01', area: '211324100', school: 's1' },
    ...{ grade: [3, 4], state: ['to-verify' as const, 'placed' as const], only: 'open' as const, q: '王' },
  };
  const again = read(hrefOf(place, {}, search));
  expect(again).toEqual(search);
  expect(filterOf(again)).toEqual({ ...search, page: undefined, size: undefined, sort: undefined });
});

it('the address of a whole ledger says nothing, and what cannot be right in one is dropped', () => {
  expect(hrefOf(place)).toBe('/ledgers/school-age');
  const typed = read('/ledgers/school-age?grade=12&state=nowhere&day=gestern&sort=name&area=1&q=王');
  expect(filterOf(typed)).toEqual({ q: '王', grade: [], state: [] });
  expect(typed.sort).toBeUndefined();
});

import { idKeyOfBytes } from '../../../kernel/id-number';
import { entryText } from '../../../kernel/packed-column';
import type { Register } from './register';

/** How much of a list belongs to a county; `rows` are those that tell. */
export type CountyShare = {
  /** rows whose number was given out in the county, of those with a valid number */ readonly numbers: number;
  readonly withNumber: number;
  /** rows in one of the county's townships, of those with a township */ readonly places: number;
  readonly withPlace: number;
  /** the region (six digits) that most of the other numbers begin with, '' where there is none */ readonly mostOther: string;
};

/** What the numbers and the places of a list say about whose list it is. */
export function countyShare(
  register: Register,
  county: { readonly code: string; readonly townships: readonly string[] },
): CountyShare {
  const regions = regionsOf(register);
  const own = regions.get(county.code) ?? 0;
  const withNumber = [...regions.values()].reduce((sum, rows) => sum + rows, 0);
  const others = [...regions].filter(([region]) => region !== county.code).sort((one, other) => other[1] - one[1]);
  return { numbers: own, withNumber, ...placesOf(register, new Set(county.townships)), mostOther: others[0]?.[0] ?? '' };
}

function regionsOf({ text, count }: Register): Map<string, number> {
  const regions = new Map<string, number>();
  const column = text.idNumber;
  if (!column) return regions;
  const { bytes, ends } = column.entries;
  const ofEntry = Array.from({ length: column.entries.count }, (_, entry) => {
    const valid = entry > 0 && idKeyOfBytes(bytes, ends[entry - 1], ends[entry]) >= 0;
    return valid ? entryText(column.entries, entry).slice(0, 6) : '';
  });
  for (let row = 0; row < count; row++) {
    const region = ofEntry[column.codes[row]];
    if (region !== '') regions.set(region, (regions.get(region) ?? 0) + 1);
  }
  return regions;
}

function placesOf({ text, count }: Register, townships: ReadonlySet<string>): { places: number; withPlace: number } {
  const column = text.township;
  if (!column) return { places: 0, withPlace: 0 };
  const known = Array.from({ length: column.entries.count }, (_, entry) => townships.has(entryText(column.entries, entry)));
  let [places, withPlace] = [0, 0];
  for (let row = 0; row < count; row++) {
    const code = column.codes[row];
    if (code === 0) continue;
    withPlace++;
    if (known[code]) places++;
  }
  return { places, withPlace };
}

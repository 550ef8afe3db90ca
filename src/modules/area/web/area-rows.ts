import type { AreaListed } from '../contract';

/** A line of the list of places: a place, the township of a village, and how many villages a township has. */
export type AreaLine = AreaListed & { readonly township: string | undefined; readonly villages: number | undefined };

type Wanted = { readonly q: string; readonly township?: string | undefined };

/**
 * The lines of the list: the townships; with a township it and its villages; with a text every place whose name, pinyin, initials
 * or code holds it. In the order of the codes.
 */
export function areaLines(areas: readonly AreaListed[], { q, township }: Wanted): readonly AreaLine[] {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const villages = new Map<string, number>();
  for (const { level, parentCode } of areas) {
    if (level === 'village' && parentCode !== null) villages.set(parentCode, (villages.get(parentCode) ?? 0) + 1);
  }
  const part = q.trim().toLowerCase();
  return areas
    .filter((area) => area.level !== 'county')
    .filter((area) => (township === undefined ? part !== '' || area.level === 'township' : area.code.startsWith(township)))
    .filter((area) => part === '' || isCalled(area, part))
    .map((area) => ({
      ...area,
      township: area.level === 'village' ? names.get(area.parentCode ?? '') : undefined,
      villages: area.level === 'township' ? (villages.get(area.code) ?? 0) : undefined,
    }));
}

function isCalled({ name, code, otherNames, sounds }: AreaListed, part: string): boolean {
  // Codes are also written with the zeros of the levels below.
  const texts = [name, code.padEnd(12, '0'), ...otherNames, ...sounds];
  return texts.some((text) => text.includes(part));
}

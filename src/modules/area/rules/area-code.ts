/** The levels of places in a county; each has a length of code: 6, 9 and 12 digits. */
export type AreaLevel = 'county' | 'township' | 'village';

const lengthOf = { county: 6, township: 9, village: 12 } as const;

/**
 * The code in its own length: 211324101000 of a township becomes 211324101, 211324000000 of a county 211324. Source: 国家统计局
 * 统计用区划代码, 2 省 + 2 地 + 2 县 + 3 乡 + 3 村. Undefined for anything that is no code of one of the three levels.
 */
export function plainCode(text: string): string | undefined {
  const digits = text.replace(/\s/g, '');
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(digits)) return undefined;
  return digits.replace(/(000){1,2}$/, (zeros) => (digits.length - zeros.length >= 6 ? '' : zeros));
}

/** The level of a code as `plainCode` gives it. */
export function levelOf(code: string): AreaLevel {
  if (code.length === lengthOf.county) return 'county';
  return code.length === lengthOf.township ? 'township' : 'village';
}

/** The code of the area above, null for a county. */
export function parentCodeOf(code: string): string | null {
  return code.length === lengthOf.county ? null : code.slice(0, -3);
}

/** The path from the county down: `211324/211324101/211324101201/`. Everything below a place begins with its path. */
export function pathOfCode(code: string): string {
  const parent = parentCodeOf(code);
  return parent === null ? `${code}/` : `${pathOfCode(parent)}${code}/`;
}

/** A county as data: `code` of a township and of a village is the three digits that follow those above it. */
export type County = {
  readonly code: string;
  readonly name: string;
  /** what people also call it */ readonly otherNames: readonly string[];
  /** province and city, long and short: what may stand before the county in an address */ readonly above: readonly string[];
  readonly townships: readonly Township[];
};

export type Township = {
  readonly code: string;
  readonly name: string;
  /** names in old lists; two townships may share one, as after a split */ readonly otherNames: readonly string[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
};

/** The names of a county, arranged so that a text finds its township and village without a search. */
export type Gazetteer = {
  readonly county: County;
  /** names that may stand before a township without their suffix, the longest first */ readonly before: readonly string[];
  /** canonical names of the townships that a name, with or without its suffix, may mean */
  readonly townships: ReadonlyMap<string, readonly string[]>;
  /** township → a village's name without suffix, as lists write it → as the table has it */
  readonly villages: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** a village's name without suffix → the townships that have one */
  readonly homes: ReadonlyMap<string, readonly string[]>;
  /** 9 digits → township, 12 digits → township and village */
  readonly codes: ReadonlyMap<string, { readonly township: string; readonly village: string }>;
};

/** Arranges the names of a county for `place.ts`. */
export function makeGazetteer(county: County): Gazetteer {
  const townships = new Map<string, string[]>();
  const villages = new Map<string, Map<string, string>>();
  const homes = new Map<string, string[]>();
  const codes = new Map<string, { township: string; village: string }>();
  for (const { code, name, otherNames, villages: own } of county.townships) {
    for (const known of [name, ...otherNames])
      for (const form of [known, bareTownship(known)]) append(townships, fold(form), name);
    codes.set(county.code + code, { township: name, village: '' });
    const inside = new Map<string, string>();
    villages.set(name, inside);
    for (const village of own) {
      const bare = bareVillage(village.name);
      inside.set(fold(bare), bare);
      append(homes, fold(bare), name);
      codes.set(county.code + code + village.code, { township: name, village: bare });
    }
    // A village called like its township has the township's old names too: 甘召村 is 甘招村.
    for (const old of otherNames) if (inside.has(bareTownship(name))) inside.set(fold(bareTownship(old)), bareTownship(name));
  }
  const before = [county.name, ...county.otherNames, ...county.above].sort((a, b) => b.length - a.length);
  return { county, before, townships, villages, homes, codes };
}

/** One way of writing where lists have two: 咀 for 嘴 (山咀子), 丈 for 杖 (杨丈子). */
export function fold(name: string): string {
  return /[咀丈]/.test(name) ? name.replaceAll('咀', '嘴').replaceAll('丈', '杖') : name;
}

/** 公营子镇 → 公营子. */
export function bareTownship(name: string): string {
  return name.replace(/(街道办事处|街道办|街道|办事处|农场|镇|乡|苏木)$/, '') || name;
}

/** 桥子村民委员会 → 桥子, 胜利社区 → 胜利, 东官分场生活区 → 东官分场; a village called 村 stays 村. */
export function bareVillage(name: string): string {
  return (
    name.replace(/(行政村|社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|村委|社区|生活区|嘎查|村)$/, '') || name
  );
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key) ?? [];
  if (!values.includes(value)) map.set(key, [...values, value]);
}

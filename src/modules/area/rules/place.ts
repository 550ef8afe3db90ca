import { type Address, takeApart } from './address';
import { bareTownship, bareVillage, fold, type Gazetteer } from './county';

/** A township by its full name and a village by its name without suffix; '' is not known. */
export type Place = { readonly township: string; readonly village: string };

/**
 * What one text says about a place. Texts about one person are combined before they are settled, because a village column
 * says 三家村 and only the township column says which of the two.
 */
export type Finding = {
  /** the townships it may be; several where a name stands for several */ readonly townships: readonly string[];
  /** the text names the township; otherwise it is known from the village alone */ readonly stated: boolean;
  readonly village: string;
};

export type PlaceTexts = {
  readonly township?: string;
  readonly village?: string;
  readonly code?: string;
  readonly address?: string;
};

export const nowhere: Finding = { townships: [], stated: false, village: '' };

/**
 * The place that several texts about one person give together: the township column first, then the village column, the
 * 12-digit code, the address. A village name that two townships have never decides between them.
 */
export function resolvePlace(gazetteer: Gazetteer, texts: PlaceTexts): Place {
  const findings = [
    findInTownshipColumn(gazetteer, texts.township ?? ''),
    findInVillageColumn(gazetteer, texts.village ?? ''),
    findInCode(gazetteer, texts.code ?? ''),
    findInAddress(gazetteer, texts.address ?? ''),
  ];
  return settle(findings.reduce((first, second) => combine(gazetteer, first, second)));
}

/** The place in an address, or in a 12-digit code where an address was asked for. */
export function findInAddress(gazetteer: Gazetteer, raw: string): Finding {
  const text = withoutBlanks(raw);
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57 && /^\d+$/.test(text)) return findInCode(gazetteer, text);
  const address = takeApart(text, gazetteer.before);
  if (isElsewhere(gazetteer, address)) return generic(address);
  if (address.township) return inTownship(gazetteer, address);
  return withoutTownship(gazetteer, address);
}

/** A cell of a township column, with or without the suffix; a village in it is kept. */
export function findInTownshipColumn(gazetteer: Gazetteer, raw: string): Finding {
  const text = withoutBlanks(raw);
  if (text === '') return nowhere;
  const whole = gazetteer.townships.get(fold(text));
  if (whole) return stated(whole, '');
  const found = findInAddress(gazetteer, text);
  if (found.stated || found.village || /\d/.test(text) || text.length > longestName) return found;
  return stated([text], '');
}

/** A cell of a village column, with or without the suffix; a township in it is kept. */
export function findInVillageColumn(gazetteer: Gazetteer, raw: string): Finding {
  const text = withoutBlanks(raw);
  if (text === '') return nowhere;
  const bare = bareVillage(text);
  if (gazetteer.homes.has(fold(bare))) return village(gazetteer, bare);
  const found = findInAddress(gazetteer, text);
  if (found.stated || found.village || /\d/.test(text) || text.length > longestName) return found;
  return village(gazetteer, bare);
}

/** What two texts say together; the first has the word where they contradict each other. */
export function combine(gazetteer: Gazetteer, first: Finding, second: Finding): Finding {
  if (second === nowhere || first === nowhere) return first === nowhere ? second : first;
  if (first.stated && second.stated) return narrow(gazetteer, agreeing(first, second));
  if (first.stated) return narrow(gazetteer, stated(first.townships, first.village || second.village));
  if (second.stated) return narrow(gazetteer, stated(second.townships, first.village || second.village));
  return first;
}

/** The place a finding comes to in the end. */
export function settle(finding: Finding): Place {
  return { township: finding.townships[0] ?? '', village: finding.village };
}

const longestName = 8;

/** The place of 9 to 12 digits of area code; one of another county, or of the county as a whole, is nowhere. */
function findInCode(gazetteer: Gazetteer, text: string): Finding {
  if (!/^\d{9,12}$/.test(text)) return nowhere;
  const place = gazetteer.codes.get(text) ?? gazetteer.codes.get(text.slice(0, 9));
  return place ? { townships: [place.township], stated: true, village: place.village } : nowhere;
}

function stated(townships: readonly string[], villageName: string): Finding {
  return { townships, stated: true, village: villageName };
}

/** A village without a township: one with a name of its own stands in its township, any other in none. */
function village(gazetteer: Gazetteer, bare: string): Finding {
  const homes = gazetteer.homes.get(fold(bare));
  if (homes?.length !== 1) return { townships: [], stated: false, village: bare };
  return { townships: homes, stated: false, village: gazetteer.villages.get(homes[0])?.get(fold(bare)) ?? bare };
}

function agreeing(first: Finding, second: Finding): Finding {
  const both = first.townships.filter((township) => second.townships.includes(township));
  return both.length > 0 ? stated(both, first.village || second.village) : first;
}

/** Several townships of one name: the village tells which; and a village is called as its township's table has it. */
function narrow(gazetteer: Gazetteer, finding: Finding): Finding {
  const key = fold(finding.village);
  const having = finding.townships.filter((township) => gazetteer.villages.get(township)?.has(key));
  if (having.length === 0) return finding;
  return stated(having, gazetteer.villages.get(having[0])?.get(key) ?? finding.village);
}

function isElsewhere(gazetteer: Gazetteer, address: Address): boolean {
  const { name, otherNames, above } = gazetteer.county;
  if (address.county) return address.county !== name && !otherNames.includes(address.county);
  return address.city !== '' && !above.includes(address.city);
}

function generic(address: Address): Finding {
  if (!address.township) return address.village ? { townships: [], stated: false, village: address.village } : nowhere;
  return stated([address.township], address.village);
}

function inTownship(gazetteer: Gazetteer, address: Address): Finding {
  const bare = fold(bareTownship(address.township));
  const townships = gazetteer.townships.get(fold(address.township)) ?? gazetteer.townships.get(bare);
  if (!townships) return generic(address);
  const exact = narrow(gazetteer, stated(townships, address.village));
  if (exact.village && gazetteer.villages.get(exact.townships[0])?.has(fold(exact.village))) return exact;
  const rest = fold(address.rest);
  for (const township of townships) {
    const begun = longestPrefix(gazetteer.villages.get(township), rest);
    if (begun) return stated([township], begun);
  }
  return exact;
}

/** 公营子桥子村: a township without its suffix, believed only where a village of that township follows. */
function withoutTownship(gazetteer: Gazetteer, address: Address): Finding {
  const rest = fold(address.rest);
  for (let length = Math.min(longestName, rest.length - 1); length >= 2; length--) {
    for (const township of gazetteer.townships.get(rest.slice(0, length)) ?? []) {
      const begun = longestPrefix(gazetteer.villages.get(township), rest.slice(length));
      if (begun) return stated([township], begun);
    }
  }
  if (address.village) return village(gazetteer, address.village);
  for (let length = Math.min(longestName, rest.length); length >= 2; length--) {
    const bare = rest.slice(0, length);
    if (gazetteer.homes.has(bare) && endsAt(rest, length)) return village(gazetteer, bare);
  }
  return nowhere;
}

/** The longest village name the text begins with. A name of one character needs its 村, or a group after it (东2组). */
function longestPrefix(villages: ReadonlyMap<string, string> | undefined, text: string): string | undefined {
  if (!villages) return undefined;
  for (let length = Math.min(longestName, text.length); length >= 1; length--) {
    const found = villages.get(text.slice(0, length));
    if (found && (length > 1 || /^.(村|\d+组)/.test(text))) return found;
  }
  return undefined;
}

/** A house number, a group or nothing follows. */
function endsAt(text: string, at: number): boolean {
  return at === text.length || /^[\d组村一二三四五六七八九十]/.test(text[at]);
}

function withoutBlanks(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

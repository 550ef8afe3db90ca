import { formatDay } from '../../../kernel/day';
import { birthLevel } from './birth-level';
import type { DuplicateReason } from './duplicates';
import { identityLevel, identityWeights } from './identity';
import { verdict } from './linking';
import { frequencyWeight } from './name-frequency';
import { nameLevel } from './name-level';
import type { Pairing } from './pairing';
import {
  kinLevel,
  type Pair,
  type Pattern,
  patternOf,
  placeLevel,
  placeLevels,
  schoolLevel,
  sexLevel,
  unpackPattern,
} from './pattern';
import type { People } from './people';
import type { Weights } from './weights';

/** One reason for or against a link: what agrees or differs, and what that weighs in bits (powers of two of the odds). */
export type Evidence = { readonly code: EvidenceCode; readonly detail?: string; readonly weight: number };

/** What each level of each field is called; a level without a code says nothing. */
const identityCodes = {
  missing: undefined,
  equal: 'idEqual',
  sameText: 'idSameText',
  near: 'idNear',
  far: 'idFar',
  differs: 'idDiffers',
  otherRegion: 'idOtherRegion',
  equalDoubtful: 'idDoubtful',
} as const satisfies CodesOf<typeof identityLevel>;
const nameCodes = {
  missing: undefined,
  exact: 'nameEqual',
  folded: 'nameVariant',
  former: 'nameFormer',
  sound: 'nameSound',
  shape: 'nameShape',
  swapped: 'nameSwapped',
  partial: 'namePartial',
  oneCharacter: 'nameOneCharacter',
  givenOnly: 'nameGivenOnly',
  surnameOnly: 'nameSurnameOnly',
  different: 'nameDiffers',
} as const satisfies CodesOf<typeof nameLevel>;
const birthCodes = {
  missing: undefined,
  equal: 'birthEqual',
  slip: 'birthDigit',
  lunar: 'birthLunar',
  sameMonth: 'birthSameMonth',
  sameYearDefault: 'birthYearOnly',
  otherYear: 'birthOtherYear',
  sameYear: 'birthSameYear',
  different: 'birthDiffers',
} as const satisfies CodesOf<typeof birthLevel>;
const kinCodes = {
  missing: undefined,
  sure: 'kinNameAndPhone',
  name: 'kinName',
  phone: 'kinPhone',
  nameAlike: 'kinNameAlike',
  phoneDiffers: 'kinPhoneDiffers',
  differs: 'kinDiffers',
} as const satisfies CodesOf<typeof kinLevel>;
const placeCodes = {
  missing: undefined,
  village: 'placeVillage',
  township: 'placeTownship',
  differs: 'placeDiffers',
} as const satisfies CodesOf<typeof placeLevel>;
const schoolCodes = {
  missing: undefined,
  schoolClass: 'schoolClass',
  school: 'school',
  otherClass: 'otherClass',
  differs: 'schoolDiffers',
} as const satisfies CodesOf<typeof schoolLevel>;

type CodesOf<Levels> = { readonly [L in keyof Levels]: string | undefined };
type Code<Codes> = Exclude<Codes[keyof Codes], undefined>;
export type EvidenceCode =
  | Code<typeof identityCodes>
  | Code<typeof nameCodes>
  | Code<typeof birthCodes>
  | Code<typeof kinCodes>
  | Code<typeof placeCodes>
  | Code<typeof schoolCodes>
  | 'nameRare'
  | 'nameCommon'
  | 'birthDayOff'
  | 'birthMonthDay'
  | 'birthNeighbours'
  | 'kinId'
  | 'sexDiffers'
  | 'siblings'
  | 'sameHousehold'
  | 'decidedByPerson';

const codeOf = {
  identity: byLevel(identityLevel, identityCodes),
  name: byLevel(nameLevel, nameCodes),
  birth: byLevel(birthLevel, birthCodes),
  kin: byLevel(kinLevel, kinCodes),
  place: byLevel(placeLevel, placeCodes),
  school: byLevel(schoolLevel, schoolCodes),
};

function byLevel<L extends string, C>(levels: { readonly [K in L]: number }, codes: { readonly [K in L]: C }): C[] {
  const list: C[] = [];
  for (const level in levels) list[levels[level]] = codes[level];
  return list;
}

/**
 * Why link number `link` was made or is put before a person, field by field. Links that agree in the same way share one
 * array, so that a million calls take less than a second.
 */
export function evidenceOf(pairing: Pairing, link: number): readonly Evidence[] {
  const { pair } = pairing;
  const l = pairing.l[link];
  const r = pairing.r[link];
  const found = explain(pairing, pair, { a: l, b: r, pattern: patternOf(pair, l, r), identity: pairing.identity[link] });
  return pairing.decided.has(l, r) ? [{ code: 'decidedByPerson', weight: 0 }, ...found] : found;
}

/** Why two enrolment rows are taken for one child. */
export function duplicateEvidence(pairing: Pairing, reason: DuplicateReason): readonly Evidence[] {
  const { right, names } = pairing.pair;
  const found = explain(pairing, { left: right, right, names }, reason);
  const household = householdOf(pairing, reason.a);
  if (household === -1 || household !== householdOf(pairing, reason.b)) return found;
  return [{ code: 'sameHousehold', weight: 0 }, ...found];
}

/** The household row a right row is linked to, or -1. */
function householdOf(pairing: Pairing, right: number): number {
  for (let at = pairing.rightStarts[right]; at < pairing.rightStarts[right + 1]; at++) {
    const link = pairing.byRight[at];
    if (pairing.verdict[link] === verdict.linked) return pairing.l[link];
  }
  return -1;
}

const remembered = new WeakMap<Pairing, Map<number, readonly Evidence[]>>();

function explain(pairing: Pairing, pair: Pair, found: DuplicateReason): readonly Evidence[] {
  const pattern = unpackPattern(found.pattern);
  const { left, right } = pair;
  const rarity = bits(frequencyWeight(pairing.frequency, pattern.name, left.name[found.a], right.name[found.b]));
  const byId = pattern.kin === kinLevel.sure && sharesKinId(left, found.a, right, found.b);
  const detailed = showsCharacters.has(pattern.name) || pattern.birth === birthLevel.slip;
  if (detailed) return assemble(pairing, pair, found, pattern, { rarity, byId });
  const key = ((found.pattern * codeOf.identity.length + found.identity) * 16 + rarity + 8) * 2 + (byId ? 1 : 0);
  const known = remembered.get(pairing) ?? new Map<number, readonly Evidence[]>();
  remembered.set(pairing, known);
  const before = known.get(key);
  if (before) return before;
  const fresh = assemble(pairing, pair, found, pattern, { rarity, byId });
  known.set(key, fresh);
  return fresh;
}

/** Levels whose sentence shows characters of the names, so that it differs from pair to pair. */
const showsCharacters = new Set<number>([
  nameLevel.folded,
  nameLevel.sound,
  nameLevel.shape,
  nameLevel.swapped,
  nameLevel.partial,
  nameLevel.oneCharacter,
  nameLevel.givenOnly,
]);

type Facts = { readonly rarity: number; readonly byId: boolean };

function assemble(pairing: Pairing, pair: Pair, at: DuplicateReason, pattern: Pattern, facts: Facts): readonly Evidence[] {
  const { weights } = pairing;
  const { alone } = weights;
  const list: Evidence[] = [];
  const add = (code: EvidenceCode | undefined, weight: number, detail = '') => {
    if (code) list.push(detail === '' ? { code, weight: bits(weight) } : { code, weight: bits(weight), detail });
  };
  add(codeOf.identity[at.identity], identityWeights[at.identity]);
  add(codeOf.name[pattern.name], alone.name[pattern.name], nameDetail(pairing, pair, at, pattern.name));
  if (Math.abs(facts.rarity) > 1) list.push({ code: facts.rarity > 0 ? 'nameRare' : 'nameCommon', weight: facts.rarity });
  add(birthCode(pattern.birth, pair.left.birth[at.a], pair.right.birth[at.b]), alone.birth[pattern.birth]);
  add(facts.byId ? 'kinId' : codeOf.kin[pattern.kin], alone.kin[pattern.kin]);
  add(codeOf.place[pattern.place], weights.place[pattern.kin * placeLevels + pattern.place]);
  add(codeOf.school[pattern.school], weights.school[pattern.school]);
  if (pattern.sex === sexLevel.differs) add('sexDiffers', weights.sex[pattern.sex]);
  const family = pattern.kin >= kinLevel.sure && pattern.kin <= kinLevel.nameAlike;
  const together = interaction(weights, pattern);
  if (family && bits(together) < -1) add('siblings', together);
  return list;
}

/** What name, birth and family weigh together beyond the sum of each: negative where brothers and sisters agree alike. */
function interaction(weights: Weights, { name, birth, kin }: Pattern): number {
  const kinLevels = weights.alone.kin.length;
  const joint = weights.core[(name * weights.alone.birth.length + birth) * kinLevels + kin];
  return joint - weights.alone.name[name] - weights.alone.birth[birth] - weights.alone.kin[kin];
}

/** Whole bits; half a bit more or less says nothing to anybody. */
function bits(weight: number): number {
  const rounded = Math.round(weight / Math.LN2);
  return rounded === 0 ? 0 : rounded;
}

function birthCode(level: number, a: number, b: number): EvidenceCode | undefined {
  if (level !== birthLevel.slip) return codeOf.birth[level];
  if (Math.abs(a - b) === 1) return 'birthDayOff';
  const [left, right] = [formatDay(a), formatDay(b)];
  if (left.slice(0, 4) === right.slice(0, 4) && left.slice(5, 7) === right.slice(8) && left.slice(8) === right.slice(5, 7))
    return 'birthMonthDay';
  const differing = [...left].filter((digit, place) => digit !== right[place]).length;
  return differing === 1 ? 'birthDigit' : 'birthNeighbours';
}

function sharesKinId(left: People, l: number, right: People, r: number): boolean {
  for (const a of left.kinIds) {
    if (a[l] < 0) continue;
    for (const b of right.kinIds) if (a[l] === b[r]) return true;
  }
  return false;
}

/** 「宏/洪」: the characters that differ, or both names where they do not stand under one another. */
function nameDetail(pairing: Pairing, pair: Pair, { a, b }: DuplicateReason, level: number): string {
  if (!showsCharacters.has(level)) return '';
  const left = nameText(pairing, pair.left.name[a]);
  const right = nameText(pairing, pair.right.name[b]);
  const [from, to] = [[...left], [...right]];
  if (from.length !== to.length || level === nameLevel.swapped) return `${left}/${right}`;
  const places = from.flatMap((character, place) => (character === to[place] ? [] : [place]));
  return `${places.map((place) => from[place]).join('')}/${places.map((place) => to[place]).join('')}`;
}

const decoder = new TextDecoder();

function nameText(pairing: Pairing, name: number): string {
  if (name === 0) return '';
  const { bytes, ends } = pairing.dictionaries.names.view();
  return decoder.decode(bytes.subarray(ends[name - 1], ends[name]));
}

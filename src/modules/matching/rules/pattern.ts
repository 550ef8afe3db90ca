import { birthLevel, birthLevels, compareBirths } from './birth-level';
import { compareNames, nameLevel, nameLevels } from './name-level';
import type { NameTable } from './name-table';
import type { People } from './people';

/** How what is known of the family agrees. */
export const kinLevel = {
  missing: 0,
  /** a guardian's ID number, or name and telephone */ sure: 1,
  name: 2,
  phone: 3,
  /** a guardian's name sounds or looks alike */ nameAlike: 4,
  /** telephones only, and they differ */ phoneDiffers: 5,
  differs: 6,
} as const;
export const kinLevels = 7;

export const placeLevel = { missing: 0, village: 1, township: 2, differs: 3 } as const;
export const placeLevels = 4;

export const sexLevel = { missing: 0, equal: 1, differs: 2 } as const;
export const sexLevels = 3;

export const schoolLevel = {
  missing: 0,
  schoolClass: 1,
  /** class not known on one side */ school: 2,
  otherClass: 3,
  differs: 4,
} as const;
export const schoolLevels = 5;

/** One agreement pattern: a pair of rows is reduced to it, and everything that is decided is decided on it. */
export type Pattern = { name: number; birth: number; kin: number; place: number; sex: number; school: number };

/** A pattern as one integer below 12·9·7·4·3·5 = 45,360: the place in a table of counts. */
export function packPattern(pattern: Pattern): number {
  let packed = pattern.name;
  packed = packed * birthLevels + pattern.birth;
  packed = packed * kinLevels + pattern.kin;
  packed = packed * placeLevels + pattern.place;
  packed = packed * sexLevels + pattern.sex;
  return packed * schoolLevels + pattern.school;
}
export const patterns = nameLevels * birthLevels * kinLevels * placeLevels * sexLevels * schoolLevels;

export function unpackPattern(packed: number): Pattern {
  let rest = packed;
  const take = (levels: number) => {
    const level = rest % levels;
    rest = (rest - level) / levels;
    return level;
  };
  const school = take(schoolLevels);
  const sex = take(sexLevels);
  const place = take(placeLevels);
  const kin = take(kinLevels);
  const birth = take(birthLevels);
  return { name: rest, birth, kin, place, sex, school };
}

/** Everything a pair is judged by. */
export type Pair = { readonly left: People; readonly right: People; readonly names: NameTable };

/** The agreement pattern of row `l` of the left and row `r` of the right side. */
export function patternOf(pair: Pair, l: number, r: number): number {
  const { left, right, names } = pair;
  return packPattern({
    name: bestName(names, left, l, right, r),
    birth: compareBirths(left.birth[l], right.birth[r]),
    kin: compareKin(names, left, l, right, r),
    place: comparePlaces(left, l, right, r),
    sex:
      left.sex[l] === 0 || right.sex[r] === 0
        ? sexLevel.missing
        : left.sex[l] === right.sex[r]
          ? sexLevel.equal
          : sexLevel.differs,
    school: compareSchools(left, l, right, r),
  });
}

/** Nobody gives two children one name: with name, birth and guardian equal it is one child, whatever the numbers say. */
export function isOneChild(packed: number): boolean {
  const { kin } = unpackPattern(packed);
  return isNamesake(packed) && (kin === kinLevel.sure || kin === kinLevel.name);
}

/** Same name, same birth, and no different sex. */
export function isNamesake(packed: number): boolean {
  const { name, birth, sex } = unpackPattern(packed);
  return (name === nameLevel.exact || name === nameLevel.folded) && birth === birthLevel.equal && sex !== sexLevel.differs;
}

/** The names, or one side's former name against the other's name where that agrees better. */
function bestName(names: NameTable, left: People, l: number, right: People, r: number): number {
  const level = compareNames(names, left.name[l], right.name[r]);
  if (level === nameLevel.exact || level === nameLevel.folded) return level;
  const sameAsFormer = (former: number, name: number) =>
    former !== 0 && name !== 0 && names.folded[former] === names.folded[name];
  const renamed = sameAsFormer(left.former[l], right.name[r]) || sameAsFormer(right.former[r], left.name[l]);
  return renamed ? nameLevel.former : level;
}

function compareKin(names: NameTable, left: People, l: number, right: People, r: number): number {
  if (anyKeyEqual(left.kinIds, l, right.kinIds, r)) return kinLevel.sure;
  const phone = anyEqual(left.phones, l, right.phones, r);
  const name = anyEqual(left.kinNames, l, right.kinNames, r);
  if (phone === 'equal' && name === 'equal') return kinLevel.sure;
  if (name === 'equal') return kinLevel.name;
  if (phone === 'equal') return kinLevel.phone;
  if (name === 'differs') return anyAlike(names, left.kinNames, l, right.kinNames, r) ? kinLevel.nameAlike : kinLevel.differs;
  return phone === 'differs' ? kinLevel.phoneDiffers : kinLevel.missing;
}

function anyKeyEqual(left: readonly Float64Array[], l: number, right: readonly Float64Array[], r: number): boolean {
  for (const a of left) {
    if (a[l] < 0) continue;
    for (const b of right) if (a[l] === b[r]) return true;
  }
  return false;
}

function anyEqual(
  left: readonly Uint32Array[],
  l: number,
  right: readonly Uint32Array[],
  r: number,
): 'equal' | 'differs' | 'missing' {
  let compared = false;
  for (const a of left) {
    if (a[l] === 0) continue;
    for (const b of right) {
      if (b[r] === 0) continue;
      if (a[l] === b[r]) return 'equal';
      compared = true;
    }
  }
  return compared ? 'differs' : 'missing';
}

function anyAlike(names: NameTable, left: readonly Uint32Array[], l: number, right: readonly Uint32Array[], r: number): boolean {
  for (const a of left) {
    if (a[l] === 0) continue;
    for (const b of right) {
      if (b[r] === 0) continue;
      // Names that begin and end with different sounds cannot be alike: most pairs are passed over here.
      if (names.first[a[l]] !== names.first[b[r]] && names.given[a[l]] !== names.given[b[r]]) continue;
      const level = compareNames(names, a[l], b[r]);
      if (level >= nameLevel.folded && level <= nameLevel.partial) return true;
    }
  }
  return false;
}

function comparePlaces(left: People, l: number, right: People, r: number): number {
  const township = left.township[l] !== 0 && right.township[r] !== 0;
  const village = left.village[l] !== 0 && right.village[r] !== 0;
  const sameTownship = left.township[l] === right.township[r];
  if (village && left.village[l] === right.village[r] && (sameTownship || !township)) return placeLevel.village;
  if (township) return sameTownship ? placeLevel.township : placeLevel.differs;
  return village ? placeLevel.differs : placeLevel.missing;
}

/** Schools and classes are numbered alike on both sides only after `alignSchools`; before, they are all 0. */
function compareSchools(left: People, l: number, right: People, r: number): number {
  const classKnown = left.schoolClass[l] !== 0 && right.schoolClass[r] !== 0;
  if (classKnown && left.schoolClass[l] === right.schoolClass[r]) return schoolLevel.schoolClass;
  const schoolKnown = left.school[l] !== 0 && right.school[r] !== 0;
  if (schoolKnown && left.school[l] !== right.school[r]) return schoolLevel.differs;
  if (classKnown) return schoolLevel.otherClass;
  return schoolKnown ? schoolLevel.school : schoolLevel.missing;
}

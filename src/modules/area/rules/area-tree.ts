import type { Day } from '../../../kernel/day';
import { type AreaLevel, levelOf, parentCodeOf, pathOfCode } from './area-code';
import { type County, fold } from './county';

/** A place of the county from `from` to `until`, both included; null is open. */
export type Area = {
  readonly code: string;
  readonly level: AreaLevel;
  /** null for the county itself */ readonly parentCode: string | null;
  /** 211324/211324101/211324101201/ */ readonly path: string;
  readonly name: string;
  /** how old lists also write it */ readonly otherNames: readonly string[];
  readonly from: Day;
  readonly until: Day | null;
  /** the area that took over when it was closed */ readonly successor: string | null;
};

/** A name that an area has had from a day on. */
export type AreaName = { readonly code: string; readonly from: Day; readonly name: string };

/** An area with everything below it, in the order of the codes. */
export type AreaNode = { readonly area: Area; readonly below: readonly AreaNode[] };

/** An open area; what follows from the code is worked out of it. `code` as `plainCode` gives it. */
export function areaOf(code: string, name: string, otherNames: readonly string[], from: Day): Area {
  const known = { level: levelOf(code), parentCode: parentCodeOf(code), path: pathOfCode(code) };
  return { code, ...known, name, otherNames, from, until: null, successor: null };
}

/** The areas that existed on a day, under the names of that day, in the order of their codes. */
export function areasAsOf(areas: readonly Area[], names: readonly AreaName[], day: Day): readonly Area[] {
  const nameOf = new Map<string, AreaName>();
  for (const name of names) {
    if (name.from <= day && name.from >= (nameOf.get(name.code)?.from ?? '')) nameOf.set(name.code, name);
  }
  return areas
    .filter(({ from, until }) => from <= day && (until === null || until >= day))
    .map((area) => ({ ...area, name: nameOf.get(area.code)?.name ?? area.name }))
    .sort(byCode);
}

/** The tree of areas; one without its parent among them stands at the top. */
export function treeOf(areas: readonly Area[]): readonly AreaNode[] {
  const below = new Map<string | null, Area[]>();
  const codes = new Set(areas.map(({ code }) => code));
  for (const area of [...areas].sort(byCode)) {
    const parent = area.parentCode !== null && codes.has(area.parentCode) ? area.parentCode : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(area);
    else below.set(parent, [area]);
  }
  const nodesBelow = (code: string | null): readonly AreaNode[] =>
    (below.get(code) ?? []).map((area) => ({ area, below: nodesBelow(area.code) }));
  return nodesBelow(null);
}

/** The areas of a county given as shipped data, all open from `from` on. */
export function areasOfCounty(county: County, from: Day): readonly Area[] {
  return [
    areaOf(county.code, county.name, county.otherNames, from),
    ...county.townships.flatMap((township) => [
      areaOf(county.code + township.code, township.name, township.otherNames, from),
      ...township.villages.map((village) => areaOf(county.code + township.code + village.code, village.name, [], from)),
    ]),
  ].sort(byCode);
}

/**
 * The other way round: the county as the look-up of places wants it. A township keeps the names it has had, so that old lists
 * still find it; `above` is what may stand before the county in an address. Throws where the areas hold no county.
 */
export function countyOfAreas(areas: readonly Area[], names: readonly AreaName[], above: readonly string[]): County {
  const [top] = treeOf(areas.filter(({ until }) => until === null));
  if (top === undefined || top.area.level !== 'county') throw new Error('these areas hold no county');
  const former = (area: Area) => [
    ...new Set([...area.otherNames, ...names.filter(({ code }) => code === area.code).map(({ name }) => name)]),
  ];
  return {
    code: top.area.code,
    name: top.area.name,
    otherNames: former(top.area).filter((name) => name !== top.area.name),
    above,
    townships: top.below.map(({ area, below }) => ({
      code: area.code.slice(-3),
      name: area.name,
      otherNames: former(area).filter((name) => fold(name) !== fold(area.name)),
      villages: below.map((village) => ({ code: village.area.code.slice(-3), name: village.area.name })),
    })),
  };
}

function byCode(a: Area, b: Area): number {
  return a.code < b.code ? -1 : 1;
}

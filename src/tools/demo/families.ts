import { type IdIssuer, makeIssuer } from './id-numbers';
import { dottedGiven, mongolianName } from './minority-names';
import { hanSurnames, mongolianSurnames } from './name-pools';
import { adultGiven, nameChild } from './naming';
import { isInAge, listed, type Population } from './options';
import type { Child, Family, NameStyle, Parent } from './people';
import { draw, drawIndex, makeRng, type Rng } from './random';

const neighbourAreas = ['211381', '211382', '211322', '211321', '211302', '211303', '150429', '130828', '220102', '230103'];
const otherNationalities = ['满族', '回族', '朝鲜族', '锡伯族', '壮族', '苗族'];
const year = 365.25;

type Maker = { readonly rng: Rng; readonly issue: IdIssuer; readonly population: Population };

/** All families and children: at least `wanted` children of school age. `villageEnds` are running sums of village weights. */
export function makeFamilies(seed: number, wanted: number, population: Population, villageEnds: Float64Array) {
  const rng = makeRng(seed, 1);
  const maker = { rng, issue: makeIssuer(rng), population };
  const families: Family[] = [];
  const children: Child[] = [];
  const lastInVillage = new Map<number, Family>();
  for (let ofAge = 0; ofAge < wanted; ) {
    const births = drawBirths(rng, population);
    if (births.length === 0) continue;
    const village = drawIndex(villageEnds, rng);
    const family = makeFamily(maker, families.length, village, births[0], lastInVillage.get(village));
    addChildren(maker, family, births, children);
    for (const child of family.children) if (isInAge(child.birth)) ofAge++;
    families.push(family);
    lastInVillage.set(village, family);
  }
  return { families, children };
}

/** Birthdays of a couple's children that the household list reaches, oldest first; twins repeat a day. */
function drawBirths(rng: Rng, population: Population): number[] {
  const size = rng.chance(population.secondChild) ? (rng.chance(population.thirdChild / population.secondChild) ? 3 : 2) : 1;
  let birth = listed.first - 2500 * (size - 1) + rng.int(listed.last - listed.first + 2500 * (size - 1) + 1);
  const births: number[] = [];
  for (let i = 0; i < size; i++) {
    births.push(birth);
    if (rng.chance(population.twinBirths)) births.push(birth);
    birth += 330 + Math.floor(2200 * rng.next() * rng.next() ** 0.3);
  }
  // Our assumption: the list holds two in five of those outside school age, as when a clerk filters by a rough age.
  return births.filter((day) => day >= listed.first && day <= listed.last && (isInAge(day) || rng.chance(0.4)));
}

function makeFamily(maker: Maker, id: number, village: number, eldest: number, neighbour: Family | undefined): Family {
  const { rng, population } = maker;
  const cousinOf = neighbour && neighbour.style === 'han' && rng.chance(population.cousins) ? neighbour : undefined;
  const { style, ethnicity } = cousinOf ?? drawStyle(rng, population);
  const surname = cousinOf?.surname ?? (ethnicity === '蒙古族' ? draw(mongolianSurnames, rng) : draw(hanSurnames, rng));
  const motherSurname = draw(hanSurnames, rng);
  const fatherName = cousinOf ? brotherName(rng, cousinOf) : adultName(rng, style, surname, true);
  const born = eldest - Math.floor((20 + 14 * rng.next()) * year);
  const grandparent = rng.chance(0.45) ? makeGrandparent(maker, surname, born) : undefined;
  return {
    id,
    village,
    father: makeParent(maker, fatherName, born, true),
    mother: makeParent(maker, adultName(rng, style, motherSurname, false), born + rng.int(2000) - 500, false),
    grandparent,
    grandparentHeads: grandparent !== undefined && rng.chance(0.6),
    surname,
    motherSurname,
    ethnicity,
    style,
    house: 1 + rng.int(260),
    cousinOf,
    children: [],
    poor: rng.chance(population.poor),
    away: rng.chance(population.away),
  };
}

function drawStyle(rng: Rng, population: Population): { style: NameStyle; ethnicity: string } {
  const share = rng.next();
  if (share < population.dotted) return { style: 'dotted', ethnicity: '维吾尔族' };
  if (share < population.dotted + population.mongolian) {
    return { style: rng.chance(population.mongolianNames) ? 'mongolian' : 'han', ethnicity: '蒙古族' };
  }
  return { style: 'han', ethnicity: rng.chance(0.03) ? rng.pick(otherNationalities) : '汉族' };
}

function adultName(rng: Rng, style: NameStyle, surname: string, male: boolean): string {
  if (style === 'dotted') return `${dottedGiven(rng, male)}·${dottedGiven(rng, true)}`;
  if (style === 'mongolian') {
    const name = mongolianName(rng, male, surname);
    return name.surname + name.given;
  }
  return surname + adultGiven(rng, male ? 'father' : 'mother');
}

/** Brothers often share the first character of a two-character given name. */
function brotherName(rng: Rng, brother: Family): string {
  const given = brother.father.name.slice(brother.surname.length);
  const own = adultGiven(rng, 'father');
  return brother.surname + (given.length === 2 && rng.chance(0.7) ? given[0] + (own.at(-1) ?? '') : own);
}

function makeGrandparent(maker: Maker, surname: string, childBorn: number): Parent {
  const male = maker.rng.chance(0.6);
  const own = male ? surname : draw(hanSurnames, maker.rng);
  const name = own + adultGiven(maker.rng, male ? 'grandfather' : 'grandmother');
  return makeParent(maker, name, childBorn - Math.floor((21 + 10 * maker.rng.next()) * year), male);
}

function makeParent({ rng, issue }: Maker, name: string, born: number, male: boolean): Parent {
  const phone = `1${3 + rng.int(7)}${String(rng.int(1_000_000_000)).padStart(9, '0')}`;
  return { name, phone, idNumber: issue(rng.chance(0.8) ? '211324' : rng.pick(neighbourAreas), born, male) };
}

function addChildren(maker: Maker, family: Family, births: readonly number[], children: Child[]): void {
  const { rng, issue, population } = maker;
  const area = rng.chance(0.9) ? '211324' : rng.pick(neighbourAreas);
  births.forEach((birth, i) => {
    const twin = birth === births[i - 1] || birth === births[i + 1];
    // Two thirds of twin pairs are of one sex.
    const sameSex = birth === births[i - 1] && rng.chance(0.66);
    const sex = sameSex ? family.children[family.children.length - 1].sex : rng.chance(0.525) ? 1 : 2;
    const idNumber = issue(area, birth, sex === 1);
    const child: Child = {
      id: children.length,
      family,
      sex,
      birth,
      ...nameChild(rng, { family, sex, birth, rareShare: population.rare }),
      style: family.style,
      idNumber,
      earlierId: rng.chance(0.003) ? issue(area, birth, sex === 1) : '',
      twin,
      kind: 'enrolled',
      school: -1,
      grade: 0,
      classNo: 0,
      secondSchool: -1,
      twoHouseholds: false,
      disability: rng.chance(population.disabled) ? drawIndex(disabilityShares, rng) + 1 : 0,
    };
    family.children.push(child);
    children.push(child);
  });
}

// 视力 听力 言语 肢体 智力 精神 多重, as running sums: among children intellectual and physical ones lead (our assumption).
const disabilityShares = Float64Array.from([0.06, 0.14, 0.19, 0.45, 0.78, 0.88, 1]);

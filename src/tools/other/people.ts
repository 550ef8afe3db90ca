import { checkDigit } from '../../kernel/id-number';
import { makeRng, type Rng } from '../demo/random';
import { drawName, drawSurname, kindredName, type Manner } from './names';

/** What is true of somebody of this county; the order is the numbering used in its truth. */
export const otherKinds = ['enrolled', 'outOfSchool', 'studyingOutside', 'resident', 'tooYoung', 'tooOld'] as const;
export type OtherKind = (typeof otherKinds)[number];

export type OtherPerson = {
  readonly id: number;
  readonly name: string;
  readonly idNumber: string;
  readonly male: boolean;
  /** yyyymmdd */ readonly birth: string;
  readonly mother: string;
  readonly father: string;
  readonly village: number;
  readonly house: number;
  readonly manner: Manner;
  readonly siblings: boolean;
  readonly kind: OtherKind;
  readonly school: number;
  readonly twice: boolean;
};

export type OtherShares = {
  readonly minority: number;
  readonly rare: number;
  readonly twinBirths: number;
  /** children of a mother in the window, on average */ readonly perMother: number;
};

type Birth = { readonly day: number; readonly male: boolean };
type Mother = {
  readonly name: string;
  readonly father: string;
  readonly surname: string;
  readonly village: number;
  readonly manner: Manner;
};

const firstBirth = Date.UTC(2008, 8, 1) / 86_400_000;
const lastBirth = Date.UTC(2019, 7, 31) / 86_400_000;
const schoolAge = { first: '20090901', last: '20180831' } as const;

/** Mothers one after another, each with her births as they come, until there are `wanted` children. */
export function makePeople(seed: number, wanted: number, villages: number, shares: OtherShares): OtherPerson[] {
  const rng = makeRng(seed, 51);
  const people: OtherPerson[] = [];
  const issued = new Set<string>();
  while (people.length < wanted) {
    const surname = drawSurname(rng);
    const manner: Manner = rng.chance(shares.minority) ? 'minority' : 'plain';
    const father = drawName(rng, surname, manner);
    const mother = { name: drawName(rng, drawSurname(rng), manner), father, surname, village: rng.int(villages), manner };
    addFamily({ rng, people, issued, shares, schools: schoolsFor(wanted) }, mother, birthsOf(rng, shares));
  }
  return people;
}

/** How many schools a county of so many children has. */
export function schoolsFor(children: number): number {
  return Math.max(3, Math.round(children / 400));
}

function birthsOf(rng: Rng, shares: OtherShares): Birth[] {
  const births: Birth[] = [];
  const gap = (lastBirth - firstBirth) / shares.perMother;
  for (
    let day = firstBirth + Math.floor(rng.next() * gap * 1.5);
    day <= lastBirth;
    day += 300 + Math.floor(2 * gap * rng.next())
  ) {
    const male = rng.chance(0.52);
    births.push({ day, male });
    if (rng.chance(shares.twinBirths)) births.push({ day, male: rng.chance(0.7) ? male : !male });
  }
  return births;
}

type Making = { rng: Rng; people: OtherPerson[]; issued: Set<string>; shares: OtherShares; schools: number };

function addFamily(making: Making, mother: Mother, births: readonly Birth[]): void {
  const { rng, people, shares } = making;
  const resident = rng.chance(0.05);
  const house = 1 + rng.int(97);
  births.forEach(({ day, male }, i) => {
    const birth = new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    const manner: Manner = mother.manner === 'plain' && rng.chance(shares.rare) ? 'rare' : mother.manner;
    const elder = i > 0 ? people[people.length - 1] : undefined;
    const kindred = elder?.manner === 'plain' && manner === 'plain' && rng.chance(births[i - 1].day === day ? 0.9 : 0.5);
    const kind = kindOf(rng, birth, resident);
    people.push({
      id: people.length,
      name: elder && kindred ? kindredName(rng, elder.name, mother.surname) : drawName(rng, mother.surname, manner),
      idNumber: issue(making, birth, male),
      male,
      birth,
      mother: mother.name,
      father: mother.father,
      village: mother.village,
      house,
      manner,
      siblings: births.length > 1,
      kind,
      school:
        kind === 'enrolled' || kind === 'resident'
          ? (mother.village + (rng.chance(0.3) ? rng.int(making.schools) : 0)) % making.schools
          : -1,
      twice: rng.chance(0.01),
    });
  });
}

function kindOf(rng: Rng, birth: string, resident: boolean): OtherKind {
  if (birth < schoolAge.first) return 'tooOld';
  if (birth > schoolAge.last) return 'tooYoung';
  if (resident) return 'resident';
  if (rng.chance(0.02)) return 'outOfSchool';
  return rng.chance(0.05) ? 'studyingOutside' : 'enrolled';
}

/** A number nobody has yet, of regions that do not exist: sequences are drawn at random here, so that twins' numbers lie far apart. */
function issue({ rng, issued }: Making, birth: string, male: boolean): string {
  for (;;) {
    const body = `35${rng.pick(['0977', '0978', '0979'])}${birth}${String(rng.int(500) * 2 + (male ? 1 : 0)).padStart(3, '0')}`;
    if (issued.has(body)) continue;
    issued.add(body);
    return body + checkDigit(body);
  }
}

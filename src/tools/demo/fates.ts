import { inAge, isInAge } from './options';
import type { Child, Family, Kind } from './people';
import type { Place } from './places';
import { makeRng, type Rng } from './random';
import { type Schools, schoolFor } from './schools';

/** Shares of school-age children; our assumption unless docs/demo-registers.md names a source. */
const fateShares = {
  outOfSchool: 0.003,
  enrolledNotAttending: 0.003,
  attendingNotEnrolled: 0.005,
  emptyHousehold: 0.003,
  dead: 0.001,
  studyingOutside: 0.01,
  enrolledElsewhere: 0.16,
} as const;

const familyShares = { resident: 0.03 } as const;
const rowShares = { twoHouseholds: 0.003, twoEnrolments: 0.005, stillInGradeNine: 0.06 } as const;

/** Settles what is true of every child: where it studies, if anywhere, and in which grade. */
export function settleFates(seed: number, families: readonly Family[], places: readonly Place[], schools: Schools): void {
  const rng = makeRng(seed, 4);
  const townships = places[places.length - 1].townshipIndex + 1;
  for (const family of families) {
    const resident = !family.away && rng.chance(familyShares.resident);
    const home = places[family.village].townshipIndex;
    for (const child of family.children) {
      child.kind = resident && isInAge(child.birth) ? 'resident' : kindOf(rng, child);
      const grade = gradeOf(rng, child);
      child.twoHouseholds = child.kind !== 'resident' && rng.chance(rowShares.twoHouseholds);
      if (!studiesInCounty.has(child.kind)) continue;
      child.grade = grade;
      const township = child.kind === 'enrolledElsewhere' ? otherTownship(rng, home, townships) : home;
      child.school = child.kind === 'specialSchool' ? schools.special : schoolFor(schools, township, grade, family.village);
      if (child.kind !== 'specialSchool' && rng.chance(rowShares.twoEnrolments)) {
        const second = schoolFor(schools, otherTownship(rng, home, townships), grade, rng.int(9));
        if (second !== child.school) child.secondSchool = second;
      }
    }
  }
}

const studiesInCounty: ReadonlySet<Kind> = new Set([
  'enrolled',
  'enrolledElsewhere',
  'resident',
  'enrolledNotAttending',
  'homeTeaching',
  'specialSchool',
  'attendingNotEnrolled',
]);

/** Takes a child out of every school. */
export function leaveSchool(child: Child): void {
  child.kind = 'outOfSchool';
  child.school = -1;
  child.secondSchool = -1;
  child.grade = 0;
  child.classNo = 0;
}

function kindOf(rng: Rng, child: Child): Kind {
  if (child.birth > inAge.last) return 'tooYoung';
  if (child.birth < inAge.first) return rng.chance(rowShares.stillInGradeNine) ? 'enrolled' : 'tooOld';
  if (child.family.away && rng.chance(0.85)) return 'studyingOutside';
  if (child.disability > 0) return placementOf(rng, child);
  let share = rng.next();
  for (const [kind, part] of shares) {
    if (share < part) return kind;
    share -= part;
  }
  return 'enrolled';
}

const shares: readonly (readonly [Kind, number])[] = [
  ['outOfSchool', fateShares.outOfSchool],
  ['enrolledNotAttending', fateShares.enrolledNotAttending],
  ['attendingNotEnrolled', fateShares.attendingNotEnrolled],
  ['emptyHousehold', fateShares.emptyHousehold],
  ['dead', fateShares.dead],
  ['studyingOutside', fateShares.studyingOutside],
  ['enrolledElsewhere', fateShares.enrolledElsewhere],
];

function placementOf(rng: Rng, child: Child): Kind {
  const share = rng.next();
  if (share < 0.25) return 'specialSchool';
  if (share < 0.42) return 'homeTeaching';
  if (share < 0.5 && child.birth > inAge.last - 730) return 'deferred';
  return share > 0.97 ? 'outOfSchool' : 'enrolled';
}

/** One child in thirty began a year early or late. */
function gradeOf(rng: Rng, child: Child): number {
  const cohorts = Math.floor((inAge.last - child.birth) / 365.2425) + 1;
  const shifted = cohorts + (rng.chance(0.033) ? (rng.chance(0.25) ? 1 : -1) : 0);
  return Math.min(9, Math.max(1, shifted));
}

/** The county town (the first two units) draws three in four of those who study away from home. */
function otherTownship(rng: Rng, home: number, townships: number): number {
  if (townships === 1) return 0;
  const chosen = rng.chance(0.75) ? rng.int(Math.min(2, townships)) : rng.int(townships);
  return chosen === home ? (chosen + 1) % townships : chosen;
}

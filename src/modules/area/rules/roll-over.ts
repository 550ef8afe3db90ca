import type { Sentence } from '../../../kernel/refusal';
import type { School } from './school';
import { className, type SchoolClass } from './school-class';

/** A class of the next school year that a roll-over would make. */
export type NextClass = Pick<SchoolClass, 'schoolId' | 'grades' | 'number' | 'label' | 'previousId'>;

/** Where the children of a class go when their school has no higher grade for them. */
export type Leaving = 'to-junior' | 'to-parent-school' | 'graduated';

/** What a change of the school year does to the classes, for a person to look at before it happens. */
export type RollOver<Class extends SchoolClass = SchoolClass> = {
  /** classes that move up, each with what it becomes */
  readonly moves: readonly { readonly from: Class; readonly to: NextClass }[];
  /** classes whose place in the new year somebody has made already, without saying whom it continues */
  readonly joins: readonly { readonly from: Class; readonly to: Class }[];
  /** grades whose children leave the school: of a 复式班 perhaps only the highest */
  readonly finishes: readonly { readonly from: Class; readonly grade: number; readonly leaving: Leaving }[];
  /** classes that would be lost: nothing in the new year continues them, and somebody has to say where the children go */
  readonly disappears: readonly { readonly from: Class; readonly why: Sentence }[];
  /** classes of the first grade, as many as there are now: a proposal */ readonly entrants: readonly NextClass[];
  /** classes that were continued before: doing it again does nothing again */ readonly done: readonly Class[];
};

/**
 * The roll-over of the classes of one school year into the next, whose first day is `day`. `later` are the classes the next year
 * already has; `schools` all schools, closed ones too. A class that ended before its year did moves nowhere.
 */
export function rollOver<Class extends SchoolClass>(
  classes: readonly Class[],
  later: readonly Class[],
  schools: readonly School[],
  day: string,
): RollOver<Class> {
  const schoolOf = new Map(schools.map((school) => [school.id, school]));
  const continued = new Set(later.map(({ previousId }) => previousId));
  const running = classes.filter((one) => lasted(one, schoolOf.get(one.schoolId), day));
  const steps = running.map((from) => stepOf(from, schoolOf.get(from.schoolId), day));
  const open = steps.filter(({ from }) => !continued.has(from.id));
  const places = new Map<string, Class | null>(later.map((one) => [placeOf(one), one]));
  const joins: { from: Class; to: Class }[] = [];
  const moves: { from: Class; to: NextClass }[] = [];
  for (const { from, to } of open) {
    if (!to) continue;
    const there = places.get(placeOf(to));
    if (there && there.previousId === null && !joins.some((join) => join.to === there)) joins.push({ from, to: there });
    else moves.push({ from, to: inFreePlace(to, places) });
  }
  return {
    moves,
    joins,
    finishes: steps.flatMap(({ from, leaves }) => leaves.map((leave) => ({ from, ...leave }))),
    disappears: open.flatMap(({ from, why }) => (why ? [{ from, why }] : [])),
    entrants: entrantsOf(running, schools, day).filter((next) => !places.has(placeOf(next))),
    done: running.filter(({ id }) => continued.has(id)),
  };
}

/** Whether a class was taught to the end: of its year, or of its school, whose closing ends its classes too. */
function lasted({ until }: SchoolClass, school: School | undefined, day: string): boolean {
  if (until === null || until >= day) return true;
  return school !== undefined && school.until !== null && school.until < day && until >= school.until;
}

/** One class of a school, year and grades has one number (a 复式班 that loses its upper grade may meet a plain class). */
function inFreePlace(next: NextClass, places: Map<string, unknown>): NextClass {
  let free = next;
  while (places.has(placeOf(free))) free = { ...free, number: free.number + 1 };
  places.set(placeOf(free), null);
  return free;
}

function placeOf({ schoolId, grades, number }: Pick<SchoolClass, 'schoolId' | 'grades' | 'number'>): string {
  return `${schoolId} ${grades} ${number}`;
}

type Step<Class> = {
  readonly from: Class;
  readonly to?: NextClass;
  readonly leaves: readonly { readonly grade: number; readonly leaving: Leaving }[];
  readonly why?: Sentence;
};

function stepOf<Class extends SchoolClass>(from: Class, school: School | undefined, day: string): Step<Class> {
  if (school === undefined || !isOpen(school, day)) {
    const name = school?.name ?? '';
    return {
      from,
      leaves: [],
      why: {
        zh: `${name}已撤并，${className(from).zh}没有去处。请先为这些学生办理转学。`,
        en: `${name} is closed, so ${className(from).en} has nowhere to go. Transfer its children first.`,
      },
    };
  }
  const above = from.grades.filter((grade) => grade < school.lastGrade).map((grade) => grade + 1);
  const leaves = from.grades
    .filter((grade) => grade >= school.lastGrade)
    .map((grade) => ({ grade, leaving: leavingOf(school, grade) }));
  if (above.length === 0) return { from, leaves };
  const { schoolId, number, label, id } = from;
  return { from, leaves, to: { schoolId, grades: above, number, label, previousId: id } };
}

function leavingOf(school: School, grade: number): Leaving {
  if (grade >= 9) return 'graduated';
  return school.kind === 'teaching-point' && grade < 6 ? 'to-parent-school' : 'to-junior';
}

/** A first grade that had no class gets none: a teaching point without children is not opened by a roll-over. */
function entrantsOf(classes: readonly SchoolClass[], schools: readonly School[], day: string): readonly NextClass[] {
  const entrants = schools
    .filter((school) => isOpen(school, day))
    .flatMap((school) => {
      const first = classes.filter(({ schoolId, grades }) => schoolId === school.id && grades[0] === school.firstGrade);
      return first.map(({ schoolId, number }) => ({
        schoolId,
        grades: [school.firstGrade],
        number,
        label: null,
        previousId: null,
      }));
    });
  return [...new Map(entrants.map((next) => [placeOf(next), next])).values()];
}

function isOpen({ from, until }: School, day: string): boolean {
  return from <= day && (until === null || until >= day);
}

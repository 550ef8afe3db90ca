import { isInRoll, type StandingKey } from '../../../kernel/standing';
import type { Kind, Reason } from './kinds';
import { LONG_LEAVE_DAYS } from './month';

/** Where an enrolment of a child is kept, seen from a class. */
export type Enrolled = 'here' | 'leaving' | 'school' | 'elsewhere';

/** What is known of a child beside a class, on the day of the check. */
export type Known = {
  readonly childId: string;
  readonly name: string;
  readonly sex: '' | '1' | '2';
  /** each enrolment that still counts: of this class, of it and noted 转出, of another class of the school, of another school */
  readonly enrolled: readonly Enrolled[];
  /** null: outside 应在学 */ readonly state: StandingKey | null;
  /** whether the standing has it in this class */ readonly standsHere: boolean;
  /** called days of the month in this class, and how they went */ readonly called: number;
  readonly present: number;
  readonly absent: number;
  readonly leave: number;
  /** another school has it in a class */ readonly seenElsewhere: boolean;
  /** the other school or class that has it, in words; '' where there is none */ readonly elsewhere: string;
};

/** A line of the sheet of a class: a child that is registered in it or sits in it, and what differs, if anything. */
export type Line = Omit<Known, 'enrolled' | 'standsHere' | 'seenElsewhere'> & {
  readonly registered: boolean;
  readonly attends: boolean;
  readonly kind: Kind | null;
  /** why, where the county's own data say so: nobody has to answer for it */ readonly reason: Reason | null;
};

/** States in which a child sits in its class, as long as no roll says otherwise. */
const inClass: ReadonlySet<StandingKey> = new Set([
  ...(['in-school', 'special-school', 'on-leave', 'absence-followed', 'returned-observed'] as const),
]);

/** States that say why a registered child is not in class. */
const papers: { readonly [S in StandingKey]?: Reason } = {
  suspended: 'suspended',
  'home-teaching': 'home-teaching',
  elsewhere: 'leaving',
};

/**
 * The sheet of a class from what is known of the children around it: those registered in it and those who sit in it. What differs is
 * proposed; who agrees needs no answer. Children who neither belong nor sit here are left out.
 */
export function proposeSheet(children: readonly Known[]): readonly Line[] {
  return children.flatMap((child) => {
    const { enrolled, standsHere: _, seenElsewhere: _seen, ...rest } = child;
    const registered = enrolled.some((one) => one === 'here' || one === 'leaving');
    const attends = isAttending(child);
    if (!registered && !attends) return [];
    const kind = kindOf(child, registered, attends);
    return [{ ...rest, registered, attends, kind, reason: reasonOf(child, kind) }];
  });
}

/** States in which a child is in no class, however often it was there earlier in the month. */
const gone: ReadonlySet<StandingKey> = new Set(['suspected-dropout', 'dropout-persuading']);

/**
 * Whether a child sits in the class on the day of the check: what its rolls say; where they say nothing, the standing. Whoever was there
 * earlier in the month and stands elsewhere by now has left it.
 */
export function isAttending({ enrolled, state, standsHere, called, present, absent, leave }: Known): boolean {
  if (!standsHere || state === null || gone.has(state)) return false;
  if (present > 0) return true;
  if (enrolled.includes('leaving')) return false;
  if (absent > 0 || leave >= LONG_LEAVE_DAYS) return false;
  if (papers[state] !== undefined) return false;
  return called > 0 ? isInRoll(state) : inClass.has(state);
}

function kindOf({ enrolled, seenElsewhere }: Known, registered: boolean, attends: boolean): Kind | null {
  // Two registers have it: 重复学籍, which only the offices can put right; the class has nothing to explain.
  if (registered && attends) return enrolled.includes('elsewhere') ? 'wrong' : null;
  if (registered) return seenElsewhere || enrolled.includes('elsewhere') ? 'hollow' : 'absent';
  return enrolled.includes('elsewhere') ? 'guest' : 'extra';
}

function reasonOf(child: Known, kind: Kind | null): Reason | null {
  if (kind === 'wrong') return 'wrong-data';
  if (kind !== 'absent') return null;
  if (child.enrolled.includes('leaving')) return 'leaving';
  const paper = child.state === null ? undefined : papers[child.state];
  if (paper !== undefined) return paper;
  return child.absent === 0 && child.leave >= LONG_LEAVE_DAYS ? 'long-leave' : null;
}

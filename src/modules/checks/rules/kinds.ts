import type { StandingKey } from '../../../kernel/standing';

/**
 * What can differ between the register of a class and the class: 在籍不在校, 在校不在籍, 借读, 空挂, 资料有误 (方案 三(三); formats.md §3.3).
 * The first two and the last two stand on one side of the sum each; 资料有误 is said of a child that is in class and registered.
 */
export const kinds = ['absent', 'extra', 'guest', 'hollow', 'wrong'] as const;
export type Kind = (typeof kinds)[number];

/** Why it differs, in the words of formats.md §3.3. */
export const reasons = [
  ...(['suspended', 'home-teaching', 'long-leave', 'no-papers', 'leaving', 'follow', 'in-class'] as const),
  ...(['arriving', 'guest', 'same-name', 'wrong-data', 'other'] as const),
];
export type Reason = (typeof reasons)[number];

/** The answers that a difference of each kind can have, the likeliest first. */
export const reasonsOf: { readonly [K in Kind]: readonly Reason[] } = {
  absent: ['follow', 'suspended', 'no-papers', 'home-teaching', 'long-leave', 'leaving', 'in-class', 'other'],
  hollow: ['no-papers', 'leaving', 'same-name', 'wrong-data', 'other'],
  extra: ['arriving', 'guest', 'same-name', 'wrong-data', 'other'],
  guest: ['guest', 'arriving', 'same-name', 'other'],
  wrong: ['wrong-data', 'same-name', 'other'],
};

/** States that say that somebody is looking for a child already. */
const followed: ReadonlySet<StandingKey> = new Set(['absence-followed', 'suspected-dropout', 'dropout-persuading']);

/**
 * The answer that the data make likely where they cannot be sure: it is shown as chosen, and confirmed by who signs. Whom another school
 * has went there without papers; whoever is missed in class is followed up already.
 */
export function likelyReason(kind: Kind, state: StandingKey | null): Reason | undefined {
  if (kind === 'guest') return 'guest';
  if (kind === 'hollow') return 'no-papers';
  return kind === 'absent' && state !== null && followed.has(state) ? 'follow' : undefined;
}

/** What a class teacher can add: of a child that agrees by the data, or of one that is on no list. */
export function addableKinds(listed: boolean): readonly Kind[] {
  return listed ? ['absent', 'wrong'] : ['extra', 'guest'];
}

/** The reasons of what is added: whoever is said to be away cannot be in class. */
export function addableReasons(kind: Kind): readonly Reason[] {
  return reasonsOf[kind].filter((reason) => reason !== 'in-class' && !(kind === 'extra' && reason === 'guest'));
}

/** The kind a difference has once it is answered for: a child said to be in class is there, and the roll was wrong. */
export function settledKind(kind: Kind, reason: Reason): Kind {
  if (kind === 'absent' && reason === 'in-class') return 'wrong';
  return kind === 'extra' && reason === 'guest' ? 'guest' : kind;
}

/** Who follows a difference up. 系统建议: no notice says; 待县局确认. */
export const owners = ['teacher', 'registrar', 'principal'] as const;
export type Owner = (typeof owners)[number];

const ofTeacher: ReadonlySet<Reason> = new Set(['follow', 'long-leave', 'in-class']);

/** Papers are the registrar's, children who are away the class teacher's. */
export function ownerOf(reason: Reason): Owner {
  return ofTeacher.has(reason) ? 'teacher' : 'registrar';
}

/** How far a difference has been followed: 跟踪中 劝学中 家访中 已返校 已确认 (formats.md §3.3). */
export const itemStates = ['following', 'persuading', 'visiting', 'back', 'confirmed'] as const;
export type ItemState = (typeof itemStates)[number];

/** 已返校 and 已确认 end it. */
export function isClosed(state: ItemState): boolean {
  return state === 'back' || state === 'confirmed';
}

/** Where an object lies as seen from the home of the one who asks. */
export const relations = ['own', 'sibling', 'other school', 'other township', 'none', 'malformed'] as const;
export type Relation = (typeof relations)[number];

/** What a route can be about; `nothing` where it names no object. */
export type ObjectKind =
  | 'class'
  | 'school'
  | 'village'
  | 'township'
  | 'class grid'
  | 'village grid'
  | 'owner'
  | 'exception'
  | 'batch'
  | 'school unit'
  | 'account'
  | 'comparison run'
  | 'review'
  | 'line'
  | 'child'
  | 'merge'
  | 'leave'
  | 'class task'
  | 'village task'
  | 'export'
  | 'class campaign'
  | 'village campaign'
  | 'class target'
  | 'village target'
  | 'check item'
  | 'village find'
  | 'absence report'
  | 'nothing';

/** Somebody of every role, each at home in class A1, school A, village V11 or township T1, and somebody who is not signed in. */
export const askers = [
  'nobody',
  'class-teacher',
  'registrar',
  'principal',
  'township',
  'village',
  'department',
  'bureau-officer',
  'bureau-leader',
  'inspector',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Asker = (typeof askers)[number];

/** Who may do it on which objects; whoever is not named may not. `all`: wherever the object lies. */
export type Allowed = Readonly<Partial<Record<Asker, readonly Relation[] | 'all'>>>;

export type Expected = {
  readonly about: ObjectKind;
  readonly allowed: Allowed | 'everybody' | 'signed in';
  /** a body that is right in itself; a version that is too old keeps the world as it is */ readonly body?: object;
  /** the body is meant to be wrong: a right one would change the session of the one who asks */ readonly wrong?: true;
  /** a small file comes instead of a body */ readonly upload?: true;
  /** asked by these alone: it would end the session of the one who asks */ readonly only?: readonly Asker[];
  /** the object is there for nobody, so whoever may ask is told that it is absent */ readonly absent?: true;
  /**
   * whom row-level security alone would let in, where that is more: places, schools, classes and accounts lie open to every
   * transaction of the county, and only the query narrows them
   */
  readonly rowsAlone?: Allowed;
  /** added to the address, with the object's id in place of `{id}` */ readonly query?: string;
};

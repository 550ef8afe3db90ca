import type { ErrorKind } from './errors';
import type { Child, Family, Parent } from './people';
import type { Place } from './places';
import type { Rng } from './random';

export type Guardian = { name: string; relation: string; idNumber: string; phone: string };

/** One register's view of a person before it is laid out in columns; errors change it in place. */
export type Draft = {
  /** what the register is about: a child, or a grown-up of the family (poverty register) */
  readonly child: Child | undefined;
  readonly family: Family;
  /** 1 where this row is the child's second in the register */ readonly copy: number;
  name: string;
  formerName: string;
  idNumber: string;
  sex: 1 | 2;
  /** 20120305, or fewer digits, or '' */ birth: string;
  place: Place | undefined;
  /** the place is written in a spelling of its own */ alias: boolean;
  first: Guardian | undefined;
  second: Guardian | undefined;
  phone: string;
  /** what went wrong, in the order it did */ readonly errors: ErrorKind[];
};

/** What an error needs beside the draft. */
export type Errand = { readonly rng: Rng; readonly places: readonly Place[] };

/** Changes the draft and says whether this error can happen to it at all. */
export type Operator = (draft: Draft, errand: Errand) => boolean;

/** A parent or grandparent as a register's guardian. */
export function asGuardian(parent: Parent, relation: string): Guardian {
  return { name: parent.name, relation, idNumber: parent.idNumber, phone: parent.phone };
}

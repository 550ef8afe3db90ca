import type { RegisterKind } from '../../modules/registers';
import type { CellOut } from '../../platform/sheets/types';
import { groupBits, type Truth, type TruthRegister } from '../truth-file';
import { rareCharacters } from './character-pairs';
import type { County } from './county';
import type { Draft } from './draft';
import { draftOf } from './drafts';
import { attendingLayout } from './layouts/attending';
import { disabilityLayout } from './layouts/disability';
import { enrolmentLayout } from './layouts/enrolment';
import { householdLayout } from './layouts/household';
import type { Layout } from './layouts/layout';
import { povertyLayout } from './layouts/poverty';
import { asOf, isInAge } from './options';
import { type Child, kinds, nameOf } from './people';

export const layouts: { readonly [R in RegisterKind]: Layout } = {
  household: householdLayout,
  enrolment: enrolmentLayout,
  attending: attendingLayout,
  poverty: povertyLayout,
  disability: disabilityLayout,
};

/** A register being written: `rows` gives its cells one row after another and `truth` is whole once they are all taken. */
export type RegisterOut = {
  readonly layout: Layout;
  /** data rows */ readonly count: number;
  readonly rows: () => Generator<readonly CellOut[]>;
  readonly truth: () => TruthRegister;
};

/** Prepares one register for writing into `file`. */
export function registerOut(county: County, kind: RegisterKind, file: string): RegisterOut {
  const layout = layouts[kind];
  const { personOf } = county.registers[kind];
  const firstRow = layout.title === '' ? 2 : 3;
  const badId: number[] = [];
  const errors: Record<string, number[]> = {};
  function* rows(): Generator<readonly CellOut[]> {
    for (let row = 0; row < personOf.length; row++) {
      const draft = draftOf(county, kind, row);
      if (hasBadId(draft)) badId.push(firstRow + row);
      for (const error of draft.errors) {
        errors[error] ??= [];
        errors[error].push(firstRow + row);
      }
      yield layout.cells(draft, county, row);
    }
  }
  const person = () => Array.from(personOf, (id) => Math.max(id, -1));
  return { layout, count: personOf.length, rows, truth: () => ({ file, firstRow, person: person(), badId, errors }) };
}

/** The truth of a county apart from its registers. */
export function truthOf(county: County, registers: Truth['registers']): Truth {
  const { children } = county;
  return {
    version: 1,
    generator: 'demo',
    seed: county.seed,
    asOf,
    kinds,
    persons: {
      kind: children.map((child) => kinds.indexOf(child.kind)),
      groups: children.map(groupsOf),
      inAge: children.map((child) => (isInAge(child.birth) ? 1 : 0)),
    },
    registers,
    traps: county.traps.map((trap) => ({ kind: trap.kind, person: trap.child.id, decoy: trap.decoy.id })),
  };
}

function hasBadId(draft: Draft): boolean {
  if (!draft.child) return false;
  return draft.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase() !== draft.child.idNumber;
}

function groupsOf(child: Child): number {
  const rare = [...nameOf(child)].some((character) => rareCharacters[character] !== undefined);
  return (
    (child.style === 'han' ? 0 : groupBits.minority) +
    (child.family.children.length > 1 ? groupBits.siblings : 0) +
    (rare ? groupBits.rare : 0)
  );
}

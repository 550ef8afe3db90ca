import { ByteInterner } from '../../../kernel/byte-interner';
import { parseDay } from '../../../kernel/day';
import type { PackedColumn } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField } from '../../registers/index';
import type { Row, Tie } from './clusters';
import type { Comparison } from './compare';
import { verdict } from './linking';
import { pairRegisters } from './pairing';

/**
 * A child that somebody met on no list and that the bureau has entered: a row of a register of its own (铁脚板摸排). It has a record
 * already, and a list that has it later is to find that one. Township and village as registers clean them.
 */
export type MetChild = {
  readonly childId: string;
  readonly name: string;
  readonly sex: number;
  readonly birthDay: string | null;
  readonly idNumber: string;
  readonly guardian: string;
  readonly phone: string;
  readonly township: string;
  readonly village: string;
};

/** Such a child and a row that is it, or may be. */
export type Meeting = { readonly childId: string; readonly row: Row; readonly sure: boolean; readonly tie: Tie };

const lists = ['household', 'enrolment', 'attending'] as const;

/** Weighs the children that were met against the lists of a comparison, as lists are weighed against one another; the surest first. */
export function meetingsOf({ registers }: Comparison, met: readonly MetChild[]): readonly Meeting[] {
  if (met.length === 0) return [];
  const own = registerOfMet(met);
  const meetings = lists.flatMap((kind) => {
    const register = registers[kind];
    if (register === undefined) return [];
    const pairing = pairRegisters(own, register);
    return Array.from(pairing.l, (left, link): Meeting => {
      const tie = { score: pairing.score[link], pairing, link };
      return {
        childId: met[left].childId,
        row: { kind, row: pairing.r[link] },
        sure: pairing.verdict[link] === verdict.linked,
        tie,
      };
    });
  });
  return meetings.sort((a, b) => Number(b.sure) - Number(a.sure) || b.tie.score - a.tie.score);
}

/** It speaks of who lives here, as the household register does. */
function registerOfMet(met: readonly MetChild[]): Register {
  const of = (text: (child: MetChild) => string) =>
    columnOf(met.map((child) => text(child).normalize('NFKC').replace(/\s/g, '')));
  const text: { readonly [F in RegisterField]?: PackedColumn } = {
    name: of(({ name }) => name),
    idNumber: of(({ idNumber }) => idNumber),
    guardian1Name: of(({ guardian }) => guardian),
    guardian1Phone: of(({ phone }) => phone),
    township: of(({ township }) => township),
    village: of(({ village }) => village),
  };
  return {
    ...{ kind: 'household', files: ['铁脚板摸排'], count: met.length, text, problems: [] },
    fileOf: new Uint16Array(met.length),
    rowOf: Uint32Array.from(met, (_, at) => at + 1),
    birth: Int32Array.from(met, ({ birthDay }) => parseDay(birthDay ?? '') ?? MISSING_DAY),
    sex: Uint8Array.from(met, ({ sex }) => sex),
  };
}

function columnOf(cells: readonly string[]): PackedColumn {
  const interner = new ByteInterner(cells.length);
  const encoder = new TextEncoder();
  const codes = Uint32Array.from(cells, (cell) => {
    const bytes = encoder.encode(cell);
    return interner.add(bytes, 0, bytes.length);
  });
  const { bytes, ends, count } = interner.view();
  return { codes, entries: { bytes, ends, count, kinds: new Uint8Array(count) } };
}

import { Refusal } from '../../../../kernel/refusal';
import type { ChildValues, RowRef } from '../../../children/index';
import { type Register, type RegisterKind, registerKinds } from '../../../registers/index';
import { balanceOf, type Found } from '../../rules/balance';
import { type Clusters, clustersOf, type Row } from '../../rules/clusters';
import { type Comparison, comparing, type Registers } from '../../rules/compare';
import type { Decisions } from '../../rules/decided';
import { Findings, isKept } from '../../rules/findings';
import { type Leftovers, pairLeftovers } from '../../rules/leftovers';
import { type Meeting, type MetChild, meetingsOf } from '../../rules/met';
import type { Places } from '../../rules/places';
import { type Question, questionsOf } from '../../rules/questions';
import { type StandingTexts, standingFields } from '../../rules/register-facts';
import { type RowReader, type RowValues, rowReader } from '../../rules/row-values';
import type { RunStep } from '../../rules/run-steps';
import type { LoadedRegister, LoadedRegisters } from './loaded-registers';

/** Told what is done next; a comparison waits for it, and ends when it throws. */
export type OnStep = (step: RunStep) => Promise<void>;

/** A comparison of what was loaded, ready to be taken over. */
export type Compared = {
  readonly comparison: Comparison;
  readonly leftovers: Leftovers | undefined;
  readonly clusters: Clusters;
  /** rows that are one person, and whether a record is kept of it */
  readonly people: readonly { readonly rows: readonly Row[]; readonly kept: boolean }[];
  readonly findings: Findings;
  readonly questions: readonly Question[];
  /** children that were met on no list, and the rows that are or may be them */ readonly meetings: readonly Meeting[];
  readonly rows: CurrentRows;
};

/** Compares the lists that count on a day. Refuses without a household register or without an enrolment register. */
export async function compareRows(
  { rows, met }: { readonly rows: CurrentRows; readonly met: readonly MetChild[] },
  asOf: string,
  decisions: Decisions,
  onStep: OnStep,
): Promise<Compared> {
  const steps = comparing(registersOf(rows.loaded), asOf, decisions);
  let step = steps.next();
  for (; !step.done; step = steps.next()) if (step.value !== 'household') await onStep(step.value);
  const comparison = step.value;
  const leftovers = pairLeftovers(comparison, decisions.leftovers);
  const clusters = clustersOf(comparison, leftovers);
  const findings = new Findings(comparison, leftovers);
  const people = clusters.list.map((own) => ({ rows: own, kept: isKept(own, comparison) }));
  const clusterOf = clusterNumbers(people);
  const cluster = ({ kind, row }: Row) => clusterOf[kind]?.[row] ?? 0;
  const questions = questionsOf(comparison, leftovers, (left, right) => {
    const [a, b] = [cluster(left), cluster(right)];
    return a === b || people[a - 1]?.kept !== true || people[b - 1]?.kept !== true;
  });
  return { comparison, leftovers, clusters, people, findings, questions, meetings: meetingsOf(comparison, met), rows };
}

/** The balance of a comparison, given what was found of every record. */
export function balanceOfRecords({ comparison, people }: Compared, records: readonly Found[]) {
  const nobody = (statuses: readonly string[] | undefined) => (statuses ?? []).filter((status) => status === 'invalid').length;
  const { registers, household, enrolment, attending } = comparison;
  const others = people.filter(({ kept }) => !kept).map(({ rows }) => ({ rows, findings: [], kept: false }));
  return balanceOf([...records, ...others], {
    household: { rows: registers.household.count, nobody: nobody(household) },
    enrolment: { rows: registers.enrolment.count, nobody: nobody(enrolment) },
    attending: { rows: registers.attending?.count ?? 0, nobody: nobody(attending?.status) },
  });
}

/** The rows that count now, by their lasting names and with what they say. */
export class CurrentRows {
  private readonly lists = new Map<RegisterKind, { readonly loaded: LoadedRegister; readonly reader: RowReader }>();
  private readonly places = new Map<RegisterKind, ReadonlyMap<string, number>>();

  constructor(
    readonly loaded: LoadedRegisters,
    places: Places,
  ) {
    for (const kind of registerKinds) {
      const one = loaded[kind];
      if (one === undefined) continue;
      const unitOf = (row: number) => {
        const unit = one.units[one.unitOf[row]];
        return unit?.tree === 'school' ? unit.path : '';
      };
      this.lists.set(kind, { loaded: one, reader: rowReader(one.register, places, unitOf) });
    }
  }

  /** The row of a lasting name, undefined when it is not there. */
  find({ kind, key }: RowRef): number | undefined {
    const known = this.places.get(kind) ?? new Map(this.lists.get(kind)?.loaded.keys.map((one, row) => [one, row]));
    this.places.set(kind, known);
    return known.get(key);
  }

  ref({ kind, row }: Row): RowRef {
    return { kind, key: this.list(kind).loaded.keys[row] };
  }

  /** Fingerprint, place, and where the row stands. */
  facts({ kind, row }: Row) {
    const { loaded, reader } = this.list(kind);
    const unit = loaded.units[loaded.unitOf[row]];
    return {
      content: loaded.contents[row],
      place: reader.placeOf(row),
      batchId: loaded.batches[loaded.batchOf[row]],
      rowNo: loaded.rowNos[row],
      unit: unit.path,
      asOf: unit.asOf,
    };
  }

  /** All that a row says. */
  says({ kind, row }: Row): RowValues {
    const { reader } = this.list(kind);
    return { values: reader.valuesOf(row), more: reader.moreOf(row) };
  }

  /** What the record of the child takes over of a row. */
  values({ kind, row }: Row): ChildValues {
    return this.list(kind).reader.valuesOf(row);
  }

  /** School and grade of a row, as the record has them. */
  schooling({ kind, row }: Row): Pick<ChildValues, 'school' | 'grade'> {
    return this.list(kind).reader.schoolingOf(row);
  }

  /** What says where the child of a row stands. */
  standing({ kind, row }: Row): StandingTexts {
    const { textOf } = this.list(kind).reader;
    return Object.fromEntries(standingFields.map((field) => [field, textOf(field, row)]));
  }

  /** How many rows there are in all lists. */
  get count(): number {
    return [...this.lists.values()].reduce((sum, { loaded }) => sum + loaded.register.count, 0);
  }

  /** The lists that were compared. */
  inputs() {
    return [...this.lists].flatMap(([kind, { loaded }]) =>
      loaded.units.map(({ snapshotId, path: unit, asOf, rows }) => ({ kind, snapshotId, unit, asOf, rows })),
    );
  }

  /** The newest day of the lists of a kind that speak for a unit; undefined where none does any more. */
  listDay(kind: RegisterKind, unit: string): string | undefined {
    return this.lists.get(kind)?.loaded.units.find(({ path }) => path === unit)?.asOf;
  }

  private list(kind: RegisterKind) {
    const list = this.lists.get(kind);
    if (list === undefined) throw new Error(`there is no ${kind} register`);
    return list;
  }
}

function registersOf(loaded: LoadedRegisters): Registers {
  const registers: { [K in RegisterKind]?: Register } = {};
  for (const kind of registerKinds) {
    const register = loaded[kind]?.register;
    if (register) registers[kind] = register;
  }
  const { household, enrolment, ...lists } = registers;
  if (household && enrolment) return { household, enrolment, ...lists };
  throw new Refusal('unprocessable', 'no-lists', {
    zh: '没有比对：还缺户籍名册或学籍名册。请先在“导入名册”里导入这两份名册，再来比对。',
    en: 'Not compared: the household register or the enrolment register is missing. Import both, then compare.',
  });
}

/** Of each row the number of its cluster, from 1; 0 for rows of nobody. */
function clusterNumbers(people: readonly { readonly rows: readonly Row[] }[]): {
  readonly [K in RegisterKind]?: readonly number[];
} {
  const numbers: { [K in RegisterKind]?: number[] } = {};
  people.forEach(({ rows }, at) => {
    for (const { kind, row } of rows) {
      numbers[kind] ??= [];
      numbers[kind][row] = at + 1;
    }
  });
  return numbers;
}

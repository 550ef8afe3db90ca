import { parseDay } from '../../../kernel/day';
import { birthOfIdKey, idKey } from '../../../kernel/id-number';
import { cellText } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterKind } from '../../registers/index';
import type { Row } from './clusters';
import type { Comparison } from './compare';
import { type Finding, findingNames, findings } from './finding-names';
import type { Leftovers } from './leftovers';
import { verdict } from './linking';

/** Says of each cluster of rows of a comparison what was found of the child. */
export class Findings {
  /** household rows that may be somebody's enrolment or a pupil's without one */ private readonly asked: ReadonlySet<number>;

  constructor(
    private readonly comparison: Comparison,
    leftovers: Leftovers | undefined,
  ) {
    const { l, verdict: verdicts } = comparison.enrolments;
    const asked = new Set(leftovers?.asked.map((link) => leftovers.pairing.r[link]) ?? []);
    for (let link = 0; link < l.length; link++) if (verdicts[link] === verdict.review) asked.add(l[link]);
    this.asked = asked;
  }

  /** Of one child with all its rows: where each list puts it. The order is that of `findings`. */
  of(rows: readonly Row[]): readonly Finding[] {
    const lists = { household: [], enrolment: [], attending: [], poverty: [], disability: [] } as Record<Row['kind'], number[]>;
    for (const { kind, row } of rows) lists[kind].push(row);
    const { household, enrolment, attending } = lists;
    const found = new Set<Finding>();
    if (household.length > 0) found.add(this.atHome(household, enrolment.length > 0));
    if (household.length > 1) found.add('double-household');
    if (enrolment.length > 0) {
      if (household.length === 0) found.add(this.asksForHousehold(enrolment) ? 'enrolment-review' : 'no-household');
      if (enrolment.length > 1) found.add('double-enrolment');
      found.add(this.inClass(enrolment, attending.length > 0));
    } else if (attending.length > 0) {
      const status = this.comparison.attending?.status;
      found.add(attending.some((row) => status?.[row] === 'review') ? 'unregistered-review' : 'unregistered');
    }
    if (lists.poverty.length > 0) found.add('on-poverty-list');
    if (lists.disability.length > 0) found.add('on-disability-list');
    return findingNames.filter((finding) => found.has(finding));
  }

  /**
   * What is found of a record that has only `own` of the rows of its child, because another record has the rest and people have
   * not decided yet: of each list what is found of the child, where the record stands on that list.
   */
  ofPart(rows: readonly Row[], own: readonly Row[]): readonly Finding[] {
    if (own.length === rows.length) return this.of(rows);
    const count = (kind: RegisterKind) => own.filter((row) => row.kind === kind).length;
    return this.of(rows).filter((finding) => {
      if (finding === 'double-household') return count('household') > 1;
      if (finding === 'double-enrolment') return count('enrolment') > 1;
      return findings[finding].lists.some((kind) => count(kind) > 0);
    });
  }

  private atHome(rows: readonly number[], enrolled: boolean): Finding {
    const { household } = this.comparison;
    if (rows.every((row) => household[row] === 'out-of-age')) return 'out-of-age';
    if (enrolled) return 'enrolled';
    if (rows.some((row) => this.asked.has(row))) return 'household-review';
    return rows.every((row) => household[row] === 'review') ? 'household-gone' : 'not-enrolled';
  }

  private asksForHousehold(rows: readonly number[]): boolean {
    return rows.some((row) => this.comparison.enrolment[row] === 'review');
  }

  private inClass(rows: readonly number[], listed: boolean): Finding {
    const { attending } = this.comparison;
    const said = new Set(rows.map((row) => attending?.presence[row] ?? 'no-list'));
    if (listed || said.has('present')) return 'present';
    if (said.has('review')) return 'presence-review';
    return said.has('absent') ? 'absent' : 'no-list';
  }
}

/**
 * Whether a record is kept of the person behind a cluster: everybody in a school, and whoever was not yet 18 years old in the
 * lists of offices (民法典 第十七条). Grown-up members of households are compared and counted, and no record is made of them.
 */
export function isKept(rows: readonly Row[], comparison: Comparison): boolean {
  if (rows.some(({ kind }) => kind === 'enrolment' || kind === 'attending')) return true;
  const born = rows.map(({ kind, row }) => birthOf(comparison.registers[kind], row)).filter((day) => day !== MISSING_DAY);
  if (born.length === 0) return rows.some(({ kind }) => kind !== 'poverty');
  return Math.max(...born) > eighteenYearsBefore(comparison.asOf);
}

function birthOf(register: Register | undefined, row: number): number {
  if (register === undefined) return MISSING_DAY;
  if (register.birth[row] !== MISSING_DAY) return register.birth[row];
  const { idNumber } = register.text;
  const key = idNumber ? idKey(cellText(idNumber, row)) : -1;
  return key < 0 ? MISSING_DAY : birthOfIdKey(key);
}

function eighteenYearsBefore(day: string): number {
  const year = Number(day.slice(0, 4)) - 18;
  return parseDay(`${year}${day.slice(4)}`) ?? parseDay(`${year}-02-28`) ?? 0;
}

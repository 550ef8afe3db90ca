import { maskId } from '../../../kernel/id-number';
import { type ProblemCode, problemWords } from '../problem-words';
import type { Problem, RegisterKind } from '../rules/register';
import { fill } from '../words';

/** Where a problem stands. */
export type Spot = { readonly file: string; readonly sheet: string; readonly row: number; readonly column: string };

/** The problems of one register, up to a number of each kind: a column spoilt by a spreadsheet is wrong in every row. */
export class ProblemList {
  private readonly found: Problem[] = [];
  private readonly counts = new Map<ProblemCode, number>();
  private readonly perColumn = new Map<string, number>();

  constructor(
    private readonly kind: RegisterKind,
    private readonly most = 10_000,
  ) {}

  /** Notes a problem; `value` is masked here and nowhere else. */
  add(code: ProblemCode, spot: Spot, value = '', facts: Facts = {}): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    const group = problemGroup(code, spot.column);
    this.perColumn.set(group, (this.perColumn.get(group) ?? 0) + 1);
    if (count > this.most) return;
    this.found.push({ register: this.kind, ...spot, value: masked(value), code, ...said(code, facts) });
  }

  /** All problems, each kind that was cut off with a last one that says how many more there are. */
  all(): Problem[] {
    const more = [...this.counts].flatMap(([code, count]) => (count > this.most ? [this.moreOf(code, count - this.most)] : []));
    return [...this.found, ...more];
  }

  /** How many there are of each kind in each column, those not listed too; by `problemGroup`. */
  totals(): ReadonlyMap<string, number> {
    return this.perColumn;
  }

  private moreOf(code: ProblemCode, count: number): Problem {
    return { register: this.kind, file: '', sheet: '', row: 0, column: '', value: '', code, ...said('moreOfThese', { count }) };
  }
}

/** The name under which mistakes of one kind in one column are counted together. */
export function problemGroup(code: string, column: string): string {
  return `${code}\n${column}`;
}

type Facts = Readonly<Record<string, string | number>>;

function said(code: ProblemCode, facts: Facts): { readonly message: string; readonly en: string } {
  const { zh, en } = problemWords[code];
  return { message: fill(zh, facts), en: fill(en, facts) };
}

/** A word such as 男女 is shown, anything that could name a person is not. */
function masked(value: string): string {
  return value.length <= 2 ? value : maskId(value);
}

import { nowhere } from '../../../../kernel/place-path';
import type { KeyRing } from '../../../../platform/crypto';
import type { Trx } from '../../../../platform/db';
import { type ChildValues, rowName } from '../../../children/index';
import { type FactDraft, type KnownSource, readBodies, type SourceBody } from '../../../children/server/index';
import {
  absentFact,
  type FactRow,
  goneFacts,
  type RegisterWords,
  type RowFact,
  rowFacts,
  type StandingTexts,
} from '../../rules/register-facts';
import type { ChildFinding } from '../finding-store';
import type { Compared } from './compared';
import { type RowChanges, saysTheSame, type TakenRow } from './take-rows';

/** What a comparison has to be recorded of the children: what rows say anew, what they say no more, who is not in class. */
export async function factsOfRows(
  trx: Trx,
  ring: KeyRing,
  compared: Compared,
  changes: RowChanges,
  begun: readonly ChildFinding[],
  words: RegisterWords,
): Promise<readonly FactDraft[]> {
  const told = new Told();
  const altered = changes.put.filter((row) => row.before !== undefined);
  const bodies = await readBodies(trx, ring, [...altered.map(({ ref }) => ref), ...changes.gone]);
  const factRow = new FactRows(trx.countyId, compared);
  for (const row of changes.put) {
    const last = bodies.get(row.name);
    const before = row.before && last ? factRow.before(row.before, last) : undefined;
    const stays = row.before !== undefined && !row.before.gone && row.before.childId === row.childId;
    if (before && row.before && !stays && !row.before.gone)
      told.add(row.before.childId, goneFacts(before, row.facts.asOf, words));
    told.add(row.childId, rowFacts(factRow.now(row), stays ? before : undefined, words));
  }
  for (const row of changes.moved)
    if (row.ref.kind === 'attending' && row.before && row.facts.asOf > row.before.asOf)
      told.add(row.childId, rowFacts(factRow.now(row), { ...factRow.now(row), asOf: row.before.asOf }, words));
  for (const source of changes.gone) {
    const last = bodies.get(rowName(source));
    const day = compared.rows.listDay(source.kind, source.unit);
    if (last) told.add(source.childId, goneFacts(factRow.before(source, last), day ?? compared.comparison.asOf, words));
  }
  tellAbsent(compared, changes, begun, factRow, told);
  return told.list;
}

/** Enrolled children whom the class lists do not have: told when it is found, and again by each newer list. */
function tellAbsent(
  { comparison }: Compared,
  changes: RowChanges,
  begun: readonly ChildFinding[],
  factRow: FactRows,
  told: Told,
): void {
  const fresh = new Set(begun.filter(({ finding }) => finding === 'absent').map(({ childId }) => childId));
  const days = new ListDays();
  for (const row of changes.taken) if (row.ref.kind === 'attending') days.add(row);
  for (const [childId, own] of changes.rowsOf) {
    if (own.some(({ ref }) => ref.kind === 'attending')) continue;
    for (const row of own) {
      if (row.ref.kind !== 'enrolment') continue;
      const now = factRow.now(row);
      const { day, before } = days.of(now.at);
      if (day === undefined || comparison.attending?.presence[row.row.row] !== 'absent') continue;
      if (fresh.has(childId) || !saysTheSame(row) || before === undefined || day > before)
        told.add(childId, [absentFact(now, day)]);
    }
  }
}

/** Of which day the class lists of each school are, now and before this comparison. */
class ListDays {
  private readonly now = new Map<string, string>();
  private readonly earlier = new Map<string, string>();

  add({ facts, before }: TakenRow): void {
    const school = schoolPart(facts.place);
    if (facts.asOf > (this.now.get(school) ?? '')) this.now.set(school, facts.asOf);
    if (before && !before.gone && before.asOf > (this.earlier.get(schoolPart(before.place)) ?? ''))
      this.earlier.set(schoolPart(before.place), before.asOf);
  }

  of(at: string): { readonly day: string | undefined; readonly before: string | undefined } {
    const school = schoolPart(at);
    return { day: this.now.get(school), before: this.earlier.get(school) };
  }
}

function schoolPart(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** Rows as facts are made of them, as they are now and as they were kept. */
class FactRows {
  constructor(
    private readonly countyId: string,
    private readonly compared: Compared,
  ) {}

  now({ row, name, facts, ref }: TakenRow): FactRow {
    const { rows } = this.compared;
    const { asOf, batchId, place } = facts;
    return this.of({ kind: ref.kind, asOf, batchId, place }, name, rows.schooling(row), rows.standing(row));
  }

  before(source: KnownSource, body: SourceBody): FactRow {
    return this.of(source, rowName(source), body.values, body.more);
  }

  private of(
    source: Pick<KnownSource, 'kind' | 'asOf' | 'batchId' | 'place'>,
    name: string,
    { grade = '', school = '' }: ChildValues,
    more: StandingTexts,
  ): FactRow {
    // A school that the county's table does not have stands as 未落到校.
    const at = source.place.split(' ')[0] || `${this.countyId}/${nowhere}/`;
    return { kind: source.kind, name, asOf: source.asOf, batch: source.batchId, at, grade, school, more };
  }
}

/** Facts with their children; the same thing is not told twice. */
class Told {
  readonly list: FactDraft[] = [];
  private readonly seen = new Set<string>();

  add(childId: string, facts: readonly RowFact[]): void {
    for (const { kind, happened, batch, evidence, body } of facts) {
      const key = kind === 'class-list' ? `${childId}|${happened}|${JSON.stringify(body)}` : '';
      if (key !== '' && this.seen.has(key)) continue;
      this.seen.add(key);
      this.list.push({ childId, kind, happened, source: 'register', batch, evidence, body });
    }
  }
}

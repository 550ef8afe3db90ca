import { sql } from 'kysely';
import { type Trx, transact } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';
import { type FactDraft, markDue, putFacts } from '../../children/server/index';
import type { ChildrenTables } from '../../children/testing/tables';
import type { Fact } from '../rules/facts';

/** A fact as somebody tells it: its day, source and body; the database gives it an id and a moment. */
export type Told = { readonly day: string; readonly kind: string; readonly body: Readonly<Record<string, unknown>> } & Partial<
  Pick<FactDraft, 'source' | 'batch' | 'evidence'>
>;

/** A county in a real database in which children come, are told of, and are merged; what the modules before this one do. */
export class ToldCounty {
  constructor(private readonly house: Pick<TestHouse, 'db' | 'system'>) {}

  /** New records of children, each with its birth day or none; the records say where they live, if anywhere. */
  async add(births: Readonly<Record<string, string | null>>, home: { readonly area?: string | undefined } = {}): Promise<void> {
    await this.write(async (trx) => {
      const rows = Object.entries(births).map(([childId, birth]) => ({
        ...{ county_id: trx.countyId, child_id: childId, name: `孩子${childId}`, sex: 1, birth_day: birth, won_by: '{}' },
        ...{ area_path: home.area ?? '', created_at: trx.now, changed_at: trx.now },
      }));
      await trx.withTables<Insertable>().insertInto('child').values(rows).execute();
      await markDue(trx, Object.keys(births));
    });
  }

  /** The record says where the child lives and goes to school from now on. */
  async move(
    childId: string,
    where: { readonly area_path?: string; readonly school_path?: string; readonly name?: string },
  ): Promise<void> {
    await this.write((trx) => this.record(trx, childId).set(where).execute());
  }

  /** The record says in which grade the child is from now on. */
  async grade(childId: string, grade: number | null): Promise<void> {
    await this.write(async (trx) => {
      await this.record(trx, childId).set({ grade }).execute();
      await markDue(trx, [childId]);
    });
  }

  /** Records facts of a child; answers with their ids. */
  async tell(childId: string, ...told: readonly Told[]): Promise<readonly string[]> {
    const drafts = told.map(({ day, source = 'register', ...rest }) => ({ childId, happened: day, source, ...rest }));
    return this.write((trx) => putFacts(trx, drafts));
  }

  /** Two records are one child: everything told of the second goes to the first. */
  async merge(kept: string, other: string): Promise<void> {
    await this.write(async (trx) => {
      await this.give(trx, other, kept);
      await trx
        .withTables<ChildrenTables>()
        .updateTable('child')
        .set({ merged_into: kept })
        .where('child_id', '=', other)
        .execute();
      await markDue(trx, [kept, other]);
    });
  }

  /** The second record comes back, with these facts. */
  async unmerge(kept: string, other: string, facts: readonly string[]): Promise<void> {
    await this.write(async (trx) => {
      await this.give(trx, kept, other, facts);
      await trx
        .withTables<ChildrenTables>()
        .updateTable('child')
        .set({ merged_into: null })
        .where('child_id', '=', other)
        .execute();
      await markDue(trx, [kept, other]);
    });
  }

  async write<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return transact(this.house.db, this.house.system, async (trx) => ({ result: await work(trx), changes: [] }));
  }

  private record(trx: Trx, childId: string) {
    return trx.withTables<ChildrenTables>().updateTable('child').where('child_id', '=', childId);
  }

  private async give(trx: Trx, from: string, to: string, facts?: readonly string[]): Promise<void> {
    const query = trx.withTables<ChildrenTables>().updateTable('child_fact').set({ child_id: to }).where('child_id', '=', from);
    await (facts === undefined ? query : query.where('fact_id', '=', sql<string>`any(${facts}::text[])`)).execute();
  }
}

/** What a record needs at least; the rest stands as the table has it. */
type Insertable = {
  child: Pick<
    ChildrenTables['child'],
    'county_id' | 'child_id' | 'name' | 'sex' | 'birth_day' | 'won_by' | 'area_path' | 'created_at' | 'changed_at'
  >;
};

/** The body of a fact of the rules: what is kept beside its day, source and evidence. */
export function bodyOf(fact: Fact): Readonly<Record<string, unknown>> {
  const {
    id: _,
    kind: _kind,
    happened: _day,
    recorded: _at,
    source: _source,
    batch: _batch,
    evidence: _evidence,
    ...body
  } = fact;
  return body;
}

import type { CompiledQuery, Kysely } from 'kysely';
import type { CoreTables } from './core-tables';
import { madeOnce, once } from './once';

/** One thing done or refused, for the trail. `detail` and `reason` hold no value of classes F2–F4, only names and counts. */
export type Change = {
  /** what was done: the permission's name, or a verb of the platform (`session.begin`) */ readonly act: string;
  /** on what: `school:0198…`, or `-` */ readonly object: string;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly outcome?: 'done' | 'refused';
};

/** Who and where the line came from. */
export type AuditOrigin = { readonly userId: string | null; readonly requestId: string; readonly source: string };

/** The next link of the chain: a keyed digest of the one before and of this line; the key lies outside the database. */
export type AuditMac = (previous: Buffer, line: string) => Buffer;

/** Several chains, so that people who save at the same moment do not wait for one another; a person always writes in the same. */
const CHAINS = 8;

/**
 * The statement that writes the lines at the end of their chain, which stays locked until the caller's transaction ends; undefined
 * where there is nothing to say. It is left to the caller to be sent, so that it can leave together with the commit.
 */
export async function auditLines(
  trx: Kysely<CoreTables>,
  countyId: string,
  origin: AuditOrigin,
  at: Date,
  changes: readonly Change[],
  mac: AuditMac,
): Promise<CompiledQuery | undefined> {
  if (changes.length === 0) return undefined;
  const chain = chainOf(origin.userId);
  const [head] = await headOf(trx, { countyId, chain });
  if (head === undefined) throw new Error(`the county ${countyId} has no chain ${chain}`);
  let last = head.mac;
  const lines = changes.map((change, place) => {
    const line = lineOf(countyId, chain, head.seq + 1 + place, at, origin, change);
    last = mac(last, canonical(line));
    return { ...line, detail: line.detail === null ? null : JSON.stringify(line.detail), mac: last };
  });
  const [first] = lines;
  if (lines.length === 1 && first !== undefined) return appendOne(trx, first);
  return appended(trx, lines, { county_id: countyId, chain, seq: head.seq + lines.length, mac: last }).compile();
}

type Head = Pick<CoreTables['audit_head'], 'county_id' | 'chain' | 'seq' | 'mac'>;
/** A line as it is written: its detail as text. */
type Written = Omit<CoreTables['audit_line'], 'detail'> & { readonly detail: string | null };

function appended(tables: Kysely<CoreTables>, lines: readonly Written[], { county_id, chain, seq, mac }: Head) {
  return tables
    .with('appended', (query) => query.insertInto('audit_line').values([...lines]))
    .updateTable('audit_head')
    .set({ seq, mac })
    .where('county_id', '=', county_id)
    .where('chain', '=', chain);
}

/** Nearly every action has one line. */
const appendOne = madeOnce((tables: Kysely<CoreTables>, line: Written) => {
  const { county_id, chain, seq, at, user_id, request_id, source, act, object, outcome, reason, detail, mac } = line;
  const columns = { county_id, chain, seq, at, user_id, request_id, source, act, object, outcome, reason, detail, mac };
  return appended(tables, [columns], columns);
});

const headOf = once((tables: Kysely<CoreTables>, { countyId, chain }: { readonly countyId: string; readonly chain: number }) =>
  tables.selectFrom('audit_head').select(['seq', 'mac']).where('county_id', '=', countyId).where('chain', '=', chain).forUpdate(),
);

/** The empty chains of a new county. */
export async function beginAudit(trx: Kysely<CoreTables>, countyId: string): Promise<void> {
  const heads = Array.from({ length: CHAINS }, (_, chain) => ({ county_id: countyId, chain, seq: 0, mac: Buffer.alloc(32) }));
  await trx.insertInto('audit_head').values(heads).execute();
}

type Line = Omit<CoreTables['audit_line'], 'mac'>;

/** The bytes the chain speaks for: every column, in one fixed order. */
export function canonical(line: Line): string {
  const { county_id, chain, seq, at, user_id, request_id, source, act, object, outcome, reason, detail } = line;
  const columns = [county_id, chain, seq, at.toISOString(), user_id, request_id, source, act, object, outcome, reason];
  return JSON.stringify([...columns, sorted(detail)]);
}

function lineOf(countyId: string, chain: number, seq: number, at: Date, origin: AuditOrigin, change: Change): Line {
  return {
    county_id: countyId,
    chain,
    seq,
    at,
    user_id: origin.userId,
    request_id: origin.requestId,
    source: origin.source,
    act: change.act,
    object: change.object,
    outcome: change.outcome ?? 'done',
    reason: change.reason ?? null,
    // As it will be read back: JSON knows neither `undefined` nor days as objects.
    detail: change.detail === undefined ? null : JSON.parse(JSON.stringify(change.detail)),
  };
}

function chainOf(userId: string | null): number {
  if (userId === null) return 0;
  let sum = 0;
  for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % CHAINS;
}

/** jsonb does not keep the order of keys, so the chain may not depend on it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

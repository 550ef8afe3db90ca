import { Refusal } from '../../../kernel/refusal';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className, gradeName, schoolYearOf } from '../../area/index';
import { listClasses, type StoredClass, type StoredSchool } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import type { AccountContent, AccountQuery, AccountView } from '../contract';
import { permissions } from '../permissions';
import { changesBetween } from '../rules/moved';
import type { Sums } from '../rules/sheet';
import { refusals } from '../words';
import {
  accountVersions,
  type FrozenClass,
  type FrozenContent,
  openAccount,
  type StoredAccount,
  shortSeal,
} from './account-store';
import { mayAt, schoolFor } from './asking';
import { seenOf } from './class-facts';
import { type Months, monthFor } from './months';
import { contentOf, type FullSheet, fullSheetsOf } from './sheet-store';

/** A school as it stands in a month: what its classes have signed, and what is still in the way. */
export type SchoolState = {
  readonly classes: readonly StoredClass[];
  readonly signed: readonly FrozenClass[];
  readonly missing: AccountView['missing'];
  readonly seen: string;
  readonly sums: Sums;
};

/** The account of a school for a month: as its classes have it now, and as it was frozen. */
export async function readAccount(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  query: AccountQuery,
): Promise<AccountView> {
  return readAs(db, context, async (trx) => {
    const school = await schoolFor(trx, id, permissions['check.school']);
    const months = await monthFor(trx, query.month);
    return accountView(trx, ring, school, months, query.version);
  });
}

/** The same where the school is at hand. */
export async function accountView(
  trx: ReadTrx,
  ring: KeyRing,
  school: StoredSchool,
  { today, month }: Months & { readonly month: AccountView['month'] },
  asked?: number,
): Promise<AccountView> {
  const [state, versions] = await Promise.all([
    schoolState(trx, ring, school, month),
    accountVersions(trx, month.month, school.id),
  ]);
  const shown = asked ?? versions.length;
  if (asked !== undefined && versions[asked - 1] === undefined)
    throw new Refusal('unprocessable', 'not-frozen', refusals.notFrozen);
  const [row, before] = [versions[shown - 1], versions[shown - 2]];
  const opened = row && openAccount(trx, ring, row, before);
  const previous = row && before ? openAccount(trx, ring, before, versions[shown - 3]).content : null;
  const newest = versions.at(-1);
  const last = newest && openAccount(trx, ring, newest, versions.at(-2)).content;
  const names = await userNames(
    trx,
    versions.map(({ signed_by }) => signed_by),
  );
  return {
    ...{ schoolId: school.id, school: school.name, today, month, missing: state.missing, classes: state.classes.length },
    ...{ seen: state.seen, sums: state.sums },
    mayFreeze: month.open && mayAt(trx.context, permissions['check.freeze'], school.path),
    mayTake: mayAt(trx.context, permissions['check.take'], school.path),
    versions: versions.map((one) => ({
      ...{ version: one.version, number: one.number, by: names.get(one.signed_by) ?? '' },
      ...{ at: one.signed_at.toISOString(), reason: one.reason },
    })),
    frozen: row && opened?.content ? frozenOf(row, opened.content, opened.sound, previous) : null,
    broken: row && opened?.content === null ? row.version : null,
    changed: last ? [...changesBetween(last.classes, state.signed)] : [],
  };
}

function frozenOf(row: StoredAccount, frozen: FrozenContent, sound: boolean, previous: FrozenContent | null) {
  const since = previous ? [...changesBetween(previous.classes, frozen.classes)] : [];
  const classes = frozen.classes.map((one) => ({ ...one, agreeing: one.agreeing.length }));
  const content: AccountContent = { ...frozen, classes };
  return { content, short: shortSeal(row), digest: row.digest.toString('hex'), sound, since };
}

/** What the classes of a school have signed for a month, and which of them are not in order yet. */
export async function schoolState(
  trx: ReadTrx,
  ring: KeyRing,
  school: StoredSchool,
  { month, openDay }: { readonly month: string; readonly openDay: string },
): Promise<SchoolState> {
  const [classes, sheets] = await Promise.all([classesOn(trx, school, openDay), fullSheetsOf(trx, month, school.id)]);
  const names = await userNames(
    trx,
    sheets.flatMap(({ signed_by, judged_by }) => [signed_by, judged_by]),
  );
  const of = new Map(sheets.map((sheet) => [sheet.class_id, sheet]));
  const signed = classes.flatMap((one): readonly FrozenClass[] => {
    const sheet = of.get(one.id);
    return sheet === undefined || sheet.state === 'returned' ? [] : [accountClass(trx, ring, one, sheet, names)];
  });
  const missing = classes.flatMap((one) => {
    const why = whyMissing(of.get(one.id));
    return why === null ? [] : [{ name: className(one), why }];
  });
  const gists = classes.map(({ id }) => `${id}|${of.get(id)?.version ?? 0}|${of.get(id)?.state ?? ''}`);
  return { classes, signed, missing, seen: seenOf(gists), sums: total(signed.map(({ sums }) => sums)) };
}

/** The classes that a school had on the day of the check. */
async function classesOn(trx: ReadTrx, { id, path }: StoredSchool, day: string): Promise<readonly StoredClass[]> {
  const scope = { county: false, areas: [], schools: [path] };
  const all = await listClasses(trx, scope, { schoolYear: schoolYearOf(day), schoolId: id });
  return all.filter(({ from, until }) => from <= day && (until === null || until >= day));
}

function whyMissing(sheet: FullSheet | undefined): 'unsigned' | 'returned' | 'unchecked' | null {
  if (sheet === undefined) return 'unsigned';
  if (sheet.state === 'returned') return 'returned';
  return sheet.state === 'signed' ? 'unchecked' : null;
}

function accountClass(
  trx: ReadTrx,
  ring: KeyRing,
  one: StoredClass,
  sheet: FullSheet,
  names: ReadonlyMap<string, string>,
): FrozenClass {
  const { agreeing, differences } = contentOf(trx, ring, sheet);
  return {
    ...{ classId: one.id, name: className(one).zh, grade: one.grades.map((grade) => gradeName(grade).zh).join('、') },
    ...{ version: sheet.version, sums: sheet.sums, differences, agreeing },
    ...{ signedBy: names.get(sheet.signed_by) ?? '', signedAt: sheet.signed_at.toISOString() },
    checkedBy: names.get(sheet.judged_by ?? '') ?? '',
  };
}

/** The sums of several classes, column by column. */
function total(sums: readonly Sums[]): Sums {
  const add = (of: (one: Sums) => number) => sums.reduce((sum, one) => sum + of(one), 0);
  return {
    ...{ registered: add((s) => s.registered), attending: add((s) => s.attending), both: add((s) => s.both) },
    ...{ absent: add((s) => s.absent), extra: add((s) => s.extra), leave: add((s) => s.leave) },
    ...{ suspended: add((s) => s.suspended), homeTeaching: add((s) => s.homeTeaching), leaving: add((s) => s.leaving) },
    ...{ arriving: add((s) => s.arriving), suspected: add((s) => s.suspected), dropout: add((s) => s.dropout) },
    kinds: {
      ...{ absent: add((s) => s.kinds.absent), extra: add((s) => s.kinds.extra), guest: add((s) => s.kinds.guest) },
      ...{ hollow: add((s) => s.kinds.hollow), wrong: add((s) => s.kinds.wrong) },
    },
  };
}

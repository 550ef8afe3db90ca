import { absent } from '../../../kernel/refusal';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className, schoolYearOf } from '../../area/index';
import { listClasses, listOwners, type StoredClass } from '../../area/server/index';
import { userNames } from '../../children/server/index';
import type { ClassesQuery, ClassesView, MonthQuery, SchoolsView } from '../contract';
import { permissions } from '../permissions';
import { type Kind, kinds } from '../rules/kinds';
import { things } from '../words';
import { newestAccounts } from './account-store';
import { mayAt, scopeFor } from './asking';
import { lateDay } from './item-actions';
import { openCounts } from './item-store';
import { readMonths } from './months';
import { type SheetRow, sheetsOf } from './sheet-store';
import { signedView } from './sheet-view';

/** The schools of the asker with how far each has come in a month. */
export async function readSchools(db: Db, context: Context, { month: asked }: MonthQuery): Promise<SchoolsView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['check.see']);
    const { today, month, months } = await readMonths(trx, asked);
    // What is late is shown to the bureau once the school has had its time.
    const [classes, sheets, accounts, items] = await Promise.all([
      classesOn(trx, scope, month?.openDay ?? today),
      month ? sheetsOf(trx, month.month) : [],
      month ? newestAccounts(trx, scope, month.month) : [],
      openCounts(trx, scope, scope.county ? await lateDay(trx, today) : today),
    ]);
    const sheetOf = new Map(sheets.map((sheet) => [sheet.class_id, sheet]));
    const accountOf = new Map(accounts.map((account) => [account.school_id, account]));
    const rows = new Map<string, SchoolsView['rows'][number]>();
    for (const one of classes) {
      const before = rows.get(one.schoolId) ?? {
        ...{ schoolId: one.schoolId, name: one.school, ...nothing, ...(items.get(one.schoolId) ?? { open: 0, overdue: 0 }) },
        account: accountOf.has(one.schoolId) ? accountView(accountOf.get(one.schoolId)) : notSigned,
      };
      rows.set(one.schoolId, plus(before, sheetOf.get(one.id)));
    }
    const mayOpen = mayAt(context, permissions['check.open'], `${trx.countyId}/`);
    return { today, month, months: [...months], mayOpen, rows: [...rows.values()] };
  });
}

/** The classes of a school, or of a class teacher, with what each has signed. */
export async function readClasses(db: Db, context: Context, { month: asked, school }: ClassesQuery): Promise<ClassesView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['check.see']);
    const { today, month, months } = await readMonths(trx, asked);
    const classes = await classesOn(trx, scope, month?.openDay ?? today, school);
    if (school !== undefined && classes.length === 0) throw absent(things.school);
    const sheets = month ? await sheetsOf(trx, month.month, school) : [];
    const paths = new Set(classes.map(({ path }) => path));
    const owners = classes.length > wall ? [] : await listOwners(trx, scope, { day: today });
    const teachers = new Map(owners.filter(({ path }) => paths.has(path)).map((owner) => [owner.path, owner.name]));
    const names = await userNames(
      trx,
      sheets.flatMap(({ signed_by, judged_by }) => [signed_by, judged_by]),
    );
    const sheetOf = new Map(sheets.map((sheet) => [sheet.class_id, sheet]));
    return {
      ...{ today, month, months: [...months] },
      mayJudge: classes.some(({ path }) => mayAt(context, permissions['check.judge'], path)),
      rows: classes.map((one) => {
        const sheet = sheetOf.get(one.id);
        return {
          ...{ classId: one.id, schoolId: one.schoolId, name: className(one), school: one.school },
          ...{ teacher: teachers.get(one.path) ?? '', signed: sheet ? signedView(sheet, names) : null },
          ...{ sums: sheet?.sums ?? null, differences: sheet ? differencesIn(sheet) : 0 },
        };
      }),
    };
  });
}

/** So many classes are one school's at most; of more nobody asks who teaches each. */
const wall = 120;

const noKinds = Object.fromEntries(kinds.map((kind) => [kind, 0])) as { readonly [K in Kind]: number };
const nothing = { classes: 0, signed: 0, checked: 0, differences: 0, kinds: noKinds };
const notSigned = { version: 0, number: '', missing: 0, at: null };

function accountView(account: Awaited<ReturnType<typeof newestAccounts>>[number] | undefined) {
  if (account === undefined) return notSigned;
  const { version, number, missing, signed_at } = account;
  return { version, number, missing, at: signed_at.toISOString() };
}

function plus(row: SchoolsView['rows'][number], sheet: SheetRow | undefined): SchoolsView['rows'][number] {
  const counts = sheet !== undefined && sheet.state !== 'returned';
  const sums = counts ? sheet.sums.kinds : noKinds;
  return {
    ...row,
    classes: row.classes + 1,
    signed: row.signed + (counts ? 1 : 0),
    checked: row.checked + (sheet?.state === 'checked' ? 1 : 0),
    differences: row.differences + (counts ? differencesIn(sheet) : 0),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, row.kinds[kind] + sums[kind]])) as typeof row.kinds,
  };
}

function differencesIn({ sums }: SheetRow): number {
  return kinds.reduce((sum, kind) => sum + sums.kinds[kind], 0);
}

async function classesOn(
  trx: ReadTrx,
  scope: Parameters<typeof listClasses>[1],
  day: string,
  schoolId?: string,
): Promise<readonly StoredClass[]> {
  const all = await listClasses(trx, scope, { schoolYear: schoolYearOf(day), schoolId });
  return all.filter(({ from, until }) => from <= day && (until === null || until >= day));
}

import { absent, changedMeanwhile, type FieldFault, Refusal } from '../../../kernel/refusal';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import { type SchoolYear, yearOfBegin } from '../../area/index';
import { findGrid } from '../../area/server';
import type {
  ExceptionRemoval,
  ExceptionView,
  HolidaysChange,
  HolidaysView,
  NewException,
  TermChange,
  TermView,
  YearSettingChange,
  YearSettingView,
} from '../contract';
import { faultsOfExamDay } from '../rules/exam-day';
import { faultsOfException } from '../rules/exception';
import { faultsOfHolidayYear } from '../rules/holidays';
import { faultsOfTerm, proposedTerms, type TermNumber } from '../rules/term';
import { things } from '../words';
import {
  findTerm,
  insertException,
  listExceptions,
  listHolidayYears,
  listTerms,
  listYearSettings,
  lockCalendar,
  removeException,
  saveHolidayYear,
  saveTerm,
  saveYearSetting,
} from './store';
import { holidaysView, settingView, termView } from './views';

const PROPOSAL = { source: '随程序提供的占位学期，按沈阳、大连往年校历', reason: '待县局确认', version: 0 };

/** Writes the proposed terms, all to be confirmed, into a county that has none; answers with how many, 0 when it had some. */
export async function seedCalendar(trx: Trx): Promise<number> {
  if ((await listTerms(trx)).length > 0) return 0;
  for (const term of proposedTerms) await saveTerm(trx, { ...term, ...PROPOSAL });
  return proposedTerms.length;
}

/** Sets or confirms a term. */
export async function changeTerm(
  db: Db,
  context: Context,
  schoolYear: SchoolYear,
  number: TermNumber,
  change: TermChange,
): Promise<TermView> {
  return transact(db, context, async (trx) => {
    await lockCalendar(trx);
    const before = await findTerm(trx, schoolYear, number);
    const draft = { schoolYear, number, ...change };
    refuseFaults(faultsOfTerm(draft, await listTerms(trx)));
    if (!(await saveTerm(trx, draft))) throw changedMeanwhile(things.term, before && termView(before));
    const days = ({ opensDay, firstDay, lastDay, confirmed }: TermChange) => ({ opensDay, firstDay, lastDay, confirmed });
    const detail = { from: before ? days(before) : null, to: days(change), source: change.source };
    const result = termView({ ...draft, version: change.version + 1, changedAt: trx.now });
    return { result, changes: [changeOf(`term:${schoolYear}/${number}`, change.reason, detail)] };
  });
}

/** Sets the day of the 中考 and whether 调休 working days are taught. */
export async function changeYearSetting(
  db: Db,
  context: Context,
  schoolYear: SchoolYear,
  change: YearSettingChange,
): Promise<YearSettingView> {
  return transact(db, context, async (trx) => {
    await lockCalendar(trx);
    if (yearOfBegin(schoolYear) === undefined) throw absent(things.schoolYear);
    const before = (await listYearSettings(trx)).find((setting) => setting.schoolYear === schoolYear);
    refuseFaults(faultsOfExamDay(schoolYear, change.examDay, await listTerms(trx)));
    const draft = { schoolYear, ...change };
    if (!(await saveYearSetting(trx, draft)))
      throw changedMeanwhile(things.schoolYear, before && settingView(schoolYear, before));
    const said = ({ examDay, makeUpDaysTaught }: YearSettingChange) => ({ examDay, makeUpDaysTaught });
    const detail = { from: before ? said(before) : null, to: said(change), source: change.source };
    const result = settingView(schoolYear, { ...draft, version: change.version + 1 });
    return { result, changes: [changeOf(`school-year:${schoolYear}`, change.reason, detail)] };
  });
}

/** Enters the public holidays of a year, which then go before the package's. */
export async function changeHolidays(db: Db, context: Context, year: number, change: HolidaysChange): Promise<HolidaysView> {
  return transact(db, context, async (trx) => {
    await lockCalendar(trx);
    const days = [...change.days].sort((a, b) => (a.day < b.day ? -1 : 1));
    refuseFaults(faultsOfHolidayYear({ year, days: days.map((one) => ({ ...one, name: { zh: one.name, en: one.name } })) }));
    const draft = { year, ...change, days };
    if (!(await saveHolidayYear(trx, draft))) {
      const before = (await listHolidayYears(trx)).find((one) => one.year === year);
      throw changedMeanwhile(things.holidays, before && holidaysView(year, before, undefined));
    }
    const detail = {
      off: days.filter(({ off }) => off).map(({ day }) => day),
      worked: days.filter(({ off }) => !off).map(({ day }) => day),
    };
    const result = holidaysView(year, { ...draft, version: change.version + 1 }, undefined);
    return { result, changes: [changeOf(`holidays:${year}`, change.reason, { ...detail, source: change.source })] };
  });
}

/** Says that some days are taught or closed against the rule. */
export async function addException(db: Db, context: Context, draft: NewException): Promise<ExceptionView> {
  return transact(db, context, async (trx) => {
    await lockCalendar(trx);
    await refuseForeignPlace(trx, draft);
    const exception = { ...draft, grades: [...new Set(draft.grades)].sort((a, b) => a - b), id: newId() };
    const schoolYears = (await listTerms(trx)).map((term) => term.schoolYear);
    refuseFaults(faultsOfException(exception, await listExceptions(trx), schoolYears));
    await insertException(trx, exception);
    const { id, reason, ...detail } = exception;
    return { result: { ...exception, version: 1 }, changes: [changeOf(`exception:${id}`, reason, { added: detail })] };
  });
}

/** Takes an exception back. */
export async function takeBackException(db: Db, context: Context, id: string, removal: ExceptionRemoval): Promise<ExceptionView> {
  return transact(db, context, async (trx) => {
    const before = (await listExceptions(trx)).find((exception) => exception.id === id);
    if (before === undefined) throw absent(things.exception);
    if (!(await removeException(trx, id, removal.version, removal.reason))) throw changedMeanwhile(things.exception, before);
    const { version: _, ...detail } = before;
    return {
      result: { ...before, version: removal.version + 1 },
      changes: [changeOf(`exception:${id}`, removal.reason, { removed: detail })],
    };
  });
}

/** The place must be one of the tree that was named. */
async function refuseForeignPlace(trx: Trx, { tree, path }: NewException): Promise<void> {
  if (tree === 'county') {
    if (path !== `${trx.countyId}/`) throw absent(things.place);
    return;
  }
  const grid = await findGrid(trx, { county: true, areas: [], schools: [] }, path);
  const ofArea = grid?.kind === 'township' || grid?.kind === 'village';
  if (grid === undefined || ofArea !== (tree === 'area')) throw absent(things.place);
}

function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new Refusal('unprocessable', 'faults', { zh: `没有保存：${first.zh}`, en: `Not saved: ${first.en}` }, { fields: faults });
}

function changeOf(object: string, reason: string, detail: Readonly<Record<string, unknown>>) {
  return { act: 'calendar.change', object, reason, detail };
}

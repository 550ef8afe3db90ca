import { formatDay } from '../../../kernel/day';
import { birthOfIdKey, idKey, sexOfIdKey } from '../../../kernel/id-number';
import { entryTexts } from '../../../kernel/packed-column';
import type { ChildValues } from '../../children/index';
import { MISSING_DAY, type Register, type RegisterField } from '../../registers/index';
import type { Places, Schooling } from './places';

/** What a row says of a child: what the record takes over, and everything else by the field's name. */
export type RowValues = {
  readonly values: ChildValues;
  readonly more: { readonly [F in RegisterField]?: string };
};

/** Reads rows of a register as what they say of a child. */
export type RowReader = {
  /** what the record takes over */ valuesOf(row: number): ChildValues;
  /** everything else, by the field's name */ moreOf(row: number): RowValues['more'];
  /** school and grade as the record has them */ schoolingOf(row: number): Pick<ChildValues, 'school' | 'grade'>;
  /** one field as the register has it, '' where it has none */ textOf(field: RegisterField, row: number): string;
  /** where it puts the child: path in the school tree, a blank, path in the area tree; each '' where it says nothing */
  placeOf(row: number): string;
};

/** Fields that stand in the record under the same name. */
const sameFields = ['name', 'formerName', 'idNumber', 'studentNumber', 'ethnicity', 'address', 'township', 'village'] as const;
/** Of these registers school, grade and class are looked up in the county's own tables. */
const ofPupils: ReadonlySet<RegisterField> = new Set(['school', 'grade', 'className'] as const);

/** A reader of the rows of one register. `unitOf` names the school or place in whose own list a row stands. */
export function rowReader(register: Register, places: Places, unitOf: (row: number) => string): RowReader {
  const columns = new Map<RegisterField, { readonly codes: Uint32Array; readonly entries: readonly string[] }>();
  for (const field of Object.keys(register.text) as RegisterField[]) {
    const column = register.text[field];
    if (column) columns.set(field, { codes: column.codes, entries: entryTexts(column.entries) });
  }
  const text = (field: RegisterField, row: number) => {
    const column = columns.get(field);
    return column ? (column.entries[column.codes[row]] ?? '') : '';
  };
  const namesSchools = register.kind === 'enrolment' || register.kind === 'attending';
  const schooling = (row: number) => {
    const [code, name] = [text('schoolCode', row), text('school', row)];
    return places.schooling({ code, name, grade: text('grade', row), className: text('className', row) }, unitOf(row));
  };
  const home = (row: number) => places.home(text('township', row), text('village', row));
  const taken: ReadonlySet<RegisterField> = new Set([...sameFields, ...(namesSchools ? ofPupils : [])]);
  const others = [...columns].filter(([field]) => !taken.has(field));
  return {
    textOf: text,
    schoolingOf(row) {
      const values: Draft = {};
      if (namesSchools) putSchooling(values, schooling(row));
      return values;
    },
    placeOf: (row) => `${namesSchools ? schooling(row).path : ''} ${home(row)}`,
    moreOf(row) {
      const more: { [F in RegisterField]?: string } = {};
      for (const [field, { codes, entries }] of others) if (codes[row] !== 0) more[field] = entries[codes[row]] ?? '';
      return more;
    },
    valuesOf(row) {
      const values: Draft = {};
      for (const field of sameFields) put(values, field, text(field, row));
      put(values, 'areaPath', home(row));
      put(values, 'guardianName', text('guardian1Name', row) || text('guardian2Name', row) || text('headName', row));
      put(values, 'guardianPhone', text('guardian1Phone', row) || text('phone', row) || text('guardian2Phone', row));
      putPerson(values, register, row);
      if (namesSchools) putSchooling(values, schooling(row));
      return values;
    },
  };
}

type Draft = { -readonly [V in keyof ChildValues]: string };

/** Nothing is kept of what a row does not say. */
function put(values: Draft, name: keyof ChildValues, text: string): void {
  if (text !== '') values[name] = text;
}

/** Sex and birthday from their columns, or from a valid ID number where a list has none. */
function putPerson(values: Draft, { birth, sex }: Register, row: number): void {
  const key = birth[row] === MISSING_DAY || sex[row] === 0 ? idKey(values.idNumber ?? '') : -1;
  const day = birth[row] === MISSING_DAY && key >= 0 ? birthOfIdKey(key) : birth[row];
  const known = sex[row] === 0 && key >= 0 ? sexOfIdKey(key) : sex[row];
  if (known !== 0) values.sex = String(known);
  if (day !== MISSING_DAY) values.birthDay = formatDay(day);
}

function putSchooling(values: Draft, { path, school, grade, className }: Schooling): void {
  put(values, 'schoolPath', path);
  put(values, 'school', school);
  put(values, 'className', className);
  if (grade !== 0) values.grade = String(grade);
}

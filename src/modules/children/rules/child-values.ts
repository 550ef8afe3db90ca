import { parseDay } from '../../../kernel/day';
import { idKey } from '../../../kernel/id-number';

/** The lists a child can stand in; the same names as the kinds of registers, which this module does not know. */
export const sourceKinds = ['household', 'enrolment', 'attending', 'poverty', 'disability'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What is kept of a child. Residence and schooling are several texts that belong together and come from one row. */
export type ChildValues = {
  readonly name?: string;
  readonly formerName?: string;
  /** `1` male, `2` female (GB/T 2261.1) */ readonly sex?: string;
  readonly birthDay?: string;
  readonly idNumber?: string;
  readonly studentNumber?: string;
  readonly ethnicity?: string;
  readonly guardianName?: string;
  readonly guardianPhone?: string;
  readonly address?: string;
  readonly township?: string;
  readonly village?: string;
  /** path in the area tree */ readonly areaPath?: string;
  readonly school?: string;
  readonly className?: string;
  /** `1` to `9` */ readonly grade?: string;
  /** path in the school tree, of the class where it is known */ readonly schoolPath?: string;
};

export type ValueName = keyof ChildValues;

/** One row of a list that is this child. */
export type ChildSource = {
  readonly kind: SourceKind;
  /** the row under its lasting name */ readonly rowKey: string;
  readonly asOf: string;
  readonly values: ChildValues;
};

/** What is decided together: `lead` names the values of which one must be there for a row to have a say. */
type FieldRule = {
  readonly values: readonly ValueName[];
  readonly lead: readonly ValueName[];
  /** the lists that are heard, the first one first */ readonly from: readonly SourceKind[];
};

const idDocument: readonly SourceKind[] = ['household', 'enrolment', 'disability', 'poverty', 'attending'];
const residence: readonly SourceKind[] = ['household', 'enrolment', 'disability', 'poverty', 'attending'];
const pupil: readonly SourceKind[] = ['enrolment', 'attending'];
const contact: readonly SourceKind[] = ['enrolment', 'attending', 'household', 'poverty', 'disability'];

/**
 * Whose word counts for each field: the police for who somebody is and where the home is, the enrolment for the school, and
 * for the telephone whoever asked last, schools before offices. 系统建议; a correction by a person stands above all lists.
 */
export const fieldRules = {
  name: one('name', idDocument),
  formerName: one('formerName', ['enrolment', 'household']),
  sex: one('sex', idDocument),
  birthDay: one('birthDay', idDocument),
  idNumber: one('idNumber', idDocument),
  studentNumber: one('studentNumber', pupil),
  ethnicity: one('ethnicity', idDocument),
  guardianName: one('guardianName', contact),
  guardianPhone: one('guardianPhone', contact),
  address: one('address', residence),
  home: { values: ['areaPath', 'township', 'village'], lead: ['areaPath', 'township', 'village'], from: residence },
  schooling: { values: ['schoolPath', 'school', 'grade', 'className'], lead: ['schoolPath', 'school'], from: pupil },
} as const satisfies Record<string, FieldRule>;

/** A field of the record of a child. */
export type ChildField = keyof typeof fieldRules;
export const childFields = Object.keys(fieldRules) as readonly ChildField[];

/** What a person has put right, by field. */
export type Corrections = { readonly [F in ChildField]?: ChildValues };

/** What stands in the record, and for each field that has a value who said it: a row (`household:<key>`), or `correction`. */
export type Winners = { readonly values: ChildValues; readonly wonBy: { readonly [F in ChildField]?: string } };

/**
 * What the record of a child says, given all its rows and what people put right. The answer does not depend on the order of
 * the rows: a list before another by `fieldRules`, of one list the newest, of one day the school that the child attends.
 */
export function winningValues(sources: readonly ChildSource[], corrections: Corrections = {}): Winners {
  const values: { -readonly [V in ValueName]?: string } = {};
  const wonBy: { -readonly [F in ChildField]?: string } = {};
  const attended = new Set(sources.filter(({ kind }) => kind === 'attending').map((source) => schoolOf(source.values)));
  for (const field of childFields) {
    const corrected = corrections[field];
    const winner = corrected ? undefined : bestSource(field, sources, attended);
    const won = corrected ?? winner?.values;
    if (won === undefined) continue;
    for (const value of fieldRules[field].values) if (won[value]) values[value] = won[value];
    wonBy[field] = winner ? `${winner.kind}:${winner.rowKey}` : 'correction';
  }
  return { values, wonBy };
}

function bestSource(field: ChildField, sources: readonly ChildSource[], attended: ReadonlySet<string>): ChildSource | undefined {
  const rule: FieldRule = fieldRules[field];
  let best: ChildSource | undefined;
  for (const source of sources) {
    if (!rule.from.includes(source.kind) || !rule.lead.some((value) => source.values[value])) continue;
    if (best === undefined || goesBefore(field, rule, source, best, attended)) best = source;
  }
  return best;
}

function goesBefore(field: ChildField, rule: FieldRule, a: ChildSource, b: ChildSource, attended: ReadonlySet<string>): boolean {
  const sound = Number(isSound(field, b)) - Number(isSound(field, a));
  if (sound !== 0) return sound < 0;
  const list = rule.from.indexOf(a.kind) - rule.from.indexOf(b.kind);
  if (list !== 0) return list < 0;
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  const there = Number(attended.has(schoolOf(b.values))) - Number(attended.has(schoolOf(a.values)));
  if (there !== 0) return there < 0;
  return a.rowKey < b.rowKey;
}

/** A number that cannot be one, a day the calendar does not have, a place nobody finds: heard only where nobody says better. */
function isSound(field: ChildField, { values }: ChildSource): boolean {
  if (field === 'idNumber') return idKey(values.idNumber ?? '') >= 0;
  if (field === 'birthDay') return parseDay(values.birthDay ?? '') !== undefined;
  if (field === 'home') return Boolean(values.areaPath);
  if (field === 'schooling') return Boolean(values.schoolPath);
  return true;
}

/** The school of a row, whatever the class. */
function schoolOf({ schoolPath = '', school = '' }: ChildValues): string {
  return schoolPath === '' ? school : schoolPath.split('/').slice(0, 2).join('/');
}

function one(value: ValueName, from: readonly SourceKind[]) {
  return { values: [value], lead: [value], from } as const;
}

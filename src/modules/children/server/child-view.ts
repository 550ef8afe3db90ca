import type { Permission } from '../../../platform/access';
import type { KeyRing } from '../../../platform/crypto';
import type { Context, ReadTrx } from '../../../platform/db';
import { type ChildLine, type ChildView, maskedFields, type SourceView } from '../contract';
import { permissions } from '../permissions';
import type { ChildField, SourceKind, ValueName } from '../rules/child-values';
import { classOfField, type FieldClass } from '../rules/field-classes';
import { allows, type ChildPlace } from './asking';
import { listsOf, openValue, type SealedValue, sealedColumns } from './child-store';
import { maskOf } from './masks';
import type { ChildRow } from './read-store';
import type { ChildSourceRow } from './source-store';

/** Who may see masked fields of a class at all, and who may see them in full with a reason. */
const seen: { readonly [C in FieldClass]: { readonly masked: Permission; readonly whole: Permission } } = {
  F1: { masked: permissions['child.find'], whole: permissions['child.find'] },
  F2: { masked: permissions['child.contact'], whole: permissions['child.reveal'] },
  F3: { masked: permissions['child.number'], whole: permissions['child.reveal-number'] },
  F4: { masked: permissions['child.care'], whole: permissions['child.care'] },
};

/** What somebody may see of a child of this place: masked fields of a class, and fields in full with a reason. */
export function sightOf(context: Context, place: ChildPlace) {
  return {
    masked: (field: string) => allows(context, seen[classOfField(field)].masked, place),
    whole: (field: string) => allows(context, seen[classOfField(field)].whole, place),
    list: (kind: SourceKind) =>
      (kind !== 'poverty' && kind !== 'disability') || allows(context, permissions['child.care'], place),
  };
}

/** Lives and goes to school. */
export function placeOf({
  area_path: areaPath,
  school_path: schoolPath,
}: Pick<ChildRow, 'area_path' | 'school_path'>): ChildPlace {
  return { areaPath, schoolPath };
}

/** One line about a child. */
export function childLine(row: ChildRow): ChildLine {
  return {
    childId: row.child_id,
    name: row.name,
    sex: row.sex === 1 ? '1' : row.sex === 2 ? '2' : '',
    birthYear: (row.birth_day ?? '').slice(0, 4),
    school: row.school_name,
    className: row.class_name,
    grade: row.grade,
    township: row.township,
    village: row.village,
  };
}

/** The record for its page; `shown` are the fields that may be shown in full in this session, with the end of that. */
export function childView(trx: ReadTrx, ring: KeyRing, row: ChildRow, shown: ReadonlyMap<string, Date>): ChildView {
  const { context } = trx;
  const place = placeOf(row);
  const sight = sightOf(context, place);
  const fields: ChildView['fields'] = {};
  for (const field of maskedFields) {
    const text = sealedText(trx, ring, row, field);
    if (text === '' || !sight.masked(field)) continue;
    const until = sight.whole(field) ? shown.get(field) : undefined;
    const value = until === undefined ? null : text;
    const masked = field === 'address' ? `${row.township}${row.village}${maskOf(field, text)}` : maskOf(field, text);
    // Seconds and no moment: the clock of a browser may be wrong, and a demo county has a clock of its own.
    const secondsLeft = until === undefined ? null : Math.ceil((until.getTime() - trx.now.getTime()) / 1000);
    fields[field] = { masked, revealable: sight.whole(field), value, secondsLeft };
  }
  return {
    ...childLine(row),
    version: row.version,
    formerName: row.former_name,
    birthDay: row.birth_day,
    lists: listsOf(row.listed).filter(sight.list),
    fields,
    wonBy: wonBy(row, sight),
    mayCorrect: allows(context, permissions['child.correct'], place),
    maySeeSources: allows(context, permissions['child.sources'], place),
  };
}

/** A sealed value of a record, '' where there is none. */
export function sealedText(trx: ReadTrx, ring: KeyRing, row: ChildRow, field: SealedValue): string {
  return openValue(trx, ring, row.child_id, field, row[sealedColumns[field]]);
}

/** A row of a list for the page of its child: every text in its class, masked where it is not F1. */
export function sourceView(row: ChildRow, source: ChildSourceRow, context: Context): SourceView {
  const sight = sightOf(context, placeOf(row));
  const winners = row.won_by as Winning;
  const name = `${source.kind}:${source.rowKey}`;
  const values: SourceView['values'] = {};
  for (const [field, text] of Object.entries({ ...source.more, ...source.values })) {
    if (!text || !sight.masked(field) || field.endsWith('Path')) continue;
    const fieldClass = classOfField(field);
    const shown = fieldClass === 'F1' ? text : maskOf(field, text);
    values[field] = { text: shown, class: fieldClass, masked: fieldClass !== 'F1', wins: winners[fieldOf(field)] === name };
  }
  return {
    kind: source.kind,
    rowKey: source.rowKey,
    listed: !source.gone,
    asOf: source.asOf,
    unit: source.unit,
    batchId: source.batchId,
    rowNo: source.rowNo,
    link: source.link,
    score: source.score,
    evidence: source.evidence,
    since: source.sinceAt.toISOString(),
    values,
  };
}

const homeValues: ReadonlySet<string> = new Set<ValueName>(['township', 'village', 'areaPath']);
const schoolValues: ReadonlySet<string> = new Set<ValueName>(['school', 'grade', 'className', 'schoolPath']);

/** The field of the record that a value belongs to. */
function fieldOf(value: string): string {
  if (homeValues.has(value)) return 'home' satisfies ChildField;
  return schoolValues.has(value) ? ('schooling' satisfies ChildField) : value;
}

type Winning = Readonly<Record<string, string>>;

/** Whose word counts, by field: the list, or `correction`. Which list it is may itself say that a child is disabled or poor. */
function wonBy(row: ChildRow, sight: ReturnType<typeof sightOf>): Winning {
  const seen: Record<string, string> = {};
  for (const [field, winner] of Object.entries(row.won_by as Winning)) {
    const by = winner.split(':')[0] ?? '';
    const isGroup = field === 'home' || field === 'schooling';
    if ((isGroup || sight.masked(field)) && (by === 'correction' || sight.list(by as SourceKind))) seen[field] = by;
  }
  return seen;
}

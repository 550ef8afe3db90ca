import type { Permission } from '../../../platform/access';
import type { KeyRing } from '../../../platform/crypto';
import type { Context, ReadTrx } from '../../../platform/db';
import type { ChildLine, ChildView, SourceView } from '../contract';
import { permissions } from '../permissions';
import { type ChildField, type SourceKind, sourceKinds, type ValueName } from '../rules/child-values';
import { classOfField, type FieldClass } from '../rules/field-classes';
import { isMaskedField, maskedFields } from '../rules/masked-fields';
import { placeWords } from '../words';
import { allows, type ChildPlace } from './asking';
import { listsOf, openValue, type SealedValue, sealedColumns } from './child-store';
import { maskOf } from './masks';
import type { ChildrenNeeds } from './needs';
import type { ChildRow, LineRow } from './read-store';
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

export type Sight = ReturnType<typeof sightOf>;

/** Lives and goes to school. */
export function placeOf({
  area_path: areaPath,
  school_path: schoolPath,
}: Pick<ChildRow, 'area_path' | 'school_path'>): ChildPlace {
  return { areaPath, schoolPath };
}

/** One line about a child. */
export function childLine(row: LineRow): ChildLine {
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
    const secondsLeft = sight.whole(field) ? openFor(trx, shown.get(field)) : null;
    const masked = field === 'address' ? `${placeWords(row)} ${maskOf(field, text)}`.trim() : maskOf(field, text);
    fields[field] = { masked, revealable: sight.whole(field), value: secondsLeft === null ? null : text, secondsLeft };
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

/** What a row says is left out where the record has it in another form, or where it is a path. */
const sameAsValue: Readonly<Record<string, ValueName>> = {
  guardian1Name: 'guardianName',
  guardian1Phone: 'guardianPhone',
  headName: 'guardianName',
  phone: 'guardianPhone',
};

/** What is known beside the rows: whose lists they stand in, what may be shown in full at this moment, and words for reasons. */
type KnownOfSources = Pick<ChildrenNeeds, 'evidenceSays'> & {
  readonly unitNames: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, Date>;
};

/** Rows of lists for the page of their child: every text in its class, masked where it is not F1. */
export function sourceViews(
  trx: ReadTrx,
  row: ChildRow,
  sources: readonly ChildSourceRow[],
  known: KnownOfSources,
): SourceView[] {
  const sight = sightOf(trx.context, placeOf(row));
  const byList = [...sources].sort((a, b) => sourceKinds.indexOf(a.kind) - sourceKinds.indexOf(b.kind));
  return byList
    .filter(({ kind }) => sight.list(kind))
    .sort((a, b) => Number(a.gone) - Number(b.gone))
    .map((source) => ({
      kind: source.kind,
      rowKey: source.rowKey,
      listed: !source.gone,
      asOf: source.asOf,
      unit: known.unitNames.get(source.unit) ?? '',
      rowNo: source.rowNo,
      link: source.link,
      evidence: source.evidence.flatMap((one) => {
        const says = known.evidenceSays(one);
        return says === undefined ? [] : [{ says, against: one.weight < 0 }];
      }),
      since: source.sinceAt.toISOString(),
      values: valuesOfRow(trx, row, source, sight, known.shown),
    }));
}

function valuesOfRow(
  trx: ReadTrx,
  row: ChildRow,
  source: ChildSourceRow,
  sight: Sight,
  shown: ReadonlyMap<string, Date>,
): SourceView['values'] {
  const values: SourceView['values'] = {};
  const name = `${source.kind}:${source.rowKey}`;
  const winners = row.won_by as Winning;
  for (const [field, text] of Object.entries({ ...source.more, ...source.values })) {
    const same = sameAsValue[field];
    if (!text || !sight.masked(field) || field.endsWith('Path') || (same && source.values[same] === text)) continue;
    const masked = classOfField(field) !== 'F1';
    const revealable = masked && isMaskedField(field) && sight.whole(field);
    const open = revealable ? openFor(trx, shown.get(`${field}@${name}`)) : null;
    values[field] = {
      text: masked ? maskOf(field, text) : text,
      masked,
      wins: winners[fieldOf(field)] === name,
      revealable,
      value: open === null ? null : text,
      secondsLeft: open,
    };
  }
  return values;
}

/** Seconds and no moment: the clock of a browser may be wrong, and a demo county has a clock of its own. */
function openFor(trx: ReadTrx, until: Date | undefined): number | null {
  return until === undefined ? null : Math.ceil((until.getTime() - trx.now.getTime()) / 1000);
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
function wonBy(row: ChildRow, sight: Sight): Winning {
  const seen: Record<string, string> = {};
  for (const [field, winner] of Object.entries(row.won_by as Winning)) {
    const by = winner.split(':')[0] ?? '';
    const isGroup = field === 'home' || field === 'schooling';
    if ((isGroup || sight.masked(field)) && (by === 'correction' || sight.list(by as SourceKind))) seen[field] = by;
  }
  return seen;
}

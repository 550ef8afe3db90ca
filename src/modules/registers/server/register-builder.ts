import type { PackedColumn } from '../../../kernel/packed-column';
import type { Gazetteer } from '../../area/index';
import type { Layout } from '../rules/layout';
import { PlaceBook, placeOrder } from '../rules/locate';
import { MISSING_DAY, type Register, type RegisterField, type RegisterKind } from '../rules/register';
import { FieldStore } from './field-store';
import { ProblemList } from './problems';
import { type CheckedRows, checkRows } from './row-checks';
import { addressCodes, allMapped, cellsOf, mapped, type SheetCells, type SheetRows } from './sheet-cells';

/** Which sheet of which file. */
export type SheetSource = { readonly fileIndex: number; readonly file: string; readonly sheet: string };

/** Puts the sheets of one register one after another into one packed register. */
export class RegisterBuilder {
  readonly problems: ProblemList;
  private readonly stores = new Map<RegisterField, FieldStore>();
  private readonly places: PlaceBook;
  private readonly parts: Part[] = [];
  private count = 0;

  constructor(
    private readonly kind: RegisterKind,
    gazetteer: Gazetteer,
    mostProblems?: number,
  ) {
    this.problems = new ProblemList(kind, mostProblems);
    this.places = new PlaceBook(gazetteer);
  }

  /** Cleans and checks the rows of a sheet and adds those that name a person; answers which they are. */
  add(source: SheetSource, layout: Layout, rows: SheetRows): CheckedRows {
    const cells = cellsOf(layout, rows, (field) => this.storeOf(field));
    const checked = checkRows(cells, { file: source.file, sheet: source.sheet }, this.problems);
    const { kept } = checked;
    for (const [field, column] of cells.clean) this.put(field, mapped(column.raw.codes, column.entries, kept));
    const address = addressCodes(this.kind, cells, this.storeOf('address'));
    if (address) this.put('address', rowsOf(address, kept));
    this.putConstant('className', layout.className, kept.length);
    this.putConstant('school', layout.school, kept.length);
    const places = placesOf(this.kind, cells, this.places);
    this.parts.push({
      from: this.count,
      count: kept.length,
      fileIndex: source.fileIndex,
      rowOf: rowsOf(rows.rowNumbers, kept),
      birth: birthsOf(cells, kept),
      sex: sexesOf(cells, kept),
      places: places && rowsOf(places, kept),
    });
    this.count += kept.length;
    return checked;
  }

  /** The register of everything added. */
  finish(files: readonly string[]): Register {
    const { count, parts } = this;
    this.putPlaces();
    const text: { [F in RegisterField]?: PackedColumn } = {};
    for (const [field, store] of this.stores) if (!store.isEmpty) text[field] = store.packed(count);
    const fileOf = new Uint16Array(count);
    for (const part of parts) fileOf.fill(part.fileIndex, part.from, part.from + part.count);
    return {
      ...{ kind: this.kind, files, count, fileOf, text },
      rowOf: joined(new Uint32Array(count), parts, (part) => part.rowOf),
      birth: joined(new Int32Array(count), parts, (part) => part.birth),
      sex: joined(new Uint8Array(count), parts, (part) => part.sex),
      problems: this.problems.all(),
    };
  }

  private storeOf(field: RegisterField): FieldStore {
    const store = this.stores.get(field) ?? new FieldStore();
    this.stores.set(field, store);
    return store;
  }

  private put(field: RegisterField, codes: Uint32Array): void {
    this.storeOf(field).put(this.count, codes);
  }

  private putConstant(field: RegisterField, value: string, rows: number): void {
    if (value === '' || rows === 0) return;
    this.put(field, new Uint32Array(rows).fill(this.storeOf(field).dictionary.add(value)));
  }

  /** Places are settled last, when all sheets have said what they know. */
  private putPlaces(): void {
    const settled = this.places.settled();
    for (const field of ['township', 'village'] as const) {
      const store = this.storeOf(field);
      const entries = Uint32Array.from(settled, (place) => store.dictionary.add(place[field]));
      for (const part of this.parts) if (part.places) store.put(part.from, allMapped(part.places, entries));
    }
  }
}

/** The rows of one sheet in the register. */
type Part = {
  readonly from: number;
  readonly count: number;
  readonly fileIndex: number;
  readonly rowOf: Uint32Array;
  readonly birth: Int32Array;
  readonly sex: Uint8Array;
  readonly places: Uint32Array | undefined;
};

function placesOf(kind: RegisterKind, cells: SheetCells, book: PlaceBook): Uint32Array | undefined {
  const columns = placeOrder[kind].flatMap((role) => cells.roles.get(role) ?? []);
  return columns.length === 0 ? undefined : book.locate(cells.rowNumbers.length, columns);
}

function birthsOf(cells: SheetCells, kept: Uint32Array): Int32Array {
  const codes = cells.roles.get('birth')?.column.codes;
  const days = new Int32Array(kept.length).fill(MISSING_DAY);
  if (!codes) return days;
  const ofEntry = Int32Array.from(cells.births, ({ day }) => day);
  for (let at = 0; at < kept.length; at++) days[at] = ofEntry[codes[kept[at]]];
  return days;
}

function sexesOf(cells: SheetCells, kept: Uint32Array): Uint8Array {
  const codes = cells.roles.get('sex')?.column.codes;
  const sexes = new Uint8Array(kept.length);
  if (!codes) return sexes;
  for (let at = 0; at < kept.length; at++) sexes[at] = Math.max(0, cells.sexes[codes[kept[at]]]);
  return sexes;
}

function rowsOf(values: Uint32Array, kept: Uint32Array): Uint32Array {
  if (kept.length === values.length) return values;
  const result = new Uint32Array(kept.length);
  for (let at = 0; at < kept.length; at++) result[at] = values[kept[at]];
  return result;
}

function joined<A extends Uint32Array | Int32Array | Uint8Array>(whole: A, parts: readonly Part[], of: (part: Part) => A): A {
  for (const part of parts) whole.set(of(part), part.from);
  return whole;
}

import { type Gazetteer, kazuo, makeGazetteer } from '../../area/index';
import { kindVerdict } from '../rules/kind-signs';
import type { Layout, SheetColumn } from '../rules/layout';
import type { Register, RegisterKind } from '../rules/register';
import { kindWords } from '../words';
import { RegisterBuilder } from './register-builder';
import { RegisterRefusal } from './register-refusal';
import type { CheckedRows } from './row-checks';
import type { SheetRows } from './sheet-cells';

/** How one sheet was understood, for a page that shows it. */
export type SheetMapping = {
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** rows that name a person */ readonly rows: number;
  readonly columns: readonly SheetColumn[];
};

export type RegisterReading = Register & { readonly mappings: readonly SheetMapping[] };

/** One sheet as it is to be read: its columns in the order of `readColumns(layout)`. */
export type LaidSheet = { readonly name: string; readonly layout: Layout; readonly rows: SheetRows };

/** Puts the files of a register together: from disk or from what was kept of them, the result is the same. */
export class RegisterAssembly {
  readonly builder: RegisterBuilder;
  private readonly mappings: SheetMapping[] = [];
  private readonly files: string[] = [];

  constructor(
    private readonly kind: RegisterKind,
    gazetteer: Gazetteer | undefined,
    mostProblems?: number,
  ) {
    this.builder = new RegisterBuilder(kind, gazetteer ?? makeGazetteer(kazuo()), mostProblems);
  }

  /**
   * Adds the sheets of the next file; answers which of their rows are people. Throws a `RegisterRefusal` where none is, unless
   * rows were left out on purpose.
   */
  addFile(file: string, sheets: readonly LaidSheet[], hidden: readonly string[], mayBeEmpty = false): CheckedRows[] {
    const source = { fileIndex: this.files.length, file };
    this.files.push(file);
    for (const sheet of hidden) this.builder.problems.add('hiddenSheet', { file, sheet, row: 0, column: '' });
    const checked = sheets.map(({ name: sheet, layout, rows }) => {
      this.noteKind(file, sheet, layout);
      const people = this.builder.add({ ...source, sheet }, layout, rows);
      this.mappings.push({ file, sheet, headerRow: layout.headerRow, rows: people.kept.length, columns: layout.columns });
      return people;
    });
    if (!mayBeEmpty && checked.every(({ kept }) => kept.length === 0)) throw new RegisterRefusal('noPeople', file);
    return checked;
  }

  finish(): RegisterReading {
    return { ...this.builder.finish(this.files), mappings: this.mappings };
  }

  private noteKind(file: string, sheet: string, layout: Layout): void {
    const verdict = kindVerdict(this.kind, layout);
    if (verdict.says !== 'other') return;
    const [seen, said] = [kindWords[verdict.looks], kindWords[this.kind]];
    const facts = { looks: seen.zh, kind: said.zh, looksEn: seen.en, kindEn: said.en };
    this.builder.problems.add('looksLikeOther', { file, sheet, row: 0, column: '' }, '', facts);
  }
}

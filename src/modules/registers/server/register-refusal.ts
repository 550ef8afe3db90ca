import path from 'node:path';
import { type SheetPreview, SheetRefusal } from '../../../platform/sheets/index';
import { meaningOf } from '../rules/header-names';
import type { RegisterKind } from '../rules/register';
import { fill, refusalWords } from '../words';

/** A file that can be read and is no register: `message` says in Chinese what was looked for and what to do, `en` in English. */
export class RegisterRefusal extends SheetRefusal {
  constructor(
    readonly reason: keyof typeof refusalWords,
    file: string,
    facts: Readonly<Record<string, string>> = {},
  ) {
    const known = { ...facts, file: path.basename(file) };
    super('notASheet', fill(refusalWords[reason].zh, known), fill(refusalWords[reason].en, known));
    this.name = 'RegisterRefusal';
  }
}

/** What the top of a file without header looks like; it may be people, so only known headers are shown whole. */
export function firstRows(kind: RegisterKind, sheets: readonly SheetPreview[]): string {
  const rows = sheets.find((sheet) => sheet.rows.length > 0)?.rows.slice(0, 3) ?? [];
  const shown = rows.map(({ cells }) => cells.flatMap(({ text }) => (text ? [shape(kind, text)] : [])).slice(0, 8));
  return shown.map((cells) => cells.join('、')).join('；');
}

function shape(kind: RegisterKind, text: string): string {
  if (meaningOf(kind, text)) return text.replace(/\s+/g, '');
  return text.slice(0, 1).replace(/\d/, '#') + '○'.repeat(Math.min(3, Math.max(0, text.length - 1)));
}

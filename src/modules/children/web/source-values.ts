import type { Language } from '../../../ui/shared/words';
import type { SourceView } from '../contract';
import { rowFieldWords } from '../words';

/** The fields that some row says, in the order in which people look for them. */
export function fieldsOf(rows: readonly SourceView[]): readonly string[] {
  const said = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const known = Object.keys(rowFieldWords).filter((field) => said.has(field));
  return [...known, ...[...said].filter((field) => !known.includes(field)).sort()];
}

/** A value of a row as people read it; what lists write as a code is put into words. */
export function valueSays(field: string, text: string, language: Language): string {
  if (field === 'sex')
    return text === '1' ? { zh: '男', en: 'male' }[language] : text === '2' ? { zh: '女', en: 'female' }[language] : text;
  return text;
}

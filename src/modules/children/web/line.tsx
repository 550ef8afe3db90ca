import { useLanguage, useWords } from '../../../ui/shared/language';
import type { ChildLine as Line } from '../contract';
import { placeWords, schoolingWords } from '../words';
import { lineWords } from './words';

/** What tells a child apart, part by part: sex, year of birth, school and class, township and village. */
export function useLineParts(): (line: Line) => readonly { readonly key: string; readonly says: string }[] {
  const w = useWords(lineWords);
  const { language } = useLanguage();
  return (line) => [
    { key: 'sex', says: line.sex === '1' ? w.male : line.sex === '2' ? w.female : '' },
    { key: 'born', says: line.birthYear ? w.born(line.birthYear) : '' },
    { key: 'school', says: schoolingWords(line, language) || w.noSchool },
    { key: 'place', says: placeWords(line) || w.noPlace },
  ];
}

/** The name of a child, or a word for that no list gives one. */
export function useNameOf(): (line: Pick<Line, 'name'>) => string {
  const w = useWords(lineWords);
  return ({ name }) => name || w.noName;
}

import type { ListRead } from '../modules/registers/server';
import { importWords } from './import-words';
import { type Lang, say } from './words';

type Preview = ListRead['preview'];
export type Effect = Preview['effects'][number];

/** So many places of one sort of problem are printed; all of them stand in the browser. */
const fewPlaces = 3;

/** What was found in a list, as lines for a terminal: values of cells stay out of it. */
export function foundLines(lang: Lang, { rows, goodRows, errorRows, noticeRows, groups }: Preview): string[] {
  const counts = { rows, good: goodRows, errors: errorRows, notices: noticeRows };
  return [
    say(lang, importWords.rows, counts),
    ...groups.map(({ severity, column, says, count, first }) => {
      const places = first
        .slice(0, fewPlaces)
        .map(({ file, row }) => (row === 0 ? file : say(lang, importWords.place, { file, row: String(row) })));
      const more = count > fewPlaces ? say(lang, importWords.more) : '';
      return say(lang, severity === 'error' ? importWords.mend : importWords.look, {
        column: column === '' ? say(lang, importWords.wholeRow) : column,
        says: says[lang],
        count,
        places: places.join(lang === 'zh' ? '、' : ', ') + more,
      });
    }),
  ];
}

/** What would become of the list in use, and what speaks against it. */
export function effectLines(lang: Lang, preview: Preview, effect: Effect): string[] {
  const { before, after, fresh, changed, unchanged, gone } = effect;
  return [
    say(lang, importWords.effect, { before, after, fresh, changed, unchanged, gone }),
    ...[...preview.guards, ...effect.guards].map((guard) => say(lang, importWords[guard.severity], { says: guard[lang] })),
  ];
}

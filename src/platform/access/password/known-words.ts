import { pinyin } from 'pinyin-pro';
import { type WordList, wordList } from './blocklist';

const shortestKnown = 3;
/** Of a longer name of a school or an office the parts are looked for within its first characters. */
const longestName = 16;

/**
 * The forms in which a name of a person, school, county or account turns up in a password: as it is, its parts, and of
 * Chinese its pinyin and initials, for each stretch of two characters and more.
 */
export function knownWords(names: readonly string[]): WordList {
  return wordList([[...new Set(names.flatMap(formsOf))]]);
}

function formsOf(name: string): string[] {
  const text = name.normalize('NFKC').trim().toLowerCase();
  const latin = [text, ...text.split(/[^\p{L}\p{N}]+/u), ...text.split(/[^a-z]+/), ...text.split(/[^0-9]+/)];
  const chinese = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return [
    ...latin.filter((word) => word.length >= shortestKnown),
    ...chinese.flatMap((word) => stretchesOf(word.slice(0, longestName))),
  ];
}

function stretchesOf(word: string): string[] {
  const sounds = pinyin(word, { toneType: 'none', type: 'array', v: true });
  const forms: string[] = [];
  for (let from = 0; from < sounds.length; from++) {
    for (let to = from + 2; to <= sounds.length; to++) {
      const stretch = sounds.slice(from, to);
      const initials = stretch.map((sound) => sound[0]).join('');
      forms.push(word.slice(from, to), stretch.join(''));
      if (initials.length >= shortestKnown) forms.push(initials);
    }
  }
  return forms;
}

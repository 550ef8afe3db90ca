import { chineseWords } from './words/chinese';
import { commonDigits, commonWords } from './words/common';
import { givenNames, surnames } from './words/names';
import { syllables } from './words/syllables';

/** Words in lower case, each with how much it adds to guessing a password, in bits; and the length of the longest. */
export type WordList = { readonly bits: ReadonlyMap<string, number>; readonly longest: number };

/** A list of a few words is tried first and costs next to nothing; with signs and a year added it is still some tries. */
const fewest = 64;

/**
 * What passwords are made of: words written down for this project by subject (`words/`), every usual surname with every
 * usual given name in pinyin, as accounts in China are named, and the syllables of pinyin. No list was copied.
 */
export const blocklist: WordList = wordList([
  [...commonWords, ...commonDigits, ...chineseWords, ...surnames, ...givenNames],
  surnames.flatMap((surname) => givenNames.map((given) => surname + given)),
  syllables,
]);

/** A word counts as the choice of one among all of its list; one of several lists as the cheapest of them. */
export function wordList(lists: readonly (readonly string[])[]): WordList {
  const bits = new Map<string, number>();
  let longest = 0;
  for (const words of lists) {
    const each = Math.log2(Math.max(words.length, fewest));
    for (const word of words) {
      bits.set(word, Math.min(each, bits.get(word) ?? each));
      longest = Math.max(longest, word.length);
    }
  }
  return { bits, longest };
}

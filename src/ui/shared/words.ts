import type { Sentence } from '../../kernel/refusal';

/** The languages of the pages: Chinese first, English beside it. */
export type Language = 'zh' | 'en';

/** One thing said in both languages. */
export type Says = Sentence;

type Phrase = string | ((...values: never[]) => string);
type Entry = { readonly zh: Phrase; readonly en: Phrase };
type Widened<S> = S extends string ? string : S;

/** Words in one language: texts, and functions for sentences with a value in them. */
export type Spoken<W extends Record<string, Entry>> = { readonly [K in keyof W]: Widened<W[K]['zh']> };

/**
 * The words of a page, zh and en side by side. A sentence with a value is a function, the same in both languages:
 * `rows: { zh: (n: number) => \`共 ${n} 条\`, en: (n: number) => \`${n} rows\` }`.
 * @__NO_SIDE_EFFECTS__ so that a page that needs none of them is spared them.
 */
export function defineWords<W extends Record<string, Entry>>(words: W & { [K in keyof W]: { en: Widened<W[K]['zh']> } }): W {
  return words;
}

/** The same words in one language; the result is kept, so that equal calls give the same object. */
export function speak<W extends Record<string, Entry>>(words: W, language: Language): Spoken<W> {
  const known = spoken[language].get(words);
  if (known) return known as Spoken<W>;
  const said = Object.fromEntries(Object.entries(words).map(([key, entry]) => [key, entry[language]])) as Spoken<W>;
  spoken[language].set(words, said);
  return said;
}

const spoken = { zh: new WeakMap<object, object>(), en: new WeakMap<object, object>() };

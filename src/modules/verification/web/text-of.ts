type Says = { readonly zh: string; readonly en: string };

/** The words of a key that came over the wire; one of another version of the program stands as it is. */
export function textOf(words: Readonly<Record<string, Says>>, key: string, say: (says: Says) => string): string {
  const found = words[key];
  return found === undefined ? key : say(found);
}

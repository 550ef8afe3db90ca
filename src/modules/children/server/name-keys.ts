import { pinyin } from 'pinyin-pro';
import { compoundSurnames } from '../../../kernel/mask';

/** What was typed into the search, in the form in which keys are kept. */
export function normalSearch(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’]/g, '')
    .replaceAll(/[•・‧.]/g, '·');
}

/**
 * What a name is found by, each as a beginning: the name and its given name, both in full pinyin and in initials; of a name in
 * parts (买买提·艾力) each part. A surname with two readings is found by both (单 shan and dan, 查 zha and cha), lü as lv and lu.
 */
export function nameKeys(name: string): readonly string[] {
  const whole = normalSearch(name);
  if (whole === '') return [];
  const keys = new Set([whole, whole.replaceAll('·', '')]);
  const parts = whole.split('·').filter((part) => part !== '');
  if (parts.length > 1) for (const part of parts) addKeys(keys, part, 0);
  addKeys(keys, parts.join(''), parts.length > 1 ? 0 : surnameLength(whole));
  return [...keys];
}

/** How a typed name in characters is read, in every reading; nothing for what is not all characters. */
export function soundsOf(typed: string): readonly string[] {
  const text = normalSearch(typed).replaceAll('·', '');
  if (!/^\p{Script=Han}+$/u.test(text)) return [];
  return [...new Set(readings(text).map((syllables) => syllables.join('')))];
}

/** Adds a text and its readings, and the same without its surname of so many characters. */
function addKeys(keys: Set<string>, text: string, surname: number): void {
  const characters = Array.from(text);
  const given = characters.slice(surname).join('');
  keys.add(text);
  if (surname > 0 && given !== '') keys.add(given);
  for (const syllables of readings(text)) {
    if (syllables.length !== characters.length) continue;
    addReading(keys, syllables);
    if (surname > 0 && syllables.length > surname) addReading(keys, syllables.slice(surname));
  }
}

function addReading(keys: Set<string>, syllables: readonly string[]): void {
  const full = syllables.join('');
  keys.add(full);
  if (full.includes('v')) keys.add(full.replaceAll('v', 'u'));
  // One letter alone would bring a tenth of the county.
  if (syllables.length > 1) keys.add(syllables.map((syllable) => Array.from(syllable)[0]).join(''));
}

/** As a surname is read, and as the character is read elsewhere. */
function readings(text: string): readonly (readonly string[])[] {
  const asName = pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const plain = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return asName.join(' ') === plain.join(' ') ? [asName] : [asName, plain];
}

function surnameLength(name: string): number {
  const characters = Array.from(name);
  if (characters.length < 2) return 0;
  return characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
}

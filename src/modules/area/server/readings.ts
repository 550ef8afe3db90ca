import { pinyin } from 'pinyin-pro';

/** Reading a name takes longer than finding it; the names of a county's places are few and change seldom. */
const readings = new Map<string, readonly string[]>();

/** A name as its initials and as its whole pinyin: 六官营子镇 → lgyzz, liuguanyingzizhen. */
export function readingsOf(name: string): readonly string[] {
  const known = readings.get(name);
  if (known !== undefined) return known;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const said = [syllables.map((syllable) => (/^[a-z]/.test(syllable) ? syllable[0] : syllable)).join(''), syllables.join('')];
  readings.set(name, said);
  return said;
}

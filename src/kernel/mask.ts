export { maskId } from './id-number';

/**
 * What stands on a page unasked, masks and open fields together, and what must remain hidden from somebody who reads all
 * of it: the numbers of a child that would fit (PRV-09). A tail digit of the ID number would break it: area, birth and sex
 * leave 500 numbers, the check digit would leave 46 of them, the digit before it 9. A field may be added only when the test still holds.
 */
export const shownUnasked = {
  fields: ['name', 'sex', 'birth', 'area', 'idNumber', 'phone'],
  leastIdNumbers: 500,
  leastPhones: 10_000,
} as const;

/** Surnames of two characters, as they occur in mainland registers. */
export const compoundSurnames: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 宇文 长孙 端木 南宫 夏侯 轩辕 百里 呼延 东郭 南门 西门 独孤 赫连 澹台 公冶 太史 申屠 闻人 完颜 拓跋'.split(
    ' ',
  ),
);

const nameDot = /[·•・‧．.]/u;

/** A name with one star for each hidden character: 张*, 欧阳**; of a name in parts the first stays, 买买提·**. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const dot = characters.findIndex((character) => nameDot.test(character));
  const inParts = dot > 0 && dot < characters.length - 1;
  const kept = inParts ? dot : surnameLength(characters);
  return characters.map((character, at) => (at < kept || (inParts && at === dot) ? character : '*')).join('');
}

/**
 * A telephone number as digits: of a mobile number the first three and the last two, 138******21; of a landline with its
 * area code the first three only, since a county has few exchanges; of anything else nothing. One star a hidden character.
 */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/^\s*(?:\+|00)86|[\s()-]/g, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}******${digits.slice(9)}`;
  const kept = /^0\d{9,11}$/.test(digits) ? 3 : 0;
  return digits.slice(0, kept) + '*'.repeat(Array.from(digits.slice(kept)).length);
}

/** Nothing of a name of one character is kept, because it would be the whole name. */
function surnameLength(characters: readonly string[]): number {
  if (characters.length <= 1 || nameDot.test(characters[0])) return 0;
  return characters.length >= 3 && compoundSurnames.has(characters[0] + characters[1]) ? 2 : 1;
}

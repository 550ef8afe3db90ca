import { idKey } from '../../../kernel/id-number';
import { cellKind } from '../../../kernel/packed-column';

/** A cleaned cell; `problem` says why it could not be trusted. */
export type Cleaned = { readonly text: string; readonly problem?: CellProblem };

export type CellProblem =
  | 'idLostDigits'
  | 'idPerhapsLostDigits'
  | 'idLength'
  | 'idCharacters'
  | 'idRegion'
  | 'idDate'
  | 'idCheckDigit';

/** Compatibility forms folded (private-use characters stay), invisible characters out, one blank where there were several. */
export function cleanText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A name so that equal means equal: one kind of dot, no blanks (single ones in a name of Latin letters), no placeholder. */
export function cleanName(raw: string): string {
  const text = cleanText(raw)
    .replace(/[.。・•‧∙⋅●‐]/g, '·')
    .replace(/ *·+ */g, '·')
    .replace(/^·|·$/g, '');
  if (placeholders.has(text.toUpperCase().replace(/ /g, ''))) return '';
  return /^[\p{Script=Latin}·' -]+$/u.test(text) ? text : text.replaceAll(' ', '');
}

/**
 * An ID number, half-width, upper case, without separators, or another document's number as it is. Empty where a
 * spreadsheet has rounded it: 15 digits are all that a number cell keeps, and what is lost is never guessed.
 */
export function cleanId(raw: string, kind: number): Cleaned {
  const bare = cleanText(raw)
    .toUpperCase()
    .replace(/^="?|^['`’‘]+|["'`’‘]+$/g, '');
  if (/^[\d.]+E\+?\d+$/.test(bare)) return { text: '', problem: 'idLostDigits' };
  const text = bare.replace(/\.0+$/, '').replace(/[\s\-–—_,.·:]/g, '');
  if (/^0+$/.test(text) || placeholders.has(text)) return { text: '' };
  if (kind === cellKind.number && text.length > exactDigits) return { text: '', problem: 'idLostDigits' };
  if (/^\d{15}000$/.test(text) && idKey(text) < 0) return { text: '', problem: 'idPerhapsLostDigits' };
  return { text };
}

/** A student's, school's or household's number: no blanks, upper case, and empty where a number cell rounded it. */
export function cleanCode(raw: string, kind: number): string {
  const code = cleanText(raw)
    .replace(/\s|^['`’‘]/g, '')
    .toUpperCase();
  if (/^\d\.?\d*E\+\d+$/.test(code) || placeholders.has(code)) return '';
  const whole = code.replace(/^(\d+)\.0+$/, '$1');
  return kind === cellKind.number && whole.length > exactDigits ? '' : whole;
}

/** An address; an area code or 无 is none. */
export function cleanAddress(raw: string): string {
  const text = cleanText(raw);
  return /^\d*$/.test(text) || placeholders.has(text) ? '' : text;
}

/** The digits of the first telephone number in a cell, without the country's 86. */
export function cleanPhone(raw: string): string {
  if (/\dE\+\d/i.test(raw)) return '';
  const first = cleanText(raw)
    .split(/[、,，;；/\\|或]|\s(?=1\d{10}|0\d{2,3}-?\d{7})/)
    .map(digits);
  return first.find((number) => number.length >= 7) ?? '';
}

/** 0 unknown, 1 male, 2 female (GB/T 2261.1); -1 where the cell says something else. */
export function readSex(raw: string): number {
  const text = cleanText(raw).toUpperCase().replace(/\.0$/, '');
  if (/^(男|1|01|M|MALE|男性|男孩|男童|男生)$/.test(text)) return 1;
  if (/^(女|2|02|F|FEMALE|女性|女孩|女童|女生)$/.test(text)) return 2;
  return /^(0|9|00|09|未知|不详|未说明|未说明的性别|未知的性别|-|\/|)$/.test(text) ? 0 : -1;
}

/** CJK text or printable ASCII without a blank, byte for byte: cleaning would leave it as it is. */
export function isCleanText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const byte = bytes[at];
    if (byte > 0x20 && byte < 0x7f) at++;
    else if (byte >= 0xe4 && byte <= 0xe9) at += 3;
    else return false;
  }
  return true;
}

/** Digits and capital letters. */
export function isCleanCode(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a))) return false;
  }
  return true;
}

/** Clean text that begins with a character of at least two: not a code, not 无. */
export function isCleanAddress(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from > 6 && bytes[from] >= 0x80 && isCleanText(bytes, from, to);
}

/** A name of two characters or more, CJK only, that begins like no placeholder. */
export function isCleanName(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 6 || mayBePlaceholder(bytes, from)) return false;
  for (let at = from; at < to; at += 3) if (bytes[at] < 0xe4 || bytes[at] > 0xe9) return false;
  return true;
}

/** A mobile number as it should be. */
export function isCleanPhone(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 11 || bytes[from] !== 0x31) return false;
  for (let at = from; at < to; at++) if (bytes[at] < 0x30 || bytes[at] > 0x39) return false;
  return true;
}

/** Zero-width and direction marks, variation selectors, soft hyphens, Hangul fillers: seen by nobody, different to a machine. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** What a number cell keeps; the sixteenth digit on is zero. */
const exactDigits = 15;

const placeholders = new Set([
  '无',
  '无名',
  '无名氏',
  '暂无',
  '没有',
  '未知',
  '不详',
  '不明',
  '空',
  '-',
  '--',
  '—',
  '/',
  '\\',
  '·',
  '*',
  'NULL',
  'NONE',
  'N/A',
  '#N/A',
  '未起名',
  '未取名',
  '未命名',
  '暂未取名',
]);

/** First characters of the placeholders in UTF-8: 无 没 未 不 暂. */
function mayBePlaceholder(bytes: Uint8Array, at: number): boolean {
  const character = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  return (
    character === 0xe697a0 || character === 0xe6b2a1 || character === 0xe69caa || character === 0xe4b88d || character === 0xe69a82
  );
}

function digits(text: string): string {
  const bare = text.replace(/\.0$/, '').replace(/\D/g, '');
  return bare.length > 11 ? bare.replace(/^(0086|86)/, '') : bare;
}

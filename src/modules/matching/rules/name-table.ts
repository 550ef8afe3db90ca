import type { ByteInterner } from '../../../kernel/byte-interner';
import { blurReading, foldCharacter, readingsOf, unreadable } from './characters';

/**
 * What the comparison knows of each distinct name, worked out once a name and not once a row.
 *
 * `chars` holds the folded characters one name after another; name `n` ends at `ends[n]`. The hashes are keys for finding
 * candidates: `folded` (the same characters), `bag` (in any order), `sound` (the same blurred readings), `given` (sound
 * without the first character), `first` (sound of the first character). 0 means the name is too short to have that key.
 */
export type NameTable = {
  readonly count: number;
  readonly chars: Uint32Array;
  readonly ends: Uint32Array;
  readonly folded: Uint32Array;
  readonly bag: Uint32Array;
  readonly sound: Uint32Array;
  readonly given: Uint32Array;
  readonly first: Uint32Array;
  /** sound of the first two characters */ readonly head: Uint32Array;
  /** sound of the first and the last character */ readonly frame: Uint32Array;
  /** characters of the surname: 2 for a compound one in front of a given name, else 1 */ readonly surname: Uint8Array;
};

/** Compound surnames: the given name begins after two characters. */
const compoundSurnames = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 宇文 长孙 端木 南宫 夏侯 轩辕 百里 呼延 东郭 南门 西门 独孤 赫连 澹台 公冶 太史 申屠 闻人 完颜 拓跋'
    .split(' ')
    .map((surname) => pairCode(surname.charCodeAt(0), surname.charCodeAt(1))),
);

function pairCode(first: number, second: number): number {
  return first * 0x200000 + second;
}

/** Builds the table for every name in `names` (entry 0, the empty name, has no keys). */
export function buildNameTable(names: ByteInterner): NameTable {
  const { bytes, ends: byteEnds, count } = names.view();
  const table = {
    count,
    chars: new Uint32Array(bytes.length),
    ends: new Uint32Array(count),
    folded: new Uint32Array(count),
    bag: new Uint32Array(count),
    sound: new Uint32Array(count),
    given: new Uint32Array(count),
    first: new Uint32Array(count),
    head: new Uint32Array(count),
    frame: new Uint32Array(count),
    surname: new Uint8Array(count),
  };
  const codes = new SoundCodes();
  let used = 0;
  for (let name = 1; name < count; name++) {
    const from = used;
    used = foldName(bytes, byteEnds[name - 1], byteEnds[name], table.chars, used);
    table.ends[name] = used;
    table.surname[name] = surnameLength(table.chars, from, used);
    addKeys(table, codes, name, from, used);
  }
  return { ...table, chars: table.chars.slice(0, used) };
}

/** Reads UTF-8, folds each character, leaves dots and blanks out; a run of Latin letters stays letter by letter. */
function foldName(bytes: Uint8Array, from: number, to: number, chars: Uint32Array, used: number): number {
  let into = used;
  for (let at = from; at < to; ) {
    const lead = bytes[at];
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let character = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let next = 1; next < length; next++) character = (character << 6) | (bytes[at + next] & 0x3f);
    at += length;
    if (character === 0xb7 || character === 0x20 || character === 0x2d || character === 0x2e) continue;
    chars[into++] = character < 0x80 ? upperCase(foldCharacter(character)) : foldCharacter(character);
  }
  return replaceSpelling(chars, used, into);
}

/** 张yan: letters inside a Chinese name stand for a character that could not be typed. */
function replaceSpelling(chars: Uint32Array, from: number, to: number): number {
  let into = from;
  let chinese = false;
  for (let at = from; at < to; at++) chinese ||= chars[at] >= 0x2e80;
  for (let at = from; at < to; at++) {
    const letter = chinese && chars[at] < 0x80;
    if (letter && into > from && chars[into - 1] === unreadable) continue;
    chars[into++] = letter ? unreadable : chars[at];
  }
  return into;
}

function upperCase(character: number): number {
  return character >= 0x61 && character <= 0x7a ? character - 0x20 : character;
}

type Keys = { -readonly [K in keyof NameTable]: NameTable[K] };

function addKeys(table: Keys, codes: SoundCodes, name: number, from: number, to: number): void {
  let folded = 0x811c9dc5;
  let sound = 0x811c9dc5;
  let given = 0x811c9dc5;
  let bag = 0;
  for (let at = from; at < to; at++) {
    const character = table.chars[at];
    const code = codes.of(character);
    folded = mix(folded, character);
    sound = mix(sound, code);
    if (at > from) given = mix(given, code);
    bag = (bag + Math.imul(character ^ (character >>> 9), 0x9e3779b1)) | 0;
  }
  if (to === from) return;
  table.folded[name] = (folded >>> 0) | 1;
  table.bag[name] = mix(bag, to - from) | 1;
  table.sound[name] = (sound >>> 0) | 1;
  table.given[name] = to - from > 1 ? (given >>> 0) | 1 : 0;
  const first = codes.of(table.chars[from]);
  table.first[name] = first + 1;
  if (to - from === 1) return;
  table.head[name] = (mix(mix(1, first), codes.of(table.chars[from + 1])) | 1) >>> 0;
  table.frame[name] = (mix(mix(2, first), codes.of(table.chars[to - 1])) | 1) >>> 0;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x01000193);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The blurred usual reading of a character as a small number; characters without a reading keep their own code. */
class SoundCodes {
  private readonly byCharacter = new Map<number, number>();
  private readonly byReading = new Map<string, number>();

  of(character: number): number {
    const known = this.byCharacter.get(character);
    if (known !== undefined) return known;
    const reading = readingsOf(character)[0];
    const code = reading === undefined ? character + 0x10000 : this.ofReading(blurReading(reading));
    this.byCharacter.set(character, code);
    return code;
  }

  private ofReading(reading: string): number {
    const known = this.byReading.get(reading) ?? this.byReading.size + 1;
    this.byReading.set(reading, known);
    return known;
  }
}

function surnameLength(chars: Uint32Array, from: number, to: number): number {
  return to - from >= 3 && compoundSurnames.has(pairCode(chars[from], chars[from + 1])) ? 2 : 1;
}

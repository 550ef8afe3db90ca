import { ByteInterner } from '../../../kernel/byte-interner';
import type { Entries, PackedColumn } from '../../../kernel/packed-column';
import {
  combine,
  type Finding,
  findInAddress,
  findInTownshipColumn,
  findInVillageColumn,
  type Gazetteer,
  nowhere,
  settle,
} from '../../area/index';
import { cleanText, isCleanText } from './clean';
import type { ColumnRole } from './header-names';
import type { RegisterKind } from './register';

/**
 * Which columns tell where a child belongs, the most trusted first. The household register means where the child is
 * registered; an enrolment has a 12-digit code for that and otherwise where the child lives; a class list knows only that.
 */
export const placeOrder: Readonly<Record<RegisterKind, readonly ColumnRole[]>> = {
  household: [
    'township',
    'village',
    'hukouArea',
    'hukouAddress',
    'address',
    'homeAddress',
    'presentArea',
    'presentAddress',
    'mailAddress',
  ],
  enrolment: [
    'township',
    'village',
    'hukouArea',
    'presentAddress',
    'homeAddress',
    'address',
    'hukouAddress',
    'presentArea',
    'mailAddress',
  ],
  attending: [
    'township',
    'village',
    'presentAddress',
    'homeAddress',
    'address',
    'presentArea',
    'hukouAddress',
    'hukouArea',
    'mailAddress',
  ],
  poverty: [
    'township',
    'village',
    'hukouArea',
    'hukouAddress',
    'address',
    'homeAddress',
    'presentArea',
    'presentAddress',
    'mailAddress',
  ],
  disability: [
    'township',
    'village',
    'hukouArea',
    'hukouAddress',
    'address',
    'homeAddress',
    'presentArea',
    'presentAddress',
    'mailAddress',
  ],
};

/** Columns whose text is kept as the address, the most useful first: house numbers before areas. */
export function addressOrder(kind: RegisterKind): readonly ColumnRole[] {
  const isArea = (role: ColumnRole) => role === 'hukouArea' || role === 'presentArea';
  const streets = placeOrder[kind].filter((role) => role !== 'township' && role !== 'village' && !isArea(role));
  return [...streets, ...placeOrder[kind].filter(isArea)];
}

/** Gives equal findings equal numbers, so that a row costs a number and not an object; 0 is nowhere. */
export class PlaceBook {
  private readonly findings: Finding[] = [nowhere];
  private readonly numbers = new Map<string, number>();
  private readonly combined = new Map<number, number>();

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Of each row the number of the place that the columns give together. */
  locate(rows: number, columns: readonly { readonly role: ColumnRole; readonly column: PackedColumn }[]): Uint32Array {
    const places = new Uint32Array(rows);
    for (const { role, column } of columns) {
      const found =
        role === 'township' || role === 'village' ? this.findNames(role, column.entries) : this.findAddresses(column.entries);
      for (let row = 0; row < rows; row++) {
        const next = found[column.codes[row]];
        if (next !== 0) places[row] = places[row] === 0 ? next : this.together(places[row], next);
      }
    }
    return places;
  }

  /** Township and village of every number so far. */
  settled(): { readonly township: string; readonly village: string }[] {
    return this.findings.map(settle);
  }

  private findNames(role: 'township' | 'village', entries: Entries): Uint32Array {
    const find = role === 'township' ? findInTownshipColumn : findInVillageColumn;
    const numbers = new Uint32Array(entries.count);
    for (let entry = 1; entry < entries.count; entry++) {
      numbers[entry] = this.numberOf(find(this.gazetteer, textOf(entries, entries.ends[entry - 1], entries.ends[entry])));
    }
    return numbers;
  }

  /**
   * A million addresses of a county begin in a few hundred ways: what stands before the first digit is resolved once, and
   * only where that tells no village the whole is looked at.
   */
  private findAddresses(entries: Entries): Uint32Array {
    const numbers = new Uint32Array(entries.count);
    const heads = new ByteInterner();
    const ofHead: number[] = [0];
    const { bytes, ends } = entries;
    for (let entry = 1; entry < entries.count; entry++) {
      const [from, to] = [ends[entry - 1], ends[entry]];
      const cut = firstDigit(bytes, from, to);
      const head = heads.add(bytes, from, cut);
      ofHead[head] ??= this.numberOf(findInAddress(this.gazetteer, textOf(entries, from, cut)));
      const known = cut === to || this.findings[ofHead[head]].village !== '';
      numbers[entry] = known ? ofHead[head] : this.numberOf(findInAddress(this.gazetteer, textOf(entries, from, to)));
    }
    return numbers;
  }

  private together(first: number, second: number): number {
    const pair = first * 67_108_864 + second;
    const known = this.combined.get(pair);
    if (known !== undefined) return known;
    const number = this.numberOf(combine(this.gazetteer, this.findings[first], this.findings[second]));
    this.combined.set(pair, number);
    return number;
  }

  private numberOf(finding: Finding): number {
    if (finding === nowhere) return 0;
    const key = `${finding.stated ? '' : '?'}${finding.townships.join('|')}/${finding.village}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.findings.length);
    this.findings.push(finding);
    return this.findings.length - 1;
  }
}

const decoder = new TextDecoder();

function textOf(entries: Entries, from: number, to: number): string {
  const text = decoder.decode(entries.bytes.subarray(from, to));
  return isCleanText(entries.bytes, from, to) ? text : cleanText(text);
}

function firstDigit(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] >= 0x30 && bytes[at] <= 0x39) return at;
  return to;
}

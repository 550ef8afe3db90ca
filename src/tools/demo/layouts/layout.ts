import type { RegisterKind } from '../../../modules/registers';
import type { CellOut } from '../../../platform/sheets/types';
import type { County } from '../county';
import type { Draft } from '../draft';
import type { Place } from '../places';

/** How one office lays out its register. */
export type Layout = {
  readonly kind: RegisterKind;
  readonly sheet: string;
  /** a line above the header, or '' */ readonly title: string;
  readonly headers: readonly string[];
  /** The cells of one row; `row` counts from 0. */
  readonly cells: (draft: Draft, county: County, row: number) => readonly CellOut[];
};

/** Header texts from one comma-separated line. */
export function headersOf(text: string): readonly string[] {
  return text.split(',');
}

/** 男 or 女. */
export function sexText(sex: 1 | 2): string {
  return sex === 1 ? '男' : '女';
}

/** The address of a household: township, village, group and house number, or '' where the register has none. */
export function addressOf(draft: Draft): string {
  if (!draft.place) return '';
  const { township, village } = draft.place;
  const place = draft.alias ? alias(township) + alias(village) : township + village;
  return `${place}${1 + (draft.family.house % 9)}组${draft.family.house}号`;
}

/** A place as a clerk abbreviates or misspells it. */
function alias(text: string): string {
  return text
    .replace('山嘴子', '山咀子')
    .replace('甘招', '甘召')
    .replace('街道', '镇')
    .replace(/村$/, '')
    .replace('营子乡', '营子');
}

/** The 12-digit code of a village, or of the county where the village is not known. */
export function placeCode(place: Place | undefined): string {
  return place ? place.code : '211324000000';
}

/** 2012-03-05 for 20120305; shorter digits as they are. */
export function dashed(birth: string): string {
  return birth.length === 8 ? `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}` : birth;
}

export const disabilityWords = ['无残疾', '视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾', '多重残疾'];

/** The card number of a disabled child: ID number, kind, level. */
export function cardNumber(draft: Draft): string {
  const { child } = draft;
  if (!child || child.disability === 0) return '';
  const id = /^\d{17}[\dX]$/.test(draft.idNumber) ? draft.idNumber : child.idNumber;
  return `${id}${child.disability}${levelOf(draft)}`;
}

/** Level 1 (heaviest) to 4. */
export function levelOf(draft: Draft): number {
  return 1 + ((draft.child?.id ?? 0) % 4);
}

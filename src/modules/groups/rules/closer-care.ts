import type { Sentence } from '../../../kernel/refusal';

/** Why a child is looked at more closely, in words that say nothing about it: its grade, or that somebody has marked it. */
export const careReasonKeys = ['key-grade', 'marked'] as const;
export type CareReason = (typeof careReasonKeys)[number];

/** What is said of it. */
export const careWords: { readonly [R in CareReason]: Sentence } = {
  'key-grade': { zh: '八、九年级', en: 'grade 8 or 9' },
  marked: { zh: '需关注', en: 'needs care' },
};

/** 重点学段 (方案 三(四)). */
const keyGrades: readonly number[] = [8, 9];

/** The reasons for which a child is on the closer ladder; none: it is not. */
export function careReasons({
  grade,
  marked,
}: {
  readonly grade: number | null;
  readonly marked: boolean;
}): readonly CareReason[] {
  return [
    ...(grade !== null && keyGrades.includes(grade) ? (['key-grade'] as const) : []),
    ...(marked ? (['marked'] as const) : []),
  ];
}

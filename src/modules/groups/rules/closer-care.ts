/** Why a child is looked at more closely, in words that say nothing about it: its grade, or that somebody has marked it. */
export type CareReason = 'key-grade' | 'marked';

/** 重点学段 (方案 三(四)). */
const keyGrades: readonly number[] = [8, 9];

/**
 * The closer ladder. Who is on it is the county's plan; how much sooner a step comes, nobody has written down: it is a proposal
 * until the bureau has confirmed it.
 */
export const closerRule = {
  who: { label: 'basis', source: { zh: '方案 三(四)：重点人群、重点学段（初中八、九年级）', en: 'plan 三(四)' } },
  /** school days by which each step comes sooner */ sooner: 1,
  steps: { label: 'system', source: { zh: '没有文件写明提前几天', en: 'no notice names the days' } },
} as const;

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

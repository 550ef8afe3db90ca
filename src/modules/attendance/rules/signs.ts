import type { CellWord } from './month-grid';

/**
 * How a cell of a class sheet is written: shapes that a grey printout keeps apart, as paper registers have them (our selection). A
 * class that was not called leaves its cells empty, for others have to see that nobody knows.
 */
export const signOf = {
  here: '√',
  absent: '×',
  sick: '△',
  personal: '○',
  late: '◇',
  early: '□',
  none: '／',
  open: '',
} as const satisfies Record<CellWord, string>;

/** What the signs are called, in the order of the legend. */
export const signWords: readonly { readonly word: CellWord; readonly zh: string; readonly en: string }[] = [
  { word: 'here', zh: '到', en: 'here' },
  { word: 'absent', zh: '没来', en: 'away' },
  { word: 'sick', zh: '病假', en: 'sick leave' },
  { word: 'personal', zh: '事假', en: 'other leave' },
  { word: 'late', zh: '迟到', en: 'late' },
  { word: 'early', zh: '早退', en: 'left early' },
  { word: 'none', zh: '不在名单', en: 'not on the list' },
];

import type { CellWord } from './month-grid';
import { signOf } from './signs';

/** What a cell of a sheet can say of a child that was on the list. */
export type SaidWord = Exclude<CellWord, 'none' | 'open'>;

/** How paper registers and attendance machines write it; the signs of our own sheets are added below (our selection). */
const written: Readonly<Record<SaidWord, readonly string[]>> = {
  here: ['到', '到校', '已到', '出勤', '正常', '在校', '来了', '✓', '✔', 'v'],
  absent: ['没来', '未到', '缺', '缺勤', '缺课', '旷', '旷课', '无故缺课', 'x', '✗'],
  sick: ['病', '病假', '因病', '因病缺课'],
  personal: ['事', '事假', '假', '请假', '其他', '其它', '其他假', '〇'],
  late: ['迟', '迟到'],
  early: ['早退', '退'],
};

const nothing = new Set(['', '/', '-', '—', '无', signOf.none.normalize('NFKC')]);
const words = new Map<string, SaidWord>(
  (Object.keys(written) as SaidWord[]).flatMap((word) => [signOf[word], ...written[word]].map((text) => [plain(text), word])),
);

/** What a cell says: a word, nothing, or undefined where nobody can tell. */
export function wordOf(cell: string): SaidWord | 'nothing' | undefined {
  const text = plain(cell);
  return nothing.has(text) ? 'nothing' : words.get(text);
}

/** The text without differences of width, case and spaces. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

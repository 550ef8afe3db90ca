import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import type { MonthView, SheetView, SignedView } from '../contract';
import type { Moved } from '../rules/moved';
import { kindSays } from '../said';
import type { SheetLine } from './use-sheet';
import { checkWords, sheetWords } from './words';

/** A month in words: 2025年3月. */
export function useMonthWords(): (month: string) => string {
  const w = useWords(checkWords);
  return (month) => w.month(Number(month.slice(0, 4)), Number(month.slice(5)));
}

/** What the data say of a child that differs: 在籍不在校 · 点名 14 天，到 0 天 · 听泉小学 也有. */
export function useLineWords(): (line: Pick<SheetLine, 'kind' | 'called' | 'present' | 'leave' | 'elsewhere'>) => string {
  const w = useWords(checkWords);
  const say = useSay();
  return ({ kind, called, present, leave, elsewhere }) =>
    [
      ...(kind === null ? [] : [say(kindSays[kind])]),
      called === 0 ? w.notCalled : w.called(called, present),
      ...(leave > 0 ? [w.calledLeave(leave)] : []),
      ...(elsewhere === '' ? [] : [w.place(elsewhere)]),
    ].join(' · ');
}

/** Who has signed, and when. */
export function useSignedWords(): (signed: SignedView, today: string) => string {
  const w = useWords(checkWords);
  const { language } = useLanguage();
  return ({ by, as, at }, today) => (as === 'teacher' ? w.by : w.byRegistrar)(by, momentWords(at, today, language));
}

/** The head of a sheet: 2025年3月 · 核对日 2025-03-20 · 点名 14 天. */
export function useSheetNote(): (view: Pick<SheetView, 'daysCalled'> & { readonly month: MonthView }) => string {
  const w = useWords(checkWords);
  const s = useWords(sheetWords);
  const monthOf = useMonthWords();
  return ({ month, daysCalled }) =>
    [monthOf(month.month), month.open ? w.checkDay(month.openDay) : w.opensOn(month.openDay), s.daysCalled(daysCalled)].join(
      ' · ',
    );
}

/** How a list has moved while somebody looked at it, a line each way. */
export function useMovedWords(): (moved: readonly Moved[]) => readonly string[] {
  const s = useWords(sheetWords);
  return (moved) =>
    (['came', 'left', 'differs'] as const).flatMap((how) => {
      const names = moved.filter((one) => one.how === how).map(({ name }) => name);
      return names.length === 0 ? [] : [s[how](names.join('、'))];
    });
}

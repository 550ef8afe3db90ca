import { useSay, useWords } from '../../../ui/shared/language';
import type { ExceptionView } from '../contract';
import { exceptionNames } from '../words';
import type { WhoseList } from './use-whose';
import { calendarWords } from './words';

type Said = Pick<ExceptionView, 'kind' | 'from' | 'until' | 'path' | 'grades'>;

/** 全县 2025-03-05 至 2025-03-06 停课: an exception in one line. */
export function useExceptionSays({ list }: WhoseList): (exception: Said) => string {
  const w = useWords(calendarWords);
  const say = useSay();
  return ({ kind, from, until, path, grades }) => {
    const days = from === until ? from : w.termDays(from, until);
    const whose = list.find((one) => one.path === path)?.label ?? '';
    const only = grades.length > 0 ? w.gradesOnly(grades.join('、')) : '';
    return [whose, days, say(exceptionNames[kind]), only].filter((part) => part !== '').join(' ');
  };
}

import { dueWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { GrantView } from './calls';
import { grantWords } from './words';

/** A right that ends within so many days is marked, so that somebody renews it in time. Our choice. */
const SOON_DAYS = 30;

type Held = Pick<GrantView, 'state' | 'fromDay' | 'untilDay' | 'approvedAt'>;

/** How a right stands on a day: waits, in force and for how long, over, refused, ended. */
export function GrantState({ grant, today }: { readonly grant: Held; readonly today: string }) {
  const w = useWords(grantWords);
  const { language } = useLanguage();
  const { state, fromDay, untilDay, approvedAt } = grant;
  if (state === 'asked')
    return (
      <ToneChip tone="watch" shape="clock">
        {w.asked}
      </ToneChip>
    );
  if (state === 'ended')
    return (
      <ToneChip tone="quiet" shape="ring">
        {approvedAt === null ? w.refused : w.ended}
      </ToneChip>
    );
  if (fromDay > today)
    return (
      <ToneChip tone="info" shape="half">
        {w.later}
      </ToneChip>
    );
  if (untilDay !== null && untilDay < today)
    return (
      <ToneChip tone="quiet" shape="ring">
        {w.over}
      </ToneChip>
    );
  const left = untilDay === null ? SOON_DAYS + 1 : (Date.parse(untilDay) - Date.parse(today)) / 86_400_000;
  if (left > SOON_DAYS) return <>{w.open}</>;
  return (
    <ToneChip tone="watch" shape="triangle">
      {w.soon(dueWords(untilDay ?? '', today, language))}
    </ToneChip>
  );
}

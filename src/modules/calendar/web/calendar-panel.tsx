import { SidePanel } from '../../../ui/desk/side-panel';
import { calendarWords as dayInWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import type { CalendarView } from '../contract';
import type { CalendarAddress } from './calendar-page';
import { DayPanel } from './day-panel';
import { HolidaysPanel } from './holidays-panel';
import { SettingForm } from './setting-form';
import { TermForm } from './term-form';
import type { WhoseList } from './use-whose';
import { calendarWords } from './words';

export type PanelProps = { readonly view: CalendarView; readonly address: CalendarAddress; readonly whose: WhoseList };

/** Beside the calendar: one day, or what is being set. */
export function CalendarPanel(props: PanelProps) {
  const { address } = props;
  const title = useTitle(props);
  const close = () => address.change({ day: undefined, task: undefined });
  return (
    <SidePanel open={title !== undefined} title={title} onClose={close}>
      <PanelContent {...props} onDone={close} />
    </SidePanel>
  );
}

function useTitle({ address, whose }: PanelProps): string | undefined {
  const w = useWords(calendarWords);
  const { language } = useLanguage();
  const { day, task } = address.search;
  if (task?.startsWith('term-')) return w.termNumber(Number(task.slice(5)));
  if (task === 'setting') return w.setting;
  if (task !== undefined) return w.holidaysOf(Number(task.slice(9)));
  return day === undefined ? undefined : dayInWords(day, whose.today, language);
}

function PanelContent({ onDone, ...props }: PanelProps & { readonly onDone: () => void }) {
  const { view, address } = props;
  const { day, task } = address.search;
  const key = `${view.schoolYear} ${task ?? day}`;
  if (task === 'term-1' || task === 'term-2')
    return <TermForm key={key} view={view} number={task === 'term-1' ? 1 : 2} onDone={onDone} />;
  if (task === 'setting') return <SettingForm key={key} view={view} onDone={onDone} />;
  if (task !== undefined) return <HolidaysPanel key={key} year={Number(task.slice(9))} onDone={onDone} />;
  return day === undefined ? null : <DayPanel key={key} {...props} day={day} />;
}

import { Input, Radio } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { type CalendarView, YearSettingChange } from '../contract';
import { changeYearSetting, getCalendar } from './calls';
import { Leave, SourceFields, Theirs } from './source-fields';
import { useConflict } from './use-conflict';
import { calendarWords } from './words';

const { examDay, makeUpDaysTaught, source, reason } = YearSettingChange.shape;
const Typed = z.object({ examDay: examDay.unwrap().optional(), makeUpDaysTaught, source, reason });
const renews = [getCalendar];

/** The day of the 中考, and whether weekends that are worked instead of a holiday are taught. */
export function SettingForm({ view, onDone }: { readonly view: CalendarView; readonly onDone: () => void }) {
  const w = useWords(calendarWords);
  const undo = useUndo();
  const { run } = useAction(changeYearSetting, { renews });
  const { theirs, version, guarded } = useConflict(view.setting);
  const params = { schoolYear: view.schoolYear };
  const save = async ({ examDay: exam, ...typed }: z.output<typeof Typed>) => {
    const before = theirs ?? view.setting;
    const saved = await guarded(() => run({ params, body: { ...typed, examDay: exam ?? null, version } }));
    const former = { examDay: before.examDay, makeUpDaysTaught: before.makeUpDaysTaught, source: before.source };
    undo({
      says: w.settingSaved,
      undo: () => run({ params, body: { ...former, reason: w.undoReason, version: saved.version } }),
    });
    onDone();
  };
  const known = view.setting;
  const choices = [
    { value: true, label: w.yes },
    { value: false, label: w.no },
  ];
  return (
    <div className="cal-form">
      <ZodForm
        schema={Typed}
        initial={{ makeUpDaysTaught: known.makeUpDaysTaught, ...(known.examDay === null ? {} : { examDay: known.examDay }) }}
        submit={w.saveSetting}
        onSubmit={save}
        beside={<Leave onDone={onDone} />}
      >
        <FormField name="examDay" label={w.exam} hint={w.examHint}>
          <Input type="date" />
        </FormField>
        <FormField name="makeUpDaysTaught" label={w.makeUp}>
          <Radio.Group options={choices} />
        </FormField>
        <SourceFields />
        {theirs ? <Theirs>{`${w.exam} ${theirs.examDay ?? w.notSet}`}</Theirs> : null}
      </ZodForm>
    </div>
  );
}

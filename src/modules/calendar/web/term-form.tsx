import { Checkbox, Input } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { type CalendarView, TermChange } from '../contract';
import { changeTerm, getCalendar } from './calls';
import { Leave, SourceFields, Theirs } from './source-fields';
import { useConflict } from './use-conflict';
import { calendarWords } from './words';

const Typed = z.object(TermChange.shape).omit({ version: true });
const renews = [getCalendar];

type TermFormProps = { readonly view: CalendarView; readonly number: 1 | 2; readonly onDone: () => void };

/** The days of a term, and whether the bureau has confirmed them. */
export function TermForm({ view, number, onDone }: TermFormProps) {
  const w = useWords(calendarWords);
  const say = useSay();
  const tell = useTell();
  const undo = useUndo();
  const { run } = useAction(changeTerm, { renews });
  const known = view.terms.find(({ term }) => term.number === number)?.term;
  const { theirs, version, guarded } = useConflict(known);
  const params = { schoolYear: view.schoolYear, number: String(number) };
  const save = async (typed: z.output<typeof Typed>) => {
    const before = theirs ?? known;
    const saved = await guarded(() => run({ params, body: { ...typed, version } }));
    const says = w.termSaved(say(saved.name));
    if (before) {
      const { opensDay, firstDay, lastDay, confirmed, source } = before;
      const back = { opensDay, firstDay, lastDay, confirmed, source, reason: w.undoReason, version: saved.version };
      undo({ says, undo: () => run({ params, body: back }) });
    } else tell.done(says);
    onDone();
  };
  const { opensDay, firstDay, lastDay } = known ?? {};
  return (
    <div className="cal-form">
      <ZodForm
        schema={Typed}
        initial={{ ...(known ? { opensDay, firstDay, lastDay } : {}), confirmed: true } as Partial<z.input<typeof Typed>>}
        submit={w.saveTerm}
        onSubmit={save}
        beside={<Leave onDone={onDone} />}
      >
        <FormField name="opensDay" label={w.opens}>
          <Input type="date" />
        </FormField>
        <div className="cal-pair">
          <FormField name="firstDay" label={w.first}>
            <Input type="date" />
          </FormField>
          <FormField name="lastDay" label={w.last}>
            <Input type="date" />
          </FormField>
        </div>
        <FormField name="confirmed" label="" valueProp="checked">
          <Checkbox>{w.confirmed}</Checkbox>
        </FormField>
        <SourceFields />
        {theirs ? <Theirs>{w.termDays(theirs.firstDay, theirs.lastDay)}</Theirs> : null}
      </ZodForm>
    </div>
  );
}

import { Input, Radio, Select } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { NewException } from '../contract';
import type { PanelProps } from './calendar-panel';
import { addException, getCalendar, takeBackException } from './calls';
import { useExceptionSays } from './exception-says';
import { Leave, SourceFields } from './source-fields';
import { calendarWords } from './words';

const { kind, from, until, grades, reason } = NewException.shape;
const Typed = z.object({ kind, from, until, of: z.string().default(''), grades: grades.default([]), reason });
const renews = [getCalendar];

/** 登记停课或补课, for the county, a township or a school, and perhaps some grades only. */
export function ExceptionForm({ view, address, whose, day }: PanelProps & { readonly day: string }) {
  const w = useWords(calendarWords);
  const undo = useUndo();
  const says = useExceptionSays(whose);
  const { run } = useAction(addException, { renews });
  const back = useAction(takeBackException, { renews });
  const isTaught = view.days[daysBetween(view.first, day)] === '1';
  const save = async ({ of, ...typed }: z.output<typeof Typed>) => {
    const place = whose.list.find(({ value }) => value === of);
    if (!place) throw new Error(`nobody in the list is called ${of}`);
    const added = await run({ body: { ...typed, tree: place.tree, path: place.path } });
    const removal = { reason: w.undoReason, version: added.version };
    undo({ says: w.registered(says(added)), undo: () => back.run({ params: { id: added.id }, body: removal }) });
    // What holds for a township or a grade alone is not seen in the county's calendar, so that one is opened.
    address.change({ of: of || undefined, grade: typed.grades[0], day: typed.from });
  };
  const gradeChoices = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => ({ value: grade, label: String(grade) }));
  const kinds = [
    { value: 'closed', label: w.closed },
    { value: 'taught', label: w.extra },
  ];
  return (
    <div className="cal-form">
      <ZodForm
        schema={Typed}
        initial={{ kind: isTaught ? 'closed' : 'taught', from: day, until: day, of: address.search.of ?? '', grades: [] }}
        submit={w.registerThis}
        onSubmit={save}
        beside={<Leave onDone={() => address.change({ day: undefined })} />}
      >
        <FormField name="kind" label={w.kind}>
          <Radio.Group options={kinds} />
        </FormField>
        <div className="cal-pair">
          <FormField name="from" label={w.from}>
            <Input type="date" />
          </FormField>
          <FormField name="until" label={w.until}>
            <Input type="date" />
          </FormField>
        </div>
        <FormField name="of" label={w.forWhom} marks={false}>
          <Select options={[...whose.list]} showSearch={{ optionFilterProp: 'label' }} />
        </FormField>
        <FormField name="grades" label={w.grades} hint={w.gradesHint}>
          <Select mode="multiple" options={gradeChoices} />
        </FormField>
        <SourceFields withSource={false} />
      </ZodForm>
    </div>
  );
}

function daysBetween(first: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000);
}

import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { type ClassView, NewClass, type SchoolView } from '../contract';
import { gradeName } from '../rules/school-class';
import { daysOfSchoolYear, schoolYearOf } from '../rules/school-year';
import { addClass, changeClass, closeClass, getClasses } from './calls';
import { ClosingForm } from './closing-form';
import { TheirVersion, useConflict } from './conflict';
import type { SchoolsAddress } from './school-panel';
import type { Areas } from './use-areas';
import { classWords, commonWords, schoolWords, usualReasons } from './words';

const Draft = z.object({
  grades: NewClass.shape.grades,
  number: z.coerce.number().int().min(1).max(99),
  label: NewClass.shape.label.unwrap().optional(),
  from: NewClass.shape.from,
});
const Change = Draft.omit({ from: true });

const renews = [getClasses];

type TaskProps = {
  readonly school: SchoolView;
  readonly address: SchoolsAddress;
  readonly areas: Areas;
  readonly onDone: () => void;
};

/** What is being done to a class of the school: one more, another number or name, its end. */
export function ClassTask({ task, ...rest }: TaskProps & { readonly task: string }) {
  const { school, address, areas, onDone } = rest;
  const w = useWords(classWords);
  const common = useWords(commonWords);
  const schoolYear = address.search.year ?? schoolYearOf(areas.today);
  const answer = useAnswer(getClasses, { query: { schoolYear, school: school.id, page: 1, size: 200 } });
  if (task === 'add-class') return <NewClassForm {...rest} schoolYear={schoolYear} />;
  if (!answer.data) return answer.error ? <ErrorState refused={answer.error} /> : <LoadingState />;
  const each = answer.data.rows.find(({ id }) => task.endsWith(id));
  if (!each) return <EmptyState says={w.none} next={<Button onClick={onDone}>{common.back}</Button>} />;
  if (task.startsWith('end-')) return <ClassClosing {...rest} each={each} />;
  return <ClassChangeForm {...rest} each={each} />;
}

function NewClassForm({ school, schoolYear, onDone }: TaskProps & { readonly schoolYear: string }) {
  const w = useWords(classWords);
  const common = useWords(commonWords);
  const say = useSay();
  const tell = useTell();
  const { run } = useAction(addClass, { renews });
  const { first } = daysOfSchoolYear(schoolYear);
  const save = async ({ label, ...typed }: z.output<typeof Draft>) => {
    const added = await run({ body: { ...typed, label: label ?? null, schoolId: school.id, schoolYear } });
    tell.done(w.added(say(added.name)));
    onDone();
  };
  return (
    <Titled title={`${w.addTitle(school.name)} · ${common.schoolYearSays(schoolYear)}`}>
      <ZodForm
        schema={Draft}
        initial={{ grades: [school.firstGrade], ...(school.from > first ? { from: school.from } : {}) }}
        submit={w.addThis}
        onSubmit={save}
        beside={<Button onClick={onDone}>{common.cancel}</Button>}
      >
        <ClassFields school={school} />
        <FormField name="from" label={w.from} hint={w.fromHint}>
          <Input type="date" />
        </FormField>
      </ZodForm>
    </Titled>
  );
}

function ClassChangeForm({ school, each, onDone }: TaskProps & { readonly each: ClassView }) {
  const w = useWords(classWords);
  const common = useWords(commonWords);
  const save = useWords(schoolWords).save;
  const say = useSay();
  const undo = useUndo();
  const { run } = useAction(changeClass, { renews });
  const { theirs, version, guarded } = useConflict(each);
  const params = { id: each.id };
  const change = async ({ label, ...typed }: z.output<typeof Change>) => {
    const before = theirs ?? each;
    const changed = await guarded(() => run({ params, body: { ...typed, label: label ?? null, version } }));
    const back = { grades: [...before.grades], number: before.number, label: before.label, version: changed.version };
    undo({ says: w.changed(say(changed.name)), undo: () => run({ params, body: back }) });
    onDone();
  };
  return (
    <Titled title={w.changeOf(say(each.name))}>
      <ZodForm
        schema={Change}
        initial={{ grades: [...each.grades], number: each.number, label: each.label ?? '' }}
        submit={save}
        onSubmit={change}
        beside={<Button onClick={onDone}>{common.cancel}</Button>}
      >
        <ClassFields school={school} />
        {theirs ? <TheirVersion facts={[{ says: w.name, value: say(theirs.name) }]} /> : null}
      </ZodForm>
    </Titled>
  );
}

function ClassClosing({ each, areas, onDone }: TaskProps & { readonly each: ClassView }) {
  const w = useWords(classWords);
  const { language } = useLanguage();
  const say = useSay();
  const tell = useTell();
  const { run } = useAction(closeClass, { renews });
  const { version, guarded } = useConflict(each);
  return (
    <Titled title={w.closeOf(`${each.school} ${say(each.name)}`)}>
      <ClosingForm
        effect={w.closeEffect}
        until={areas.today}
        submit={w.closeThis}
        reasons={usualReasons.close[language]}
        onSubmit={async ({ until, reason }) => {
          await guarded(() => run({ params: { id: each.id }, body: { until, reason, version } }));
          tell.done(w.closedNow(say(each.name)));
          onDone();
        }}
        onLeave={onDone}
      />
    </Titled>
  );
}

function ClassFields({ school }: { readonly school: SchoolView }) {
  const w = useWords(classWords);
  const say = useSay();
  const grades = Array.from({ length: school.lastGrade - school.firstGrade + 1 }, (_, place) => school.firstGrade + place);
  return (
    <>
      <FormField name="grades" label={w.grades} hint={w.gradesHint}>
        <Select mode="multiple" options={grades.map((grade) => ({ value: grade, label: say(gradeName(grade)) }))} />
      </FormField>
      <FormField name="number" label={w.number}>
        <Input inputMode="numeric" maxLength={2} />
      </FormField>
      <FormField name="label" label={w.label} hint={w.labelHint}>
        <Input maxLength={40} />
      </FormField>
    </>
  );
}

function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="area-form-narrow">
      <h2 className="area-task-title">{title}</h2>
      {children}
    </div>
  );
}

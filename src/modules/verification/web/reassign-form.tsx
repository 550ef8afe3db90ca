import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { useAreas, useSchools } from '../../area/web/index';
import type { TaskView } from '../contract';
import { getTask, getTasks, getUnits, moveTask } from './calls';
import { deskWords } from './words';

const Shape = z.object({ to: z.string().min(1), reason: z.string().trim().min(2).max(200) });

/** Passes a question on to a village, a township or a school. */
export function ReassignForm({ task }: { readonly task: TaskView }) {
  const w = useWords(deskWords);
  const { areas, placeOf } = useAreas();
  const schools = useSchools();
  const { run } = useAction(moveTask, { renews: [getTask, getTasks, getUnits] });
  const options = useMemo(
    () => [
      ...areas
        .filter(({ level }) => level !== 'county')
        .map(({ code, path }) => ({ value: `area ${path}`, label: placeOf(code) })),
      ...schools.map(({ path, name }) => ({ value: `school ${path}`, label: name })),
    ],
    [areas, placeOf, schools],
  );
  return (
    <details className="nol-verification-move">
      <summary>{w.moveTitle}</summary>
      <ZodForm
        schema={Shape}
        submit={w.moveOn}
        onSubmit={async ({ to, reason }) => {
          const [tree, path = ''] = to.split(' ');
          const body = { tree: tree === 'school' ? ('school' as const) : ('area' as const), path, reason, version: task.version };
          await run({ params: { id: task.taskId }, body });
        }}
      >
        <FormField name="to" label={w.moveTo}>
          <Select showSearch optionFilterProp="label" options={options} />
        </FormField>
        <FormField name="reason" label={w.moveWhy}>
          <Input maxLength={200} />
        </FormField>
      </ZodForm>
    </details>
  );
}

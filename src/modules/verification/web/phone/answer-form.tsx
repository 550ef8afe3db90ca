import type { ReactNode } from 'react';
import { useCall } from '../../../../ui/shared/server-context';
import type { TaskView } from '../../contract';
import { addAnswer, addFile, dropFile } from '../calls';
import { type Visit, VisitForm } from './visit-form';

type FormProps = {
  readonly task: TaskView;
  readonly title: string;
  readonly kind: string;
  readonly note: string;
  readonly above: string;
  readonly onHanded: (task: TaskView) => void;
  readonly children: ReactNode;
};

/** The answer to a question of the bureau. */
export function AnswerForm({ task, title, kind, note, above, onHanded, children }: FormProps) {
  const call = useCall();
  const params = { id: task.taskId };
  const hand = async (visit: Visit) => onHanded(await call(addAnswer, { params, body: { ...visit, version: task.version } }));
  const photos = {
    files: task.files,
    add: async (body: FormData, proof: string) => (await call(addFile, { params, query: { proof }, body })).files,
    drop: async (file: string) => (await call(dropFile, { params: { ...params, file } })).files,
  };
  const form = { draftKey: task.taskId, today: task.today, groups: task.groups, title, kind, note, above, photos, onHand: hand };
  return <VisitForm {...form}>{children}</VisitForm>;
}

import { Form, Input, Modal, Radio, Select } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { MarkRequest } from '../contract';
import { type GroupKey, groupOf } from '../rules/groups';
import { lastDayFrom } from '../rules/marks';
import { getChildGroups, getGroups, getMembers, markChild } from './calls';
import { formWords } from './words';

const renews = [getChildGroups, getGroups, getMembers];

type MarkDialogProps = {
  readonly childId: string;
  /** those that may be added */ readonly groups: readonly GroupKey[];
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Marks a child: in which group, by which definition, by which document, from when until when. */
export function MarkDialog({ childId, groups, open, onClose }: MarkDialogProps) {
  const w = useWords(formWords);
  const say = useSay();
  const tell = useTell();
  const today = useToday();
  const mark = useAction(markChild, { renews });
  return (
    <Modal open={open} title={w.submit} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      <ZodForm
        schema={MarkRequest}
        initial={{ fromDay: today, untilDay: lastDayFrom(today) }}
        submit={w.submit}
        onSubmit={async (body) => {
          await mark.run({ params: { id: childId }, body });
          tell.done(w.done(say(groupOf(body.group))));
          onClose();
        }}
      >
        <FormField name="group" label={w.group}>
          <GroupSelect groups={groups} />
        </FormField>
        <DefinitionField />
        <FormField name="document" label={w.document} hint={w.documentHint}>
          <Input maxLength={200} autoComplete="off" />
        </FormField>
        <FormField name="fromDay" label={w.from}>
          <Input type="date" max={today} />
        </FormField>
        <FormField name="untilDay" label={w.until} hint={w.untilHint}>
          <Input type="date" min={today} max={lastDayFrom(today)} />
        </FormField>
      </ZodForm>
    </Modal>
  );
}

/** Takes id, value and onChange of the form. A group with one definition needs no choice of it. */
function GroupSelect({ groups, ...props }: { readonly groups: readonly GroupKey[] }) {
  const say = useSay();
  const form = Form.useFormInstance();
  const choose = (group: GroupKey) => {
    const { definitions } = groupOf(group);
    form.setFieldsValue({ definition: definitions.length === 1 ? definitions[0]?.key : undefined });
  };
  return (
    <Select
      {...props}
      options={groups.map((value) => ({ value, label: say(groupOf(value)) }))}
      onSelect={choose}
      showSearch={false}
    />
  );
}

function DefinitionField() {
  const w = useWords(formWords);
  const say = useSay();
  const group: GroupKey | undefined = Form.useWatch('group');
  if (group === undefined) return null;
  const options = groupOf(group).definitions.map((one) => ({ value: one.key, label: `${say(one)}（${say(one.source)}）` }));
  return (
    <FormField name="definition" label={w.definition}>
      <Radio.Group className="nol-reasons" options={options} />
    </FormField>
  );
}

import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import type { ChildLine, ChildView } from '../contract';
import { askMerge, getMerges } from './calls';
import { mergeAskWords } from './change-words';
import { FindField } from './find-field';
import { useLineParts, useNameOf } from './line';
import { mergesPlace } from './places';

type MergeAskDialogProps = {
  readonly child: Pick<ChildView, 'childId'>;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
};

const Asked = z.object({ reason: z.string().min(2).max(200) });
const renews = [getMerges];

/** Finds the other record of a child and asks for the two to be merged. */
export function MergeAskDialog({ child, name, open, onClose }: MergeAskDialogProps) {
  const w = useWords(mergeAskWords);
  return (
    <Modal open={open} title={w.title(name)} onCancel={onClose} footer={null} width={680} destroyOnHidden>
      <Inside child={child} onClose={onClose} />
    </Modal>
  );
}

function Inside({ child, onClose }: Pick<MergeAskDialogProps, 'child' | 'onClose'>) {
  const w = useWords(mergeAskWords);
  const go = useGo();
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<ChildLine>();
  const ask = useAction(askMerge, { renews });
  if (other === undefined) {
    return (
      <>
        <p className="child-hint">{w.find}</p>
        <FindField typed={typed} onType={setTyped} onFirst={setOther} onChoose={setOther} />
      </>
    );
  }
  const send = async (reason: string) => {
    const { mergeId } = await ask.run({ body: { kept: child.childId, other: other.childId, reason } });
    onClose();
    go(hrefOf(mergesPlace, {}, { open: mergeId }));
  };
  return (
    <ZodForm schema={Asked} submit={w.submit} onSubmit={({ reason }) => send(reason)}>
      <p className="child-hint">{w.note}</p>
      <Chosen other={other} onChange={() => setOther(undefined)} />
      <FormField name="reason" label={w.reason} marks={false}>
        <Input maxLength={200} />
      </FormField>
    </ZodForm>
  );
}

function Chosen({ other, onChange }: { readonly other: ChildLine; readonly onChange: () => void }) {
  const w = useWords(mergeAskWords);
  const name = useNameOf()(other);
  const parts = useLineParts()(other);
  return (
    <p className="child-chosen">
      <span className="child-hint">{w.chosen}</span> <b>{name}</b>{' '}
      {parts
        .filter(({ says }) => says !== '')
        .map(({ says }) => says)
        .join(' · ')}{' '}
      <Button size="small" onClick={onChange}>
        {w.change}
      </Button>
    </p>
  );
}

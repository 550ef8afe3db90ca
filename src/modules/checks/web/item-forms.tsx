import { Input, Radio, Select } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { type ItemView, OwnerRequest, StepRequest } from '../contract';
import { itemStates, owners } from '../rules/kinds';
import { itemStateSays, ownerSays } from '../said';
import { assignItem, followItem, getChildItems, getItem, getItems, getSchools } from './calls';
import { itemWords } from './item-words';
import './checks.css';

const renews = [getItems, getItem, getChildItems, getSchools];
const Step = z.object({ state: StepRequest.shape.state, note: StepRequest.shape.note });
const Owner = z.object({ owner: OwnerRequest.shape.owner, dueDay: OwnerRequest.shape.dueDay });

/** How a difference goes on: how it is now, with words that show it where it ends; whose it is, and until when. */
export function ItemForms({ item }: { readonly item: ItemView }) {
  return (
    <>
      {item.mayFollow ? <FollowForm item={item} /> : null}
      {item.mayAssign ? <AssignForm item={item} /> : null}
    </>
  );
}

function FollowForm({ item }: { readonly item: ItemView }) {
  const w = useWords(itemWords);
  const say = useSay();
  const tell = useTell();
  const { run } = useAction(followItem, { renews });
  return (
    <section className="nol-check-form">
      <h3>{w.follow}</h3>
      <ZodForm
        schema={Step}
        initial={{ state: item.state }}
        submit={w.save}
        onSubmit={async (said) => {
          await run({ params: { id: item.itemId }, body: { version: item.version, ...said } });
          tell.done(w.saved);
        }}
      >
        <FormField name="state" label={w.next}>
          <Radio.Group options={itemStates.map((value) => ({ value, label: say(itemStateSays[value]) }))} />
        </FormField>
        <FormField name="note" label={w.note} hint={w.noteHint}>
          <Input.TextArea rows={2} maxLength={300} />
        </FormField>
      </ZodForm>
    </section>
  );
}

function AssignForm({ item }: { readonly item: ItemView }) {
  const w = useWords(itemWords);
  const say = useSay();
  const tell = useTell();
  const { run } = useAction(assignItem, { renews });
  return (
    <section className="nol-check-form">
      <h3>{w.assign}</h3>
      <ZodForm
        schema={Owner}
        initial={{ owner: item.owner, dueDay: item.dueDay < item.today ? item.today : item.dueDay }}
        submit={w.save}
        onSubmit={async (said) => {
          await run({ params: { id: item.itemId }, body: { version: item.version, ...said } });
          tell.done(w.saved);
        }}
      >
        <FormField name="owner" label={w.owner}>
          <Select options={owners.map((value) => ({ value, label: say(ownerSays[value]) }))} />
        </FormField>
        <FormField name="dueDay" label={w.dueDay}>
          <Input type="date" min={item.today} />
        </FormField>
      </ZodForm>
    </section>
  );
}

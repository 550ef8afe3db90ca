import { Input } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { type GridHistoryView, NewOwner } from '../contract';
import { getGrid, getGrids, nameOwner } from './calls';
import { Leave } from './leave';
import { ownerReasons, ownerWords, usualDuties } from './owner-words';
import { ReasonField } from './reason-field';
import { UsualField } from './usual-field';
import './fields.css';

/** What is typed about somebody who answers for a grid: like the contract, with an absent field where that says null or nothing. */
export const OwnerTyped = z.object({
  name: NewOwner.shape.name,
  duty: NewOwner.shape.duty.default(''),
  from: NewOwner.shape.from,
  until: NewOwner.shape.until.unwrap().optional(),
  reason: NewOwner.shape.reason.default(''),
});

/** What is shown anew after somebody was named, corrected or ended. */
export const ownerRenews = [getGrids, getGrid];

type NameOwnerFormProps = { readonly grid: GridHistoryView; readonly onDone: () => void; readonly onLeave: () => void };

/** 指定责任人: from a day on; whoever answers for the grid without an end makes room. */
export function NameOwnerForm({ grid, onDone, onLeave }: NameOwnerFormProps) {
  const w = useWords(ownerWords);
  const { language } = useLanguage();
  const say = useSay();
  const today = useToday();
  const tell = useTell();
  const { run } = useAction(nameOwner, { renews: ownerRenews });
  const now = grid.owners.find(({ until }) => until === null);
  const save = async ({ until, ...typed }: z.output<typeof OwnerTyped>) => {
    const named = await run({ body: { ...typed, path: grid.path, userId: null, until: until ?? null } });
    tell.done(`${say(grid.name)}：${w.named(named.name, named.from)}`);
    onDone();
  };
  return (
    <div className="area-form">
      {now ? <p className="area-effect">{w.nameEffect(now.name)}</p> : null}
      <ZodForm
        schema={OwnerTyped}
        initial={{ from: today }}
        submit={w.nameThis}
        onSubmit={save}
        beside={<Leave onLeave={onLeave} />}
      >
        <OwnerFields kind={grid.kind} />
        <ReasonField usual={ownerReasons.name[language]} />
      </ZodForm>
    </div>
  );
}

/** Who, as what, from when until when. */
export function OwnerFields({ kind }: Pick<GridHistoryView, 'kind'>) {
  const w = useWords(ownerWords);
  const { language } = useLanguage();
  return (
    <>
      <FormField name="name" label={w.person}>
        <Input maxLength={40} className="area-form-narrow" />
      </FormField>
      <UsualField name="duty" label={w.duty} usual={usualDuties[kind][language]} maxLength={40} />
      <div className="area-pair">
        <FormField name="from" label={w.from}>
          <Input type="date" />
        </FormField>
        <FormField name="until" label={w.until} hint={w.untilHint}>
          <Input type="date" />
        </FormField>
      </div>
    </>
  );
}

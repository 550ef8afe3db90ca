import { Input } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { type GridHistoryView, type OwnerChange, OwnerChange as OwnerChangeShape, type OwnerView } from '../contract';
import { changeOwner } from './calls';
import { TheirVersion, useConflict } from './conflict';
import { Leave } from './leave';
import { OwnerFields, OwnerTyped, ownerRenews } from './owner-form';
import { ownerReasons, ownerWords } from './owner-words';
import { ReasonField } from './reason-field';
import { commonWords } from './words';

const Ending = z.object({ until: OwnerChangeShape.shape.from, reason: OwnerTyped.shape.reason });

type OwnerTaskProps = {
  /** `change-<id>` or `end-<id>`. */
  readonly task: string;
  readonly grid: GridHistoryView;
  readonly owner: OwnerView;
  readonly onDone: () => void;
};

/** One who answers for a grid is corrected, or his last day is set; either can be taken back. */
export function OwnerTask({ task, grid, owner, onDone }: OwnerTaskProps) {
  const w = useWords(ownerWords);
  const { language } = useLanguage();
  const today = useToday();
  const { save, theirs } = useSaving(owner, onDone);
  const before = theirs ?? owner;
  const their = theirs ? <Theirs owner={theirs} /> : null;
  if (task.startsWith('end-')) {
    return (
      <div className="area-form-narrow">
        <h2 className="area-task-title">{w.endTitle(owner.name)}</h2>
        <p className="area-effect">{w.endEffect}</p>
        <ZodForm
          schema={Ending}
          initial={{ until: today }}
          submit={w.endThis}
          onSubmit={({ until, reason }) =>
            save({ ...fieldsOf(before), until, reason }, (changed) => w.ended(changed.name, until))
          }
          beside={<Leave onLeave={onDone} />}
        >
          <FormField name="until" label={w.endLast}>
            <Input type="date" />
          </FormField>
          <ReasonField usual={ownerReasons.end[language]} />
          {their}
        </ZodForm>
      </div>
    );
  }
  const { name, duty, from, until } = owner;
  return (
    <div className="area-form">
      <h2 className="area-task-title">{w.changeTitle(owner.name)}</h2>
      <p className="area-quiet">{w.changeHint}</p>
      <ZodForm
        schema={OwnerTyped}
        initial={{ name, duty, from, ...(until === null ? {} : { until }) }}
        submit={w.save}
        onSubmit={(typed) => {
          // An account belongs to a person: another name is not that of the account.
          const userId = typed.name === before.name ? before.userId : null;
          return save({ ...typed, userId, until: typed.until ?? null }, (changed) => w.changed(changed.name));
        }}
        beside={<Leave onLeave={onDone} />}
      >
        <OwnerFields kind={grid.kind} />
        <ReasonField usual={ownerReasons.change[language]} />
        {their}
      </ZodForm>
    </div>
  );
}

/** Sends a change, says what was done and offers to bring back what was before. */
function useSaving(owner: OwnerView, onDone: () => void) {
  const w = useWords(ownerWords);
  const undo = useUndo();
  const { run } = useAction(changeOwner, { renews: ownerRenews });
  const { theirs, version, guarded } = useConflict(owner);
  const save = async (fields: Omit<OwnerChange, 'version'>, says: (changed: OwnerView) => string) => {
    const params = { id: owner.id };
    const changed = await guarded(() => run({ params, body: { ...fields, version } }));
    const back = { ...fieldsOf(theirs ?? owner), reason: w.undoReason, version: changed.version };
    undo({ says: says(changed), undo: () => run({ params, body: back }) });
    onDone();
  };
  return { save, theirs };
}

function Theirs({ owner: { name, duty, from, until } }: { readonly owner: OwnerView }) {
  const w = useWords(ownerWords);
  const common = useWords(commonWords);
  const facts = [
    { says: w.person, value: name },
    { says: w.duty, value: duty || '—' },
    { says: common.from, value: from },
    { says: common.until, value: until ?? common.unlimited },
  ];
  return <TheirVersion facts={facts} />;
}

function fieldsOf({ userId, name, duty, from, until }: OwnerView) {
  return { userId, name, duty, from, until };
}

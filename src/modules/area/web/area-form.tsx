import { Input, Select } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { AreaChange, AreaDraft, type AreaView } from '../contract';
import { plainCode } from '../rules/area-code';
import { areaReasons, areaWords } from './area-words';
import { addArea, changeArea, getArea, getAreas } from './calls';
import { TheirVersion, useConflict } from './conflict';
import { Leave } from './leave';
import { ReasonField } from './reason-field';
import './fields.css';

const Draft = z.object({ ...AreaDraft.shape, otherNames: AreaDraft.shape.otherNames.default([]) });
const Change = z.object({ ...AreaChange.shape, otherNames: AreaChange.shape.otherNames.default([]) }).omit({ version: true });

const renews = [getAreas, getArea];

type AddProps = {
  /** The township that gets a village. */
  readonly below: AreaView | undefined;
  readonly onDone: (code: string) => void;
  readonly onLeave: () => void;
};

/** 新增区划: a township, or a village of a township. */
export function AreaAddForm({ below, onDone, onLeave }: AddProps) {
  const w = useWords(areaWords);
  const { language } = useLanguage();
  const today = useToday();
  const tell = useTell();
  const { run } = useAction(addArea, { renews });
  const save = async (typed: z.output<typeof Draft>) => {
    // Twelve digits that end in zeros are a township written in the length of a village.
    const added = await run({ body: { ...typed, code: plainCode(typed.code) ?? typed.code } });
    tell.done(w.added(added.name));
    onDone(added.code);
  };
  const initial = { otherNames: [], from: today, ...(below === undefined ? {} : { code: below.code }) };
  return (
    <div className="area-form">
      <ZodForm schema={Draft} initial={initial} submit={w.addThis} onSubmit={save} beside={<Leave onLeave={onLeave} />}>
        <FormField name="code" label={w.code} hint={w.addCodeHint}>
          <Input inputMode="numeric" maxLength={12} className="area-form-narrow" />
        </FormField>
        <NameFields />
        <FormField name="from" label={w.addFrom}>
          <Input type="date" className="area-form-narrow" />
        </FormField>
        <ReasonField usual={areaReasons.add[language]} />
      </ZodForm>
    </div>
  );
}

type RenameProps = { readonly area: AreaView; readonly onDone: () => void; readonly onLeave: () => void };

/** 改名, or other spellings: afterwards the former ones can be brought back. */
export function AreaRenameForm({ area, onDone, onLeave }: RenameProps) {
  const w = useWords(areaWords);
  const { language } = useLanguage();
  const today = useToday();
  const undo = useUndo();
  const { run } = useAction(changeArea, { renews });
  const { theirs, version, guarded } = useConflict(area);
  const save = async (typed: z.output<typeof Change>) => {
    const before = theirs ?? area;
    const params = { code: area.code };
    const changed = await guarded(() => run({ params, body: { ...typed, version } }));
    const back = { name: before.name, otherNames: [...before.otherNames], from: typed.from, reason: w.undoReason };
    const says = changed.name === before.name ? w.respelled(changed.name) : w.renamed(before.name, changed.name);
    undo({ says, undo: () => run({ params, body: { ...back, version: changed.version } }) });
    onDone();
  };
  const initial = { name: area.name, otherNames: [...area.otherNames], from: today };
  return (
    <div className="area-form">
      <ZodForm schema={Change} initial={initial} submit={w.save} onSubmit={save} beside={<Leave onLeave={onLeave} />}>
        <NameFields />
        <FormField name="from" label={w.renameFrom}>
          <Input type="date" className="area-form-narrow" />
        </FormField>
        <ReasonField usual={areaReasons.rename[language]} />
        {theirs ? <TheirVersion facts={factsOf(theirs, w)} /> : null}
      </ZodForm>
    </div>
  );
}

function NameFields() {
  const w = useWords(areaWords);
  return (
    <>
      <FormField name="name" label={w.name}>
        <Input maxLength={40} />
      </FormField>
      <FormField name="otherNames" label={w.otherNames} hint={w.otherNamesHint}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </FormField>
    </>
  );
}

function factsOf({ name, otherNames }: AreaView, w: { readonly name: string; readonly otherNames: string }) {
  return [
    { says: w.name, value: name },
    { says: w.otherNames, value: otherNames.join('、') || '—' },
  ];
}

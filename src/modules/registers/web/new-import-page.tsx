import { Button, Input, Radio, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useAddress, useGo } from '../../../ui/desk/address';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { Wizard } from '../../../ui/desk/wizard';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { schoolKinds } from '../rules/batch-state';
import { type RegisterKind, registerKinds } from '../rules/register';
import { kindWords } from '../words';
import { getTemplate } from './calls';
import { FileDrop } from './file-drop';
import { batchPlace, newImportPlace, registersPlace } from './places';
import { RefusedNote } from './refused-note';
import { SaveButton } from './save-button';
import { useSchools } from './units';
import { type ImportDraft, useImportDraft } from './use-import-draft';
import { useUpload } from './use-upload';
import { useSteps, useWizardHelp } from './wizard-frame';
import { fileWords, wizardWords } from './words';
import './registers.css';
import './import.css';

/** 导入名册, the first step: which file, which list, whose, of which day. */
export function NewImportPage() {
  const w = useWords(wizardWords);
  const f = useWords(fileWords);
  const go = useGo();
  const { search } = useAddress(newImportPlace);
  const draft = useImportDraft(search.kind);
  const { upload, sending, refused } = useUpload();
  const start = async () => {
    const wish = draft.check();
    const begun = wish && (await upload(wish, draft.files));
    if (begun) go(hrefOf(batchPlace, { id: begun.id }));
  };
  const foot = (
    <>
      <Button type="primary" loading={sending !== undefined} onClick={() => void start()}>
        {sending === undefined ? f.start : f.sending(sending, draft.files.length)}
      </Button>
      <span className="nol-import-hint">{f.startHint}</span>
    </>
  );
  return (
    <>
      <PageHead title={w.title} above={[{ says: w.lists, href: hrefOf(registersPlace) }]} help={useWizardHelp()} />
      <Wizard steps={useSteps()} current="file" foot={foot}>
        <FileDrop files={draft.files} onChange={draft.setFiles} />
        <Fault>{draft.faults.files}</Fault>
        <KindField draft={draft} />
        <div className="nol-import-fields">
          <UnitField draft={draft} />
          <DayField draft={draft} />
        </div>
        {refused ? <RefusedNote refused={refused} /> : null}
      </Wizard>
    </>
  );
}

function KindField({ draft }: { readonly draft: ImportDraft }) {
  const w = useWords(fileWords);
  const say = useSay();
  return (
    <fieldset className="nol-import-kind">
      <legend>{w.kind}</legend>
      <Radio.Group
        value={draft.kind ?? null}
        onChange={(event) => draft.setKind(event.target.value as RegisterKind)}
        options={registerKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
      />
      {draft.kindIsGuess ? <span className="nol-import-hint">{w.byName}</span> : null}
      {draft.kind ? (
        <p className="nol-import-hint">
          {w.template}{' '}
          <SaveButton
            contract={getTemplate}
            input={{ params: { kind: draft.kind } }}
            says={w.templateOf(say(kindWords[draft.kind]))}
            link
          />
        </p>
      ) : null}
      <Fault>{draft.faults.kind}</Fault>
    </fieldset>
  );
}

/** The bureau brings lists for the county, or for a school what a school may bring; a school brings its own. */
function UnitField({ draft }: { readonly draft: ImportDraft }) {
  const w = useWords(fileWords);
  const all = useWords(wizardWords);
  const id = useId();
  const { user } = useSignedIn();
  const mayChoose = draft.isCounty && draft.kind !== undefined && schoolKinds.has(draft.kind);
  const schools = useSchools(mayChoose);
  const options = [{ value: '', label: all.wholeCounty }, ...schools.map(({ path, name }) => ({ value: path, label: name }))];
  return (
    <div>
      {mayChoose ? <label htmlFor={id}>{w.unit}</label> : <p className="nol-import-label">{w.unit}</p>}
      {mayChoose ? (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          value={draft.unit}
          onChange={draft.setUnit}
        />
      ) : (
        <p>{draft.isCounty ? all.wholeCounty : user.unit || all.ownSchool}</p>
      )}
    </div>
  );
}

function DayField({ draft }: { readonly draft: ImportDraft }) {
  const w = useWords(fileWords);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{w.asOf}</label>
      <Input
        id={id}
        type="date"
        max={draft.today}
        value={draft.asOf}
        aria-describedby={`${id}-hint`}
        onChange={(event) => draft.setAsOf(event.target.value)}
      />
      <p id={`${id}-hint`} className="nol-import-hint">
        {w.asOfHint}
      </p>
      <Fault>{draft.faults.asOf}</Fault>
    </div>
  );
}

function Fault({ children }: { readonly children: ReactNode }) {
  return children ? (
    <p role="alert" className="nol-import-fault">
      {children}
    </p>
  ) : null;
}

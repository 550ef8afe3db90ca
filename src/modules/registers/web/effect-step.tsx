import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { Wizard } from '../../../ui/desk/wizard';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSending } from '../../../ui/shared/use-sending';
import { modeWords } from '../batch-words';
import type { EffectView, PreviewView } from '../contract';
import { commitBatch, getBatch, readBatch } from './calls';
import { CancelButton } from './cancel-button';
import { EffectFigures } from './effect-figures';
import { GuardList } from './guard-list';
import { batchPlace } from './places';
import { RefusedNote } from './refused-note';
import { StepHeading } from './step-heading';
import { commitReasons, effectStepWords } from './step-words';
import { askingGuards, rowsTaken } from './steps';
import { useSteps } from './wizard-frame';

type StepProps = { readonly preview: PreviewView };

const renewed = [getBatch];

/** 看影响: what the list in use would become, how to import, what speaks against it, and the import itself. */
export function EffectStep({ preview }: StepProps) {
  const w = useWords(effectStepWords);
  const { change } = useAddress(batchPlace);
  const { batch, guards } = preview;
  const effect = useChosenEffect(preview);
  const all = [...guards, ...effect.guards];
  const stopped = all.some(({ severity }) => severity === 'stop');
  // Somebody else's list counts since this was looked at; it is looked at anew before it is taken.
  const outdated = batch.refusal?.code === 'current-changed';
  const commit = useCommit(preview, effect);
  const [asked, setAsked] = useState(false);
  const asks = askingGuards(all).length > 0;
  const foot = (
    <>
      <Button
        type="primary"
        disabled={stopped || outdated}
        loading={commit.busy}
        onClick={() => (asks ? setAsked(true) : void commit.send(undefined))}
      >
        {w.commit(rowsTaken(preview, effect.badRows))}
      </Button>
      <Button onClick={() => change({ step: 'check' })}>{w.seeCheck}</Button>
      <CancelButton batch={batch} />
      {stopped ? <span className="nol-import-hint">{w.stopped}</span> : null}
    </>
  );
  return (
    <Wizard steps={useSteps()} current="effect" foot={foot}>
      <StepHeading>{w.heading}</StepHeading>
      {batch.refusal ? <NotCommitted preview={preview} /> : null}
      {commit.refused ? <RefusedNote refused={commit.refused} next={<ReadAgain preview={preview} />} /> : null}
      {preview.errorRows === 0 ? (
        <p>{preview.noticeRows === 0 ? w.checked(preview.rows) : w.checkedNotices(preview.rows, preview.noticeRows)}</p>
      ) : null}
      <Ways preview={preview} effect={effect} />
      <EffectFigures effect={effect} />
      <GuardList guards={all} kind={batch.kind} />
      <ReasonDialog
        open={asked}
        title={w.reasonTitle}
        reasons={commitReasons}
        submit={w.commit(rowsTaken(preview, effect.badRows))}
        onSubmit={commit.run}
        onClose={() => setAsked(false)}
      />
    </Wizard>
  );
}

/** The way that the address names, or the first that the server offers; the server names at least one. */
function useChosenEffect({ effects }: PreviewView): EffectView {
  const { search } = useAddress(batchPlace);
  const wanted = effects.find(({ mode, badRows }) => mode === (search.mode ?? effects[0]?.mode) && badRows === search.bad);
  const effect = wanted ?? effects.find(({ mode }) => mode === search.mode) ?? effects[0];
  if (!effect) throw new Error('a batch that was read has no effect');
  return effect;
}

function useCommit({ batch }: PreviewView, { mode, badRows }: EffectView) {
  const { run: send } = useAction(commitBatch, { renews: renewed });
  const run = async (reason: string | undefined) => {
    const body = { version: batch.version, mode, badRows, ...(reason === undefined ? {} : { reason }) };
    await send({ params: { id: batch.id }, body });
  };
  return { run, ...useSending(run) };
}

/** How to import, and whether rows with mistakes wait; only where there is a choice. */
function Ways({ preview, effect }: StepProps & { readonly effect: EffectView }) {
  const w = useWords(effectStepWords);
  const say = useSay();
  const { change } = useAddress(batchPlace);
  const modes = [...new Set(preview.effects.map(({ mode }) => mode))];
  const mayWait = preview.effects.some(({ badRows }) => badRows === 'wait');
  const hints = { replace: w.replaceHint, add: w.addHint, mend: w.mendHint };
  return (
    <>
      {modes.length > 1 ? (
        <fieldset className="nol-import-kind">
          <legend>{w.mode}</legend>
          <Radio.Group
            className="nol-reasons"
            value={effect.mode}
            onChange={(event) => change({ mode: event.target.value }, { replace: true })}
            options={modes.map((mode) => ({ value: mode, label: `${say(modeWords[mode])}：${hints[mode]}` }))}
          />
        </fieldset>
      ) : null}
      {mayWait ? (
        <p className="nol-import-kind">
          <Checkbox
            checked={effect.badRows === 'wait'}
            onChange={(event) => change({ bad: event.target.checked ? 'wait' : 'take' }, { replace: true })}
          >
            {w.bad(preview.errorRows)}
          </Checkbox>
          <span className="nol-import-hint">{w.badHint}</span>
        </p>
      ) : null}
    </>
  );
}

/** Why an import that was begun did not happen; nothing of it was kept. */
function NotCommitted({ preview }: StepProps) {
  const { refusal } = preview.batch;
  if (!refusal) return null;
  return <RefusedNote refused={{ says: refusal }} next={<ReadAgain preview={preview} />} />;
}

/** Looks anew what the list would change, where somebody else has imported another meanwhile. */
function ReadAgain({ preview }: StepProps) {
  const w = useWords(effectStepWords);
  const { id, version } = preview.batch;
  const { run } = useAction(readBatch, { renews: renewed });
  const { send, busy } = useSending(async () => run({ params: { id }, body: { version } }));
  return (
    <Button size="small" loading={busy} onClick={() => void send(undefined)}>
      {w.reCheck}
    </Button>
  );
}

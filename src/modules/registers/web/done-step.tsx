import { Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { Wizard } from '../../../ui/desk/wizard';
import { dayWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { useSignedIn, useToday } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { modeWords } from '../batch-words';
import type { BatchView } from '../contract';
import { kindWords } from '../words';
import { getBatch, undoBatch } from './calls';
import { MendedDrop } from './mended-drop';
import { newImportPlace, registersPlace } from './places';
import { StepHeading } from './step-heading';
import { doneStepWords, undoReasons } from './step-words';
import { rowsTaken } from './steps';
import { useSteps } from './wizard-frame';
import { wizardWords } from './words';

type DoneProps = { readonly batch: BatchView };

const renewed = [getBatch];

/** 完成: what was imported, under which number, and how to take it back. */
export function DoneStep({ batch }: DoneProps) {
  const w = useWords(doneStepWords);
  const all = useWords(wizardWords);
  const go = useGo();
  const undone = batch.state === 'undone';
  const foot = (
    <>
      <Button type="primary" onClick={() => go(hrefOf(newImportPlace))}>
        {all.another}
      </Button>
      <Button onClick={() => go(hrefOf(registersPlace))}>{all.toLists}</Button>
      {undone ? null : <UndoButton batch={batch} />}
    </>
  );
  return (
    <Wizard steps={useSteps()} current="done" foot={foot}>
      <div role="status">
        <StepHeading>{undone ? w.undone : w.heading(rowsTaken(batch, batch.badRows))}</StepHeading>
      </div>
      {undone ? <p>{w.undoneWhy}</p> : null}
      <BatchFacts batch={batch} />
      {hasRowsToMend(batch) ? <MendedDrop batch={batch} /> : null}
    </Wizard>
  );
}

/** Only of what counts can rows be mended. */
function hasRowsToMend({ state, current, errorRows }: BatchView): boolean {
  return state === 'committed' && current && errorRows > 0;
}

function BatchFacts({ batch }: DoneProps) {
  const w = useWords(doneStepWords);
  const say = useSay();
  const { language } = useLanguage();
  const today = useToday();
  const { errorRows, badRows, committedAt, undoneAt, mode, reason } = batch;
  return (
    <dl>
      <Fact says={w.number}>{batch.number}</Fact>
      <Fact says={w.kind}>{`${say(kindWords[batch.kind])} · ${say(batch.unit)}`}</Fact>
      <Fact says={w.asOf}>{dayWords(batch.asOf, today, language)}</Fact>
      {mode ? <Fact says={w.mode}>{say(modeWords[mode])}</Fact> : null}
      {reason ? <Fact says={w.reason}>{reason}</Fact> : null}
      <Fact says={w.files}>{batch.files.map(({ name }) => name).join('、')}</Fact>
      {badRows === 'wait' && errorRows > 0 ? <Fact says={w.waiting}>{w.waitingRows(errorRows)}</Fact> : null}
      {committedAt ? <Fact says={w.by}>{`${batch.createdBy} · ${momentWords(committedAt, today, language)}`}</Fact> : null}
      {undoneAt ? <Fact says={w.undoneAt}>{momentWords(undoneAt, today, language)}</Fact> : null}
    </dl>
  );
}

function Fact({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <div className="nol-import-fact">
      <dt>{says}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Two presses: the button and the reason. A reason of one's own takes a dialog. */
function UndoButton({ batch }: DoneProps) {
  const w = useWords(doneStepWords);
  const say = useSay();
  const tell = useTell();
  const session = useSignedIn();
  const [asked, setAsked] = useState(false);
  const { run, busy } = useAction(undoBatch, { renews: renewed });
  const undo = async (reason: string) => {
    await run({ params: { id: batch.id }, body: { version: batch.version, reason } });
    tell.done(w.undoneTell);
  };
  const undoAtOnce = (reason: string) =>
    undo(reason).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    });
  if (!holds(session, ['register.undo'])) return null;
  if (!batch.current) return <span className="nol-import-hint">{w.superseded}</span>;
  const items = [
    ...undoReasons.map(({ value, says }) => ({ key: value, label: say(says), onClick: () => void undoAtOnce(value) })),
    { key: 'other', label: w.otherReason, onClick: () => setAsked(true) },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="topLeft">
        <Button loading={busy}>{w.undo}</Button>
      </Dropdown>
      <ReasonDialog
        open={asked}
        title={w.undo}
        reasons={undoReasons}
        submit={w.undo}
        onSubmit={undo}
        onClose={() => setAsked(false)}
      />
    </>
  );
}

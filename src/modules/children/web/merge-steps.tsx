import { Button } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../ui/desk/answers';
import { useKey } from '../../../ui/desk/keys';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import type { MergeView } from '../contract';
import { getChild, getMerge, getMerges, getSources, getTimeline, stepMerge } from './calls';
import { mergeReasons, mergeWords, stepDoneWords, stepWords } from './change-words';

type Step = MergeView['steps'][number];

/** What each step needs: its key, usual reasons where it is recorded with one, and the step that takes it back. */
const facts: {
  readonly [S in Step]: { readonly key: string; readonly reasons?: keyof typeof mergeReasons; readonly undo?: Step };
} = {
  ask: { key: 'y', reasons: 'same', undo: 'withdraw' },
  confirm: { key: 'y' },
  refuse: { key: 'n', reasons: 'different', undo: 'reopen' },
  withdraw: { key: 'w' },
  'ask-undo': { key: 'u', reasons: 'undo', undo: 'keep' },
  'confirm-undo': { key: 'y' },
  keep: { key: 'n', reasons: 'keep' },
  reopen: { key: 'r' },
};
const renews = [getMerges, getMerge, getChild, getSources, getTimeline];

/** The steps that one can do with a pair, each with its key; what can be taken back offers that for ten seconds. */
export function MergeSteps({ merge }: { readonly merge: MergeView }) {
  const w = useWords(mergeWords);
  const words = useWords(stepWords);
  const { asking, setAsking, start, run, busy } = useSteps(merge);
  if (merge.steps.length === 0) return null;
  return (
    <div className="merges-steps">
      {merge.steps.map((step, at) => (
        <StepButton key={step} step={step} main={at === 0 && step !== 'withdraw'} busy={busy} onStart={() => start(step)} />
      ))}
      {merge.steps.includes('withdraw') ? <p className="child-hint">{w.secondPerson}</p> : null}
      <ReasonDialog
        open={asking !== undefined}
        title={asking === undefined ? '' : words[asking]}
        reasons={mergeReasons[(asking && facts[asking].reasons) ?? 'same']}
        submit={asking === undefined ? '' : words[asking]}
        onSubmit={async (reason) => {
          if (asking !== undefined) await run(asking, reason);
          setAsking(undefined);
        }}
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}

function useSteps({ mergeId: id, version }: MergeView) {
  const done = useWords(stepDoneWords);
  const { takenBack } = useWords(mergeWords);
  const tell = useTell();
  const offerUndo = useUndo();
  const { run: send, busy } = useAction(stepMerge, { renews });
  const [asking, setAsking] = useState<Step>();
  const run = async (step: Step, reason: string) => {
    const after = await send({ params: { id }, body: { step, reason, version } });
    const undo = facts[step].undo;
    if (undo === undefined) return tell.done(done[step]);
    const back = { params: { id }, body: { step: undo, reason: takenBack, version: after.merge.version } };
    offerUndo({ says: done[step], undo: () => send(back) });
  };
  const start = (step: Step) => {
    if (facts[step].reasons !== undefined) return setAsking(step);
    run(step, '').catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    });
  };
  return { asking, setAsking, start, run, busy };
}

type StepButtonProps = { readonly step: Step; readonly main: boolean; readonly busy: boolean; readonly onStart: () => void };

function StepButton({ step, main, busy, onStart }: StepButtonProps) {
  const words = useWords(stepWords);
  useKey(facts[step].key, stepWords[step], onStart, !busy);
  return (
    <Button type={main ? 'primary' : 'default'} disabled={busy} onClick={onStart}>
      {words[step]} <kbd>{facts[step].key.toUpperCase()}</kbd>
    </Button>
  );
}
